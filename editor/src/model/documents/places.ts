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

/** Where something is edited that expressions know by a name; null when the workflow has nothing of this name. */
export function placeNamed(view: WorkflowView, name: string): PartPlace | null {
  if (view.rules.flatMap(withNested).some((rule) => rule.name === name)) return { part: 'rule', name };
  const score = view.scores.find((candidate) => candidate.name === name || candidate.items.some((item) => item.name === name));
  if (score) return { part: 'score', name: score.name };
  const [first = '', ...rest] = name.split('.');
  if (view.tables.some((table) => table.name === first)) return { part: 'table', name: first };
  if (view.params.some((param) => param.name === name)) return { part: 'parameters' };
  return rest.length > 0 ? placeNamed(view, first) : null;
}

/** The part, and the row, band or item of it: "Mirels band, row 2". */
export function placeWords(view: WorkflowView, pointer: string): string {
  const title = partTitle(view, placeOf(view, pointer));
  const at = pointer.toLowerCase();
  const item = view.scores.flatMap(({ items }) => items).find((candidate) => holds(candidate, at));
  const numbered = /^\/tables\/\d+\/rows\/(\d+)/.exec(at)?.[1] ?? /^\/scores\/\d+\/items\/\d+\/points\/(\d+)/.exec(at)?.[1];
  return [title, item && (item.title ?? humanize(item.name)).toLowerCase(), numbered !== undefined && `${item ? 'band' : 'row'} ${Number(numbered) + 1}`].filter(Boolean).join(', ');
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
