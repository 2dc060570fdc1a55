import type { UseAnswer, WorkflowSummary } from '../api/generated';
import type { Evidence, Strength, Urgency } from './decision';
import { searchFor } from './search';

export type { WorkflowSummary };

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

export interface WorkflowDetail extends Pick<WorkflowSummary, 'name' | 'status'>, Partial<Pick<WorkflowSummary, 'title' | 'description' | 'tags' | 'folder' | 'hash' | 'cases'>> {
  readonly inputs: readonly { readonly name: string; readonly schema: string }[];
  /** The workflows that it is composed of, in clinical order. */
  readonly uses?: readonly (Pick<UseAnswer, 'workflow'> & Partial<UseAnswer>)[] | null;
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
  const found = searchFor(search);
  return workflows.filter(({ title, name, description, tags = [] }) => found(title, name, description, ...tags));
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

export type ReviewState = 'notStated' | 'ahead' | 'soon' | 'overdue';

/** How the day on which the content is to be looked at again stands to today; both as `yyyy-MM-dd`. */
export function reviewState(due: string | null, today: string): ReviewState {
  if (due === null) return 'notStated';
  if (due < today) return 'overdue';
  return Date.parse(due) - Date.parse(today) <= 60 * 24 * 60 * 60 * 1000 ? 'soon' : 'ahead';
}
