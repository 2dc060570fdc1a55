import { humanize } from '../words';
import type { Field, InputForm } from './form';
import { parsePath, type FactPath } from './path';

/** The field that stands at a path, or null when the form has none. */
export function findField(form: readonly InputForm[], path: FactPath): Field | null {
  const [input, ...steps] = path;
  let fields: readonly Field[] = form.find((candidate) => candidate.input === input)?.fields ?? [];
  let found: Field | null = null;
  for (const step of steps) {
    if (typeof step === 'number') continue;
    found = fields.find((field) => field.name === step) ?? null;
    if (!found) return null;
    fields = found.kind === 'list' || found.kind === 'object' ? found.fields : [];
  }
  return found;
}

/** "Lesion 1: Pain" for `patient.lesions[0].pain`, "Pain" for `lesion.pain`. */
export function factLabel(form: readonly InputForm[], fact: string): string {
  const path = parsePath(fact);
  const label = findField(form, path)?.label ?? humanize(String(path.at(-1) ?? fact));
  const position = path.findIndex((step) => typeof step === 'number');
  if (position < 0 || position === path.length - 1) return label;
  return `${itemLabel(form, path.slice(0, position + 1))}: ${label}`;
}

/** "Lesion 1" for `patient.lesions[0]`. */
export function itemLabel(form: readonly InputForm[], path: FactPath): string {
  const list = findField(form, path.slice(0, -1));
  const item = list?.kind === 'list' ? humanize(list.itemName) : 'Entry';
  return `${item} ${Number(path.at(-1)) + 1}`;
}
