import { isExactNumber, type JsonNumber } from '../exactJson';
import { readNumber } from '../facts/number';
import { formatNumber } from '../value';
import type { TypeInfo } from './structure';

/** What somebody entered, as the language writes it, or a word about what is missing. */
export type Written = { readonly text: string } | { readonly complaint: string };

/** A text in quotation marks, with C#'s escapes. */
export const quoted = (text: string): string => JSON.stringify(text);

const isDate = (text: string) => /^\d{4}-\d\d-\d\d$/.test(text) && new Date(`${text}T00:00:00Z`).toJSON()?.startsWith(text) === true;

/** A value of a type from what stands in its field. Numbers keep their digits. */
export function writeLiteral(entry: string, { kind }: TypeInfo): Written {
  switch (kind) {
    case 'number':
    case 'integer': {
      const read = readNumber(entry);
      if (read.kind === 'empty') return { complaint: 'Enter a number' };
      if (read.kind === 'unreadable') return { complaint: read.message };
      return kind === 'integer' && read.json.includes('.') ? { complaint: 'Enter a whole number' } : { text: read.json };
    }
    case 'date': return isDate(entry) ? { text: `Date("${entry}")` } : { complaint: 'Choose a date' };
    case 'enum': return entry === '' ? { complaint: 'Choose a value' } : { text: quoted(entry) };
    case 'text': return entry === '' ? { complaint: 'Enter a text' } : { text: quoted(entry) };
    default: return { complaint: 'Choose a value' };
  }
}

/** What is unlikely about a value: facts outside of this range are refused, so a test against it never turns. */
export function outOfRange(entry: string, { minimum, maximum }: TypeInfo): string | null {
  const read = readNumber(entry);
  if (read.kind !== 'number') return null;
  // Only to compare: the text itself is what is kept.
  const value = Number(read.json);
  if (minimum !== null && value < numberOf(minimum)) return `No value below ${formatNumber(minimum)} is accepted for this fact`;
  if (maximum !== null && value > numberOf(maximum)) return `No value above ${formatNumber(maximum)} is accepted for this fact`;
  return null;
}

const numberOf = (value: JsonNumber) => (isExactNumber(value) ? Number(value.digits) : value);
