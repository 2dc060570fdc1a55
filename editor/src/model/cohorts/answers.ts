import { isExactNumber } from '../exactJson';
import type { Decision } from '../decision';
import type { RefusedLine } from './problems';

/** One patient of a dry run, as the results have it. */
export type AnswerLine = { readonly line: unknown; readonly id?: unknown } & ({ readonly decision: Decision } | RefusedLine);

export const isRefused = (answer: AnswerLine): answer is AnswerLine & RefusedLine => 'error' in answer;

/** A number of a line or an id, as it was written; an id that is no plain text as its JSON. */
export function idWords(id: unknown): string | null {
  if (id === null || id === undefined) return null;
  if (typeof id === 'string') return id;
  if (typeof id === 'number') return String(id);
  return isExactNumber(id) ? id.digits : JSON.stringify(id);
}

/** "Line 12". */
export const lineWords = (line: unknown): string => `Line ${idWords(line) ?? ''}`;
