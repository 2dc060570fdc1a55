import type { CohortTerms, FactTerm } from '../../api/generated';
import { humanize } from '../words';

/** "Total calcium". */
export const factTitle = ({ label, path }: Pick<FactTerm, 'label' | 'path'>): string => label ?? humanize(path.split('.').at(-1) ?? path);

/** What is known about a name in an answer: of which workflow it is, and what it is called there. */
export interface Named {
  /** Null for the workflow of the run itself. */
  readonly workflow: string | null;
  readonly title: string;
  readonly unit: string | null;
}

/** A name in its steps, without the list elements that it was asked for: `Mirels[patient.lesions[*]].band.points` is of `Mirels`, and `band.points` there. */
function stepsOf(name: string): { readonly workflow: string | null; readonly local: string } {
  let plain = name;
  for (let before = ''; before !== plain;) {
    before = plain;
    plain = plain.replaceAll(/\[[^[\]]*\]/g, '');
  }
  const steps = plain.split('.');
  // Only workflows are written with a capital before something else.
  const end = steps.findIndex((step, i) => i === steps.length - 1 || !/^[A-Z]/.test(step));
  return { workflow: steps[end - 1] ?? null, local: steps.slice(end).join('.') };
}

/** Rules and outputs as their authors call them; names of included workflows come as `Workflow[item].Name`. */
export function namesOf(terms: CohortTerms | undefined): (name: string) => Named {
  const workflows = new Map((terms?.workflows ?? []).map((workflow) => [workflow.name, workflow]));
  const own = terms?.workflows[0]?.name ?? null;
  return (name) => {
    const { workflow, local } = stepsOf(name);
    const from = workflows.get(workflow ?? own ?? '');
    const title = from?.rules.find((rule) => rule.name === local)?.title ?? humanize(local.replaceAll('.', ' '));
    const unit = from?.outputs.find((output) => output.name === local)?.unit ?? null;
    return { workflow: workflow === null ? null : (from?.title ?? humanize(workflow)), title, unit };
  };
}

/** What stands once per element of a list is counted once per element. */
export const isPerElement = (name: string): boolean => name.includes('[*]');
