import { parseDocument, Raw, type JsonValue } from '../documents/json';
import { writeJson } from '../documents/writeJson';
import { readNumber } from '../facts/number';
import { parsedValue } from './goldenCase';

/** An expected value as a person enters it: its kind, and what is typed for it. */
export interface OutputEntry {
  readonly kind: OutputKind;
  readonly text: string;
}

export type OutputKind = 'undecided' | 'yes' | 'no' | 'number' | 'text' | 'list';

export const outputKinds: readonly { readonly value: OutputKind; readonly label: string }[] = [
  { value: 'number', label: 'number' },
  { value: 'text', label: 'text' },
  { value: 'yes', label: 'yes' },
  { value: 'no', label: 'no' },
  { value: 'list', label: 'list' },
  { value: 'undecided', label: 'undecided' },
];

export function entryOf(value: JsonValue): OutputEntry {
  if (value instanceof Raw) return { kind: 'number', text: value.text };
  if (typeof value === 'boolean') return { kind: value ? 'yes' : 'no', text: '' };
  if (typeof value === 'string') return { kind: 'text', text: value };
  return value === null ? { kind: 'undecided', text: '' } : { kind: 'list', text: writeJson(value) };
}

/** The value that is entered, or why it is none yet. */
export function valueEntered({ kind, text }: OutputEntry): { readonly value: JsonValue } | { readonly problem: string } {
  switch (kind) {
    case 'undecided':
      return { value: null };
    case 'yes':
    case 'no':
      return { value: kind === 'yes' };
    case 'text':
      return { value: text };
    case 'number': {
      const reading = readNumber(text);
      if (reading.kind === 'number') return { value: new Raw(reading.json) };
      return { problem: reading.kind === 'empty' ? 'Enter a number' : reading.message };
    }
    case 'list': {
      const { root, sound } = parseDocument(text);
      return sound && root?.type === 'array' ? { value: parsedValue(text) } : { problem: 'Write a list such as ["low", "high"]' };
    }
  }
}
