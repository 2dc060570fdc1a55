import { TextInput } from '@mantine/core';
import { useState } from 'react';
import type { DiagnosticAnswer } from '../../../api/generated';
import { nameComplaint } from '../../../model/documents/names';
import { sentence } from '../../../model/words';
import { ReadOnlyField } from './ReadOnlyField';

interface Props {
  readonly label: string;
  readonly help?: string;
  readonly name: string;
  readonly readOnly: string | null;
  /** In small letters; two things of one name could not be told apart, not even to mend it. */
  readonly taken: ReadonlySet<string>;
  readonly findings: readonly DiagnosticAnswer[];
  readonly onRename: (name: string) => void;
}

/** The name by which expressions know something. It is taken over when the field is left, and only when it can be a name. */
export function NameField({ label, help, name, readOnly, taken, findings, onRename }: Props) {
  const [typed, setTyped] = useState<string | null>(null);
  if (readOnly !== null) return <ReadOnlyField label={label} value={name} />;
  const wanted = typed?.trim() ?? name;
  const trouble = wanted === name ? null : nameComplaint(wanted, name, taken);
  const [first] = findings;
  const done = () => {
    if (trouble === null && wanted !== name) onRename(wanted);
    if (trouble === null) setTyped(null);
  };
  return (
    <TextInput
      label={label}
      description={help}
      value={typed ?? name}
      error={trouble === null ? (first ? sentence(first.message) : undefined) : sentence(trouble)}
      styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)' } }}
      spellCheck={false}
      data-own-undo={typed !== null || undefined}
      onChange={(event) => { setTyped(event.currentTarget.value); }}
      onBlur={done}
      onKeyDown={(event) => {
        if (event.key === 'Enter') done();
        else if (event.key === 'Escape') setTyped(null);
      }}
    />
  );
}
