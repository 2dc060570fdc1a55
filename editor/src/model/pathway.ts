import type { WorkflowSummary } from '../api/generated';
import { humanize } from './words';

/** What the order and the graph of workflows are made of. */
export type Used = Pick<WorkflowSummary, 'name' | 'title' | 'tags' | 'uses'>;

export const titleOf = ({ title, name }: Pick<WorkflowSummary, 'title' | 'name'>): string => title ?? humanize(name);

export interface Step<W> {
  readonly workflow: W;
  /** Its place in the pathway, from 1; null for what is in none. */
  readonly step: number | null;
}

export interface StepGroup<W> {
  readonly title: string;
  readonly steps: readonly Step<W>[];
}

const byTitle = (a: Used, b: Used) => titleOf(a).localeCompare(titleOf(b), 'en');
const included = ({ uses }: Used) => uses.filter(({ include }) => include).map(({ workflow }) => workflow);

/**
 * Workflows by clinical step, as far as the documents say it: a workflow that includes others is a pathway, and its order is theirs.
 * Steps beside each other that share a tag stand under that tag.
 */
export function groupBySteps<W extends Used>(workflows: readonly W[]): StepGroup<W>[] {
  const byName = new Map(workflows.map((workflow) => [workflow.name, workflow]));
  const parts = new Set(workflows.flatMap(included));
  const pathways = workflows.filter((workflow) => included(workflow).length > 0 && !parts.has(workflow.name)).sort(byTitle);
  const order = new Set<W>();
  const walk = (workflow: W) => {
    for (const name of included(workflow)) {
      const part = byName.get(name);
      if (!part || order.has(part) || pathways.includes(part)) continue;
      order.add(part);
      walk(part);
    }
  };
  pathways.forEach(walk);
  const rest = workflows.filter((workflow) => !order.has(workflow) && !pathways.includes(workflow)).sort(byTitle);
  const alone = (group: readonly W[]) => group.map((workflow) => ({ workflow, step: null }));
  return [
    { title: pathways.length === 1 ? 'The whole pathway' : 'Whole pathways', steps: alone(pathways) },
    ...byTag([...order].map((workflow, i) => ({ workflow, step: i + 1 }))),
    { title: pathways.length > 0 ? 'Outside the pathway' : 'All workflows', steps: alone(rest) },
  ].filter(({ steps }) => steps.length > 0);
}

function byTag<W extends Used>(steps: readonly Step<W>[]): StepGroup<W>[] {
  const groups: { title: string; steps: Step<W>[] }[] = [];
  let loose: Step<W>[] | null = null;
  for (let i = 0; i < steps.length;) {
    const run = longestRun(steps.slice(i));
    if (run.length > 1) {
      groups.push({ title: humanize(run.tag), steps: steps.slice(i, i + run.length) });
      loose = null;
    } else {
      if (!loose) groups.push({ title: groups.length > 0 ? 'Further steps' : 'Steps', steps: loose = [] });
      loose.push(...steps.slice(i, i + 1));
    }
    i += run.length;
  }
  return groups;
}

/** The tag of the first step that the most steps after it share without a gap. */
function longestRun(steps: readonly Step<Used>[]): { tag: string; length: number } {
  const runs = (steps[0]?.workflow.tags ?? []).map((tag) => {
    const end = steps.findIndex(({ workflow }) => !workflow.tags.includes(tag));
    return { tag, length: end < 0 ? steps.length : end };
  });
  return runs.reduce((best, run) => (run.length > best.length ? run : best), { tag: '', length: 1 });
}

/** The workflows that give no decision without this one, itself excepted. */
export function buildingOn<W extends Used>(workflows: readonly W[], name: string): W[] {
  const reached = new Set([name]);
  for (let before = 0; before !== reached.size;) {
    before = reached.size;
    for (const workflow of workflows) if (workflow.uses.some((use) => reached.has(use.workflow))) reached.add(workflow.name);
  }
  return workflows.filter((workflow) => workflow.name !== name && reached.has(workflow.name));
}

/** The workflows that a workflow names itself, and those that name it. */
export function neighbours<W extends Used>(workflows: readonly W[], of: Used): { readonly uses: readonly W[]; readonly usedBy: readonly W[] } {
  const used = new Set(of.uses.map(({ workflow }) => workflow));
  return {
    uses: workflows.filter(({ name }) => used.has(name)),
    usedBy: workflows.filter(({ uses }) => uses.some(({ workflow }) => workflow === of.name)),
  };
}
