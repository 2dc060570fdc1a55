export interface CaseChange {
  readonly kind: string;
  readonly workflow: string;
  readonly id: string;
}

const order = ['removed', 'changed', 'added'];

/** Removed and changed ones first: either can silence what the case watched over. */
export const silencingFirst = <T extends CaseChange>(changes: readonly T[]): readonly T[] =>
  changes.toSorted((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind) || a.workflow.localeCompare(b.workflow, 'en') || a.id.localeCompare(b.id, 'en'));

export const canSilence = ({ kind }: CaseChange): boolean => kind === 'removed' || kind === 'changed';
