import type { CohortTerms, FactTerm } from '../../api/generated';
import { localName, originOf } from '../grouping';
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

const whole = (name: string) => name.replaceAll(/\[[^\]]*\]/g, '');

/** Rules and outputs as their authors call them; names of included workflows come as `Workflow[item].Name`. */
export function namesOf(terms: CohortTerms | undefined): (name: string) => Named {
  const workflows = new Map((terms?.workflows ?? []).map((workflow) => [workflow.name, workflow]));
  const own = terms?.workflows[0]?.name ?? null;
  return (name) => {
    const origin = originOf(whole(name));
    const local = localName(whole(name));
    const from = workflows.get(origin.workflow ?? own ?? '');
    const title = from?.rules.find((rule) => rule.name === local)?.title ?? humanize(local.replaceAll('.', ' '));
    const unit = from?.outputs.find((output) => output.name === local)?.unit ?? null;
    return { workflow: origin.workflow === null ? null : (from?.title ?? humanize(origin.workflow)), title, unit };
  };
}

/** What stands once per element of a list is counted once per element. */
export const isPerElement = (name: string): boolean => name.includes('[*]');
