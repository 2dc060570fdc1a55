import type { KeyAnswer } from '../api/generated';

export type Scope = 'execute' | 'record' | 'draft';

export const scopes: readonly { readonly scope: Scope; readonly title: string; readonly may: string }[] = [
  { scope: 'execute', title: 'Ask for decisions', may: 'Of all workflows, or of those that you name.' },
  { scope: 'record', title: 'Record its decisions', may: 'Facts and answers are kept for a time: they can be looked up and replayed, and changes are tried on them.' },
  { scope: 'draft', title: 'Draft changes', may: 'Puts changes and submits them, as “bonemets publish” does. A person still approves.' },
];

export const scopeTitle = (scope: string): string => scopes.find((known) => known.scope === scope)?.title ?? scope;

export type KeyState = 'valid' | 'expiring' | 'expired' | 'revoked';

const warnAhead = 14 * 24 * 60 * 60 * 1000;

/** Whether a key opens anything now, and whether somebody should make its successor. */
export function keyState({ revokedBy, expires }: Pick<KeyAnswer, 'revokedBy' | 'expires'>, now: number): KeyState {
  if (revokedBy !== null) return 'revoked';
  const left = Date.parse(expires) - now;
  if (left <= 0) return 'expired';
  return left <= warnAhead ? 'expiring' : 'valid';
}

export const isOver = (state: KeyState): boolean => state === 'expired' || state === 'revoked';
