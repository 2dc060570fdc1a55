import type { FactTerm } from '../../api/generated';
import type { ColumnUse } from '../../model/cohorts/mapping';
import { factTitle } from '../../model/cohorts/terms';
import { gather } from '../../model/grouping';
import { searchFor } from '../../model/search';

export interface FactOption {
  readonly value: string;
  readonly label: string;
  /** Below the label: the path, as documents name it. */
  readonly path: string | null;
}

export interface FactGroup {
  readonly group: string;
  readonly items: readonly FactOption[];
}

const specials: readonly FactOption[] = [
  { value: 'id', label: 'The id of the patient', path: null },
  { value: 'ignored', label: 'Left out', path: null },
];

const prefix = 'fact:';

/** What a column can be: the facts that the workflow reads, by their groups, then those that change none of its decisions. */
export class FactOptions {
  readonly groups: readonly FactGroup[];
  private readonly texts: ReadonlyMap<string, string>;

  constructor(facts: readonly FactTerm[]) {
    const option = (fact: FactTerm): FactOption => ({ value: prefix + fact.path, label: factTitle(fact), path: fact.path });
    const read = facts.filter(({ isRead }) => isRead);
    const others = facts.filter(({ isRead }) => !isRead);
    this.groups = [
      { group: 'No fact', items: specials },
      ...[...gather(read, ({ group }) => group ?? 'Other facts')].map(([group, items]) => ({ group, items: items.map(option) })),
      ...(others.length > 0 ? [{ group: 'Not read by this workflow', items: others.map(option) }] : []),
    ];
    this.texts = new Map(facts.map((fact) => [prefix + fact.path, [factTitle(fact), fact.path, fact.group, fact.description].filter(Boolean).join(' ')]));
  }

  /** The groups with what holds every word of a search; by label, path, group or description. */
  found(search: string): readonly FactGroup[] {
    const holds = searchFor(search);
    return this.groups
      .map(({ group, items }) => ({ group, items: items.filter(({ value, label }) => holds(label, this.texts.get(value), group)) }))
      .filter(({ items }) => items.length > 0);
  }
}

export const valueOf = (use: ColumnUse): string | null => (use.is === 'fact' ? prefix + use.fact : use.is === 'open' ? null : use.is);

export function chosenUse(value: string | null): ColumnUse {
  if (value === null) return { is: 'open' };
  return value === 'id' || value === 'ignored' ? { is: value } : { is: 'fact', fact: value.slice(prefix.length) };
}
