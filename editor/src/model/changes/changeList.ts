import { isChangeState, isOpen, type ChangeState } from './changeState';
import { searchFor } from '../search';

/** A change as a list shows it. */
export interface ChangeLine {
  readonly id: number;
  readonly title: string;
  readonly state: string;
  readonly base: number;
  readonly createdBy: string;
  readonly updatedAt: string;
}

/** What the list of changes shows, as its address says it; what is left out is the usual. */
export interface ChangeFilter {
  readonly state?: ChangeState | 'all';
  readonly mine?: true;
  readonly search?: string;
}

/** Anything else in an address is left out. */
export function readFilter({ state, mine, search }: Readonly<Record<string, unknown>>): ChangeFilter {
  return {
    ...(isChangeState(state) || state === 'all' ? { state } : {}),
    ...(mine === true || mine === 'true' ? { mine: true } : {}),
    ...(typeof search === 'string' && search !== '' ? { search } : {}),
  };
}

const ofState = (state: ChangeFilter['state']) => (change: ChangeLine) => (state === undefined ? isOpen(change.state) : state === 'all' || change.state === state);

/** Those that the filter lets through, the last worked on first. Numbers are found too. */
export function findChanges(changes: readonly ChangeLine[], { state, mine, search = '' }: ChangeFilter, me: string | null): readonly ChangeLine[] {
  const found = searchFor(search);
  return changes
    .filter(ofState(state))
    .filter(({ createdBy }) => mine === undefined || createdBy === me)
    .filter(({ id, title, createdBy }) => found(title, createdBy, id))
    .toSorted((a, b) => Date.parse(b.updatedAt) - Date.parse(a.updatedAt) || b.id - a.id);
}

/** How many there are in each state, of those that the rest of the filter lets through. */
export function countByState(changes: readonly ChangeLine[], filter: ChangeFilter, me: string | null): (state: ChangeFilter['state']) => number {
  const rest = findChanges(changes, { ...filter, state: 'all' }, me);
  return (state) => rest.filter(ofState(state)).length;
}

/** What somebody can do about a change that others began; null when it does not wait for them. */
export function waitsFor({ state, createdBy }: ChangeLine, me: string | null, roles: readonly string[]): string | null {
  if (state === 'inReview' && roles.includes('reviewer') && createdBy !== me) return 'Waits for a review';
  if (state === 'approved' && roles.includes('publisher')) return 'Can be published';
  return null;
}
