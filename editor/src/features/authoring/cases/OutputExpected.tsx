import { NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { entryOf, outputKinds, valueEntered, type OutputEntry } from '../../../model/cases/outputEntry';
import type { JsonValue } from '../../../model/documents/json';
import { writeJson } from '../../../model/documents/writeJson';
import styles from './Cases.module.css';

interface Props {
  readonly label: string;
  readonly value: JsonValue;
  readonly onChange: (value: JsonValue) => void;
}

/** An expected value with its kind. What is half typed stays here until it is a value. */
export function OutputExpected({ label, value, onChange }: Props) {
  const [typed, setTyped] = useState<OutputEntry | null>(null);
  const entered = typed && valueEntered(typed);
  const stands = typed && entered && ('problem' in entered || writeJson(entered.value) === writeJson(value));
  const entry = stands ? typed : entryOf(value);
  const problem = stands && 'problem' in entered ? entered.problem : null;
  const change = (next: OutputEntry) => {
    setTyped(next);
    const read = valueEntered(next);
    if ('value' in read) onChange(read.value);
  };
  return (
    <div className={styles.output}>
      <NativeSelect size="xs" aria-label={`Kind of ${label}`} data={[...outputKinds]} value={entry.kind} onChange={(event) => {
        const kind = outputKinds.find((option) => option.value === event.currentTarget.value)?.value;
        if (kind) change({ kind, text: entry.text });
      }} />
      {(entry.kind === 'number' || entry.kind === 'text' || entry.kind === 'list') && (
        <TextInput size="xs" aria-label={`Expected ${label}`} value={entry.text} error={problem} onChange={(event) => { change({ kind: entry.kind, text: event.currentTarget.value }); }} />
      )}
    </div>
  );
}
