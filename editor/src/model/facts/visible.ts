import { readEntry, type Draft } from './draft';
import type { Field, InputForm } from './form';
import { factKind } from './path';
import { searchFor } from '../search';

export interface FieldGroup {
  readonly input: InputForm;
  readonly name: string;
  readonly fields: readonly Field[];
}

export interface Visibility {
  /** Paths of the facts that the workflow reads; null shows every fact. */
  readonly facts: readonly string[] | null;
  readonly search: string;
  /** A fact that has been entered stays in sight, read or not. */
  readonly draft: Draft;
}

/** The fields to show, grouped in the order in which groups first appear. */
export function visibleGroups(form: readonly InputForm[], { facts, search, draft }: Visibility): FieldGroup[] {
  const kinds = facts?.map(factKind) ?? null;
  const found = searchFor(search);
  return form.flatMap((input) => {
    const groups = new Map<string, Field[]>();
    for (const field of input.fields) {
      const kept = readEntry(draft, [input.input, field.name]) ? (keep(field, input.input, kinds) ?? field) : keep(field, input.input, kinds);
      if (!kept || !matches(kept, found)) continue;
      const group = groups.get(field.group);
      if (group) group.push(kept);
      else groups.set(field.group, [kept]);
    }
    return [...groups].map(([name, fields]) => ({ input, name, fields }));
  });
}

/** The field with only those of its own fields that are read, or null when none is. */
function keep(field: Field, owner: string, kinds: readonly string[] | null): Field | null {
  if (!kinds) return field;
  const path = `${owner}.${field.name}`;
  if (field.kind !== 'list' && field.kind !== 'object') return kinds.includes(path) ? field : null;
  const inside = kinds.filter((kind) => kind.startsWith(`${path}.`));
  if (inside.length === 0) return kinds.includes(path) ? field : null;
  return { ...field, fields: field.fields.flatMap((inner) => keep(inner, path, inside) ?? []) };
}

function matches(field: Field, found: ReturnType<typeof searchFor>): boolean {
  const nested = field.kind === 'list' || field.kind === 'object' ? field.fields : [];
  return found(field.label, field.name, field.help, field.group, ...nested.map((inner) => inner.label));
}
