import type { Evidence, Strength, Urgency } from './decision';

export interface WorkflowSummary {
  readonly name: string;
  readonly title?: string | null;
  readonly description?: string | null;
  readonly tags?: readonly string[] | null;
  readonly folder?: string | null;
  readonly hash?: string | null;
  readonly status: string;
  readonly rules?: number;
  readonly cases?: number;
  /** The workflows that it is composed of, in clinical order. */
  readonly uses?: readonly { readonly workflow: string; readonly include?: boolean }[] | null;
  /** The last day on which it counts as reviewed. */
  readonly reviewDue?: string | null;
  /** It gives no decision now: it was taken out of use, or something that it builds on. */
  readonly blocked?: boolean;
}

export interface Diagnostic {
  readonly code: string;
  readonly severity?: string;
  readonly document?: string | null;
  readonly pointer?: string | null;
  readonly line?: number | null;
  readonly column?: number | null;
  readonly message: string;
  readonly help?: string | null;
}

export interface Library {
  readonly workflows: readonly WorkflowSummary[];
  readonly library: { readonly hash?: string; readonly loadedAt?: string; readonly status: string; readonly release?: number | null; readonly releaseStatus?: string | null };
  readonly diagnostics: readonly Diagnostic[];
}

export interface Band {
  readonly when?: string | null;
  readonly condition?: string | null;
  readonly otherwise?: boolean | null;
  readonly points: number | string;
}

export interface ScoreItem {
  readonly name: string;
  readonly input?: string | null;
  readonly bands: readonly Band[];
}

export interface Score {
  readonly name: string;
  readonly min?: number | null;
  readonly max?: number | null;
  readonly items: readonly ScoreItem[];
}

export interface DecisionTable {
  readonly name: string;
  readonly hitPolicy?: string | null;
  readonly complete?: boolean | null;
  readonly inputs: readonly { readonly name?: string | null; readonly expression: string }[];
  readonly outputs: readonly { readonly name: string; readonly type?: string | null; readonly unit?: string | null }[];
  readonly rows: readonly { readonly when?: readonly string[] | null; readonly condition?: string | null; readonly then: readonly string[]; readonly otherwise?: boolean | null }[];
}

export interface WorkflowDetail extends Omit<WorkflowSummary, 'rules' | 'reviewDue' | 'blocked'> {
  readonly inputs: readonly { readonly name: string; readonly schema: string }[];
  /** Paths of all facts that the workflow reads. */
  readonly facts: readonly string[];
  readonly params?: readonly { readonly name: string; readonly expression: string; readonly unit?: string | null; readonly type?: string | null }[];
  readonly scores?: readonly Score[];
  readonly tables?: readonly DecisionTable[];
  readonly rules?: readonly {
    readonly name: string; readonly title?: string | null; readonly expression: string; readonly urgency?: Urgency | null;
    readonly strength?: Strength | null; readonly evidence?: readonly Evidence[];
  }[];
}

/** The workflows that hold every word of a search in title, name, description or tags. */
export function searchWorkflows(workflows: readonly WorkflowSummary[], search: string): WorkflowSummary[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  return workflows.filter((workflow) => {
    const text = [workflow.title, workflow.name, workflow.description, ...(workflow.tags ?? [])].join(' ').toLowerCase();
    return words.every((word) => text.includes(word));
  });
}

/** The unit of a parameter or table output, where the workflow declares one. */
export function outputUnit(workflow: WorkflowDetail, name: string): string | null {
  const outputs = workflow.tables?.flatMap((table) =>
    table.outputs.map((output) => ({ names: [`${table.name}.${output.name}`, table.outputs.length === 1 ? table.name : ''], unit: output.unit })));
  return workflow.params?.find((param) => param.name === name)?.unit ?? outputs?.find(({ names }) => names.includes(name))?.unit ?? null;
}

/** The lowest and highest value that a score can have. */
export function outputScale(workflow: WorkflowDetail, name: string): { min: number; max: number } | null {
  const score = workflow.scores?.find((candidate) => candidate.name === name);
  return typeof score?.min === 'number' && typeof score.max === 'number' ? { min: score.min, max: score.max } : null;
}

/** For choosing: what puts the others together stands first, the rest by title. */
export function orderWorkflows(workflows: readonly WorkflowSummary[]): WorkflowSummary[] {
  const isPathway = ({ tags }: WorkflowSummary) => tags?.includes('pathway') ?? false;
  const titleOf = ({ title, name }: WorkflowSummary) => title ?? name;
  return [...workflows].sort((a, b) => Number(isPathway(b)) - Number(isPathway(a)) || titleOf(a).localeCompare(titleOf(b), 'en'));
}
