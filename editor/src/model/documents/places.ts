import { withNested, type Placed, type WorkflowView } from './workflowDocument';

/** The page that shows a place of a workflow. */
export type PartPlace =
  | { readonly part: 'rule' | 'table' | 'score'; readonly name: string }
  | { readonly part: 'parameters' | 'about' };

const holds = ({ pointer }: Placed, at: string) => at === pointer || at.startsWith(`${pointer}/`);

/** Where a pointer into `workflow.json` is edited; a nested rule has its own page. */
export function placeOf(view: WorkflowView, pointer: string): PartPlace {
  const rule = view.rules.flatMap(withNested).filter((candidate) => holds(candidate, pointer)).at(-1);
  if (rule) return { part: 'rule', name: rule.name };
  const table = view.tables.find((candidate) => holds(candidate, pointer));
  if (table) return { part: 'table', name: table.name };
  const score = view.scores.find((candidate) => holds(candidate, pointer));
  if (score) return { part: 'score', name: score.name };
  return view.params.some((candidate) => holds(candidate, pointer)) || /^\/globalparams/i.test(pointer) ? { part: 'parameters' } : { part: 'about' };
}
