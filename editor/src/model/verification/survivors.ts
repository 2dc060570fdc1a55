import type { MutationAnswer, SuggestedCaseAnswer, SurvivorAnswer } from '../../api/generated';
import { groupedBy } from '../groupedBy';

/** Small mistakes that one case would notice together; without a case those for which none was found. */
export interface SurvivorGroup {
  readonly suggestion: SuggestedCaseAnswer | null;
  readonly survivors: readonly SurvivorAnswer[];
}

/** By the case that would notice them, in the order of the answer; those without a case last. */
export function groupSurvivors(survivors: readonly SurvivorAnswer[]): readonly SurvivorGroup[] {
  const groups = [...groupedBy(survivors, ({ suggestion }) => (suggestion ? `${suggestion.workflow} ${suggestion.text}` : '')).values()]
    .map((members): SurvivorGroup => ({ suggestion: members[0]?.suggestion ?? null, survivors: members }));
  return [...groups.filter(({ suggestion }) => suggestion), ...groups.filter(({ suggestion }) => !suggestion)];
}

/** How many of the mistakes that can be noticed are. */
export const noticedOf = ({ killed, survived }: MutationAnswer['score']): { readonly noticed: number; readonly total: number } => ({ noticed: killed, total: killed + survived });

export const mistakeKey = ({ place: { pointer, start }, before, after }: Pick<SurvivorAnswer, 'place' | 'before' | 'after'>): string => `${pointer} ${start ?? ''} ${before} ${after}`;

/** A group whose case was accepted, and its place in the list then. */
export interface KeptGroup {
  readonly group: SurvivorGroup;
  readonly at: number;
}

const keyOf = ({ suggestion }: SurvivorGroup) => suggestion?.text ?? null;

/** Groups whose case was accepted stay where they were, also in an answer that no longer has them: nobody loses sight of what was just done. */
export function withKept(groups: readonly SurvivorGroup[], kept: readonly KeptGroup[]): readonly SurvivorGroup[] {
  return kept.reduce((list, { group, at }) => (list.some((other) => keyOf(other) === keyOf(group)) ? list : list.toSpliced(at, 0, group)), groups);
}
