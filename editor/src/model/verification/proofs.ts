import type { ComparedDefinitionAnswer, ComparedWorkflowAnswer } from '../../api/generated';
import { verdictTitle } from '../status';
import { formatText } from '../value';

/** What is known of one workflow against the release that the change stands on. */
export interface ProofGroup {
  readonly workflow: string;
  readonly obstacle: string | null;
  readonly longestList: number | null;
  readonly different: readonly ComparedDefinitionAnswer[];
  /** Neither proved nor shown: never a pass. */
  readonly undecided: readonly ComparedDefinitionAnswer[];
  readonly same: readonly ComparedDefinitionAnswer[];
}

/** What decides otherwise first, then what is not known; whatever is not known to be the same counts as undecided. */
export function proofGroups(workflows: readonly ComparedWorkflowAnswer[]): readonly ProofGroup[] {
  const groups = workflows.map(({ workflow, obstacle, longestList, definitions }): ProofGroup => ({
    workflow, obstacle, longestList,
    different: definitions.filter(({ relation }) => relation === 'different'),
    same: definitions.filter(({ relation }) => relation === 'same'),
    undecided: definitions.filter(({ relation }) => relation !== 'different' && relation !== 'same'),
  }));
  const rank = ({ different, undecided, obstacle }: ProofGroup) => (different.length > 0 ? 0 : undecided.length > 0 || obstacle !== null ? 1 : 2);
  return [0, 1, 2].flatMap((place) => groups.filter((group) => rank(group) === place));
}

export interface ProofCounts {
  readonly different: number;
  readonly undecided: number;
  readonly same: number;
  readonly obstacles: number;
}

export const countProofs = (groups: readonly ProofGroup[]): ProofCounts => ({
  different: groups.reduce((sum, { different }) => sum + different.length, 0),
  undecided: groups.reduce((sum, { undecided }) => sum + undecided.length, 0),
  same: groups.reduce((sum, { same }) => sum + same.length, 0),
  obstacles: groups.filter(({ obstacle }) => obstacle !== null).length,
});

/** A verdict or a value of a comparison, as readers see it. */
export function comparedWords({ isRule }: Pick<ComparedDefinitionAnswer, 'isRule'>, value: string | null): string {
  if (value === null) return 'nothing';
  return (isRule ? verdictTitle(value)?.toLowerCase() : null) ?? formatText(value);
}
