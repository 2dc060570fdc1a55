import { withNested, type WorkflowView } from './workflowDocument';

/** Every name that expressions of a workflow can use, in small letters. */
export function takenNames(view: WorkflowView): ReadonlySet<string> {
  const names = [
    ...view.inputs.map(({ name }) => name),
    ...view.uses.map(({ workflow }) => workflow),
    ...view.params.map(({ name }) => name),
    ...view.scores.flatMap(({ name, items }) => [name, ...items.map((item) => item.name)]),
    ...view.tables.map(({ name }) => name),
    ...view.rules.flatMap(withNested).map(({ name }) => name),
  ];
  return new Set(names.map((name) => name.toLowerCase()));
}

/** A name for expressions from a title: "Prophylactic fixation" → `ProphylacticFixation`; `capital` false begins small. Empty when the title has no letter. */
export function nameFor(title: string, capital: boolean, taken: ReadonlySet<string>): string {
  const words = title.normalize('NFD').replaceAll(/\p{M}/gu, '').match(/[A-Za-z0-9]+/g) ?? [];
  const joined = words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('').replace(/^\d+/, '');
  if (!/[A-Za-z]/.test(joined)) return '';
  const name = (capital ? joined.charAt(0).toUpperCase() : joined.charAt(0).toLowerCase()) + joined.slice(1, 60);
  for (let i = 1; ; i += 1) {
    const candidate = i === 1 ? name : `${name}${i}`;
    if (!taken.has(candidate.toLowerCase())) return candidate;
  }
}

const nameShape = /^[A-Za-z_]\w{0,99}$/;

/** Why something cannot be called so in expressions; null when it can. `taken` is in small letters. */
export function nameComplaint(name: string, current: string, taken: ReadonlySet<string>): string | null {
  if (name === '') return 'Give it a name';
  if (!nameShape.test(name)) return 'Only letters without accents, digits and _ can stand in a name, and it begins with a letter';
  return name.toLowerCase() !== current.toLowerCase() && taken.has(name.toLowerCase()) ? `Something else here is called ${name} already` : null;
}
