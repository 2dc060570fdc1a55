import { humanize } from '../words';
import { withNested, type Placed, type WorkflowView } from './workflowDocument';

/** The page that shows a place of a workflow. */
export type PartPlace =
  | { readonly part: 'rule' | 'table' | 'score'; readonly name: string }
  | { readonly part: 'parameters' | 'about' };

/** Keys of documents count without case, so pointers do too. */
const holds = ({ pointer }: Placed, at: string) => `${at.toLowerCase()}/`.startsWith(`${pointer.toLowerCase()}/`);

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

/** What readers call the part. */
export function partTitle(view: WorkflowView, place: PartPlace): string {
  switch (place.part) {
    case 'rule': return view.rules.flatMap(withNested).find(({ name }) => name === place.name)?.title ?? humanize(place.name);
    case 'score': return view.scores.find(({ name }) => name === place.name)?.title ?? humanize(place.name);
    case 'table': return humanize(place.name);
    case 'parameters': return 'Parameters';
    case 'about': return 'About this workflow';
  }
}
