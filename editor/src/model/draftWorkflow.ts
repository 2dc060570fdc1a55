import type { WorkflowView } from './documents/workflowDocument';
import type { WorkflowDetail } from './workflow';

/** What the server knows of a workflow on the screen that its text alone does not say. */
export interface WorkflowFindings {
  /** Paths of the facts that it reads. */
  readonly facts: readonly string[];
  readonly scores?: readonly { readonly name: string; readonly min?: number | null; readonly max?: number | null }[];
}

/** A workflow as it stands on the screen, in the shape in which the server describes one that is live. */
export function draftDetail(view: WorkflowView, folder: string, found: WorkflowFindings): WorkflowDetail {
  return {
    name: view.name,
    title: view.title,
    description: view.description,
    tags: view.tags,
    folder,
    status: 'draft',
    inputs: view.inputs.map(({ name, schema }) => ({ name, schema })),
    uses: view.uses.map(({ workflow }) => ({ workflow })),
    facts: found.facts,
    params: view.params.map(({ name, expression, unit }) => ({ name, expression, unit })),
    scores: view.scores.map(({ name, items }) => {
      const limits = found.scores?.find((score) => score.name === name);
      return {
        name,
        min: limits?.min ?? null,
        max: limits?.max ?? null,
        items: items.map((item) => ({ name: item.name, input: item.input, bands: item.bands.map(({ when, condition, otherwise, points }) => ({ when, condition, otherwise, points })) })),
      };
    }),
    tables: view.tables.map(({ name, hitPolicy, inputs, outputs, rows }) => ({
      name,
      hitPolicy,
      inputs: inputs.map((input) => ({ name: input.name, expression: input.expression })),
      outputs: outputs.map((output) => ({ name: output.name, type: output.type, unit: output.unit })),
      rows: rows.map(({ when, condition, otherwise, then }) => ({ when, condition, otherwise, then })),
    })),
  };
}
