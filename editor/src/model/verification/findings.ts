import type { FindingAnswer, OpenQuestionAnswer, VerificationAnswer } from '../../api/generated';

export interface FindingGroup {
  readonly workflow: string;
  readonly warnings: readonly FindingAnswer[];
  readonly remarks: readonly FindingAnswer[];
  /** Asked and not answered: never a pass. */
  readonly open: readonly OpenQuestionAnswer[];
}

export const isWarning = ({ diagnostic }: FindingAnswer): boolean => diagnostic.severity !== 'info';

/** What was found by workflow, those first that hold for `first`, else in the order of the answer; workflows of which nothing is to be said are left out. */
export function groupFindings({ findings, open, workflows }: Pick<VerificationAnswer, 'findings' | 'open' | 'workflows'>, first: (workflow: string) => boolean = () => false): readonly FindingGroup[] {
  const names = [...new Set([...workflows.map(({ workflow }) => workflow), ...findings.map(({ workflow }) => workflow), ...open.map(({ workflow }) => workflow)])];
  const groups = names.map((workflow) => {
    const own = findings.filter((finding) => finding.workflow === workflow);
    return { workflow, warnings: own.filter(isWarning), remarks: own.filter((finding) => !isWarning(finding)), open: open.filter((question) => question.workflow === workflow) };
  }).filter(({ warnings, remarks, open: unanswered }) => warnings.length + remarks.length + unanswered.length > 0);
  return [...groups.filter(({ workflow }) => first(workflow)), ...groups.filter(({ workflow }) => !first(workflow))];
}

export interface FindingCounts {
  readonly warnings: number;
  readonly remarks: number;
  readonly open: number;
}

export const countFindings = ({ findings, open }: Pick<VerificationAnswer, 'findings' | 'open'>): FindingCounts => {
  const warnings = findings.filter(isWarning).length;
  return { warnings, remarks: findings.length - warnings, open: open.length };
};

/** Tells one finding from another in a list. */
export const findingKey = ({ diagnostic: { code, pointer, message } }: FindingAnswer): string => `${code} ${pointer} ${message}`;
