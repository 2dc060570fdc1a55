import { Textarea, TextInput } from '@mantine/core';
import type { DiagnosticAnswer } from '../../../api/generated';
import { sentence } from '../../../model/words';
import { ReadOnlyField } from './ReadOnlyField';

interface Props {
  readonly label: string;
  readonly help?: string;
  readonly value: string | null;
  /** Null: it can be edited. */
  readonly readOnly: string | null;
  readonly lines?: boolean;
  readonly type?: 'text' | 'date';
  readonly code?: boolean;
  readonly placeholder?: string;
  readonly findings?: readonly DiagnosticAnswer[];
  readonly onChange: (value: string) => void;
}

/** One text of a document, with what the server says about it below. */
export function TextField({ label, help, value, readOnly, lines, type = 'text', code, placeholder, findings = [], onChange }: Props) {
  if (readOnly !== null) return <ReadOnlyField label={label} value={value} />;
  const first = findings.find(({ severity }) => severity === 'error') ?? findings[0];
  const shared = {
    label,
    description: help,
    placeholder,
    value: value ?? '',
    error: first && first.severity !== 'info' ? sentence(first.message) + (first.help ? ` ${sentence(first.help)}` : '') : undefined,
    styles: code ? { input: { fontFamily: 'var(--mantine-font-family-monospace)' } } : undefined,
  };
  if (lines) return <Textarea {...shared} autosize minRows={2} maxRows={14} onChange={(event) => { onChange(event.currentTarget.value); }} />;
  return <TextInput {...shared} type={type} onChange={(event) => { onChange(event.currentTarget.value); }} />;
}
