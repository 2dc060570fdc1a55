import { moment } from './moment';
import type { WorkflowDetail } from './workflow';

/** A workflow, or one of its rules, that an administrator took out of use. */
export interface Retirement {
  readonly id: number;
  readonly workflow: string;
  readonly rule?: string | null;
  readonly reason: string;
  readonly by: string;
  readonly at: string;
}

export type WorkflowParts = Pick<WorkflowDetail, 'name' | 'uses' | 'rules'>;

export type NamedParts = WorkflowParts & Pick<WorkflowDetail, 'title'>;

/**
 * What keeps a workflow from deciding: it, one of its rules, or the same in a workflow that it builds on. The server says whether it
 * decides; this names the reasons. A workflow whose parts are not known yet counts by its name alone.
 */
export function blocking(name: string, retired: readonly Retirement[], partsOf: (name: string) => WorkflowParts | undefined): Retirement[] {
  const reached = new Set<string>();
  const visit = (workflow: string) => {
    if (reached.has(workflow)) return;
    reached.add(workflow);
    partsOf(workflow)?.uses?.forEach((use) => { visit(use.workflow); });
  };
  visit(name);
  const exists = ({ workflow, rule }: Retirement) => !rule || (partsOf(workflow)?.rules?.some((candidate) => candidate.name === rule) ?? true);
  return retired.filter((retirement) => reached.has(retirement.workflow) && exists(retirement));
}

/** "This workflow", "The rule “High risk”", "“Mirels score”, on which this workflow builds,". */
export function retiredPart({ workflow, rule }: Retirement, of: string, partsOf: (name: string) => NamedParts | undefined): string {
  const parts = partsOf(workflow);
  const title = parts?.title ?? workflow;
  const ruleTitle = rule && (parts?.rules?.find((candidate) => candidate.name === rule)?.title ?? rule);
  if (workflow === of) return ruleTitle ? `The rule “${ruleTitle}”` : 'This workflow';
  return ruleTitle ? `The rule “${ruleTitle}” of “${title}”, on which this workflow builds,` : `“${title}”, on which this workflow builds,`;
}

/** "by root, 25 Nov 2026, 19:18". */
export const retiredBy = ({ by, at }: Retirement): string => `by ${by}, ${moment(at)}`;
