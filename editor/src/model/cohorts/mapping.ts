import type { CohortMapping, FactTerm, MappedColumn } from '../../api/generated';

/** What a column is: a fact, the id, left out, or not decided yet (which the server refuses, so that no value is lost by a slip). */
export type ColumnUse = { readonly is: 'open' | 'id' | 'ignored' } | { readonly is: 'fact'; readonly fact: string };

/** What a text of a column means; null: not known. */
export interface Meaning {
  readonly text: string;
  readonly means: string | null;
}

export interface ColumnDraft {
  readonly column: string;
  readonly use: ColumnUse;
  readonly unit: string | null;
  readonly date: string | null;
  /** Between the elements of a list. */
  readonly separator: string;
  /** The text that says that a list is empty. */
  readonly none: string;
  readonly meanings: readonly Meaning[];
}

export interface MappingDraft {
  readonly decimal: '.' | ',';
  readonly columns: readonly ColumnDraft[];
}

export const dateFormats = ['yyyy-MM-dd', 'dd.MM.yyyy', 'dd/MM/yyyy', 'MM/dd/yyyy', 'yyyyMMdd'] as const;

export const usualSeparator = '|';

const bare = { unit: null, date: null, separator: '', none: '', meanings: [] } as const;

export const openColumn = (column: string): ColumnDraft => ({ column, use: { is: 'open' }, ...bare });

/** A mapping as it is edited: every column of the input is there, in its order. Columns that the input does not have are left behind. */
export function draftOf(mapping: CohortMapping, columns: readonly string[]): MappingDraft {
  const mapped = new Map(mapping.columns.map((column) => [column.column, column]));
  const ignored = new Set(mapping.ignored ?? []);
  return {
    decimal: mapping.decimal === ',' ? ',' : '.',
    columns: columns.map((column) => {
      const as = mapped.get(column);
      if (as) return factColumn(as);
      return { ...openColumn(column), use: { is: mapping.id === column ? 'id' : ignored.has(column) ? 'ignored' : 'open' } };
    }),
  };
}

/** The columns that a mapping speaks of; of an earlier input they need not be there any more. */
export const mentioned = ({ columns, id, ignored }: CohortMapping): readonly string[] => [...columns.map(({ column }) => column), ...(id == null ? [] : [id]), ...(ignored ?? [])];

const factColumn = ({ column, fact, unit, date, separator, none, values }: MappedColumn): ColumnDraft => ({
  column,
  use: { is: 'fact', fact },
  unit: unit ?? null,
  date: date ?? null,
  separator: separator ?? '',
  none: none ?? '',
  meanings: Object.entries(values ?? {}).map(([text, means]) => ({ text, means })),
});

/** What is sent: columns in the order of the draft, so that the server's pointers lead back to them. */
export function mappingOf({ decimal, columns }: MappingDraft): CohortMapping {
  return {
    columns: factsOf(columns).map(({ column, use: { fact }, unit, date, separator, none, meanings }) => ({
      column,
      fact,
      ...(unit === null ? {} : { unit }),
      ...(date === null ? {} : { date }),
      ...(separator === '' ? {} : { separator }),
      ...(none === '' ? {} : { none }),
      ...(meanings.length === 0 ? {} : { values: Object.fromEntries(meanings.filter(({ text }) => text.trim() !== '').map(({ text, means }) => [text.trim(), means])) }),
    })),
    id: columns.find(({ use }) => use.is === 'id')?.column ?? null,
    ignored: columns.filter(({ use }) => use.is === 'ignored').map(({ column }) => column),
    decimal,
  };
}

type FactColumn = ColumnDraft & { readonly use: { readonly is: 'fact'; readonly fact: string } };

const factsOf = (columns: readonly ColumnDraft[]) => columns.filter((column): column is FactColumn => column.use.is === 'fact');

/** The columns that are facts, as the pointers of a mapping count them. */
export const factColumns = (draft: MappingDraft): readonly string[] => factsOf(draft.columns).map(({ column }) => column);

/** Another use of a column; what was said about the former one goes. There is one id: a second one takes its place. */
export function withUse(draft: MappingDraft, column: string, use: ColumnUse, fact: FactTerm | null): MappingDraft {
  return {
    ...draft,
    columns: draft.columns.map((of) => {
      if (of.column === column) return { ...openColumn(column), use, ...(fact?.isList ? { separator: usualSeparator } : {}) };
      return use.is === 'id' && of.use.is === 'id' ? openColumn(of.column) : of;
    }),
  };
}

export const withColumn = (draft: MappingDraft, column: string, change: Partial<Omit<ColumnDraft, 'column' | 'use'>>): MappingDraft =>
  ({ ...draft, columns: draft.columns.map((of) => (of.column === column ? { ...of, ...change } : of)) });

/** Leaves out whatever is not decided yet. */
export const withoutOpen = (draft: MappingDraft): MappingDraft =>
  ({ ...draft, columns: draft.columns.map((of) => (of.use.is === 'open' ? { ...of, use: { is: 'ignored' } } : of)) });

export function countUses({ columns }: MappingDraft): Readonly<Record<ColumnUse['is'], number>> {
  const counts = { open: 0, id: 0, ignored: 0, fact: 0 };
  for (const { use } of columns) counts[use.is] += 1;
  return counts;
}
