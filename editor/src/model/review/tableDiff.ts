import type { TableView } from '../documents/workflowDocument';
import type { FieldDifference, PartDifference, TableParts } from './differences';

export interface DiffColumn {
  readonly name: string;
  readonly isOutput: boolean;
  readonly kind: 'same' | 'added' | 'removed' | 'changed' | 'moved';
}

export interface DiffCell {
  readonly before: string | null;
  readonly after: string | null;
  readonly differs: boolean;
  /** What a condition that differs says now. */
  readonly sentence: string | null;
}

export interface DiffRow {
  readonly kind: 'same' | 'added' | 'removed' | 'changed' | 'moved';
  /** Of the new table, from 1; null for one that is gone. */
  readonly number: number | null;
  readonly cells: readonly DiffCell[];
  /** Conditions, evidence and what else belongs to no column. */
  readonly others: readonly FieldDifference[];
  /** What the server says about it; null for one that is the same. */
  readonly part: PartDifference | null;
}

export interface TableDiff {
  readonly columns: readonly DiffColumn[];
  readonly rows: readonly DiffRow[];
}

const kinds = ['added', 'removed', 'changed', 'moved'] as const;

const kindOf = (kind: string): DiffRow['kind'] => kinds.find((known) => known === kind) ?? 'changed';

/** A table as it is now, with what was there before at the places where it differs. `table` is null when it is gone. */
export function tableDiff(table: TableView | null, parts: TableParts): TableDiff {
  const columns = columnsOf(table, parts);
  const now = (table?.rows ?? []).map((row, i): DiffRow => {
    const part = parts.rows.find(({ kind, pointer }) => kind !== 'removed' && sameKeys(pointer, row.pointer)) ?? null;
    const written = [...row.when.map((text, at) => [text, false, at] as const), ...row.then.map((text, at) => [text, true, at] as const)];
    const textAt = (isOutput: boolean, at: number) => written.find(([, output, place]) => output === isOutput && place === at)?.[0] ?? null;
    const places = placesOf(table);
    const { cells, others } = cellsOf(columns, part, (column) => {
      const at = places.get(keyOf(column));
      return at === undefined ? null : textAt(column.isOutput, at);
    });
    return { kind: part ? kindOf(part.kind) : 'same', number: i + 1, cells, others, part };
  });
  return { columns, rows: withRemoved(now, columns, parts.rows) };
}

/** Keys of documents count without case. */
const sameKeys = (a: string, b: string) => a.toLowerCase() === b.toLowerCase();

const keyOf = ({ name, isOutput }: Pick<DiffColumn, 'name' | 'isOutput'>) => `${isOutput ? 'then' : 'when'}:${name}`;

const placesOf = (table: TableView | null): ReadonlyMap<string, number> => new Map([
  ...(table?.inputs ?? []).map(({ name }, at) => [keyOf({ name, isOutput: false }), at] as const),
  ...(table?.outputs ?? []).map(({ name }, at) => [keyOf({ name, isOutput: true }), at] as const),
]);

/** Inputs before outputs; those that are gone behind the others of their side. */
function columnsOf(table: TableView | null, { columns, own }: TableParts): readonly DiffColumn[] {
  const side = (isOutput: boolean, names: readonly { readonly name: string }[]): readonly DiffColumn[] => {
    const of = columns.filter((part) => (part.of === 'output') === isOutput);
    const kind = (name: string) => of.find((part) => part.kind !== 'removed' && part.name === name)?.kind;
    return [
      ...names.map(({ name }): DiffColumn => ({ name, isOutput, kind: own?.kind === 'added' ? 'same' : kind(name) === undefined ? 'same' : kindOf(kind(name) ?? '') })),
      ...of.filter((part) => part.kind === 'removed').map(({ name }): DiffColumn => ({ name, isOutput, kind: table ? 'removed' : 'same' })),
    ];
  };
  return [...side(false, table?.inputs ?? []), ...side(true, table?.outputs ?? [])];
}

/** An input and an output may share a name: fields of inputs come first. */
function cellsOf(columns: readonly DiffColumn[], part: PartDifference | null, now: (column: DiffColumn) => string | null): Pick<DiffRow, 'cells' | 'others'> {
  const left = [...(part?.fields ?? [])];
  const cells = columns.map((column): DiffCell => {
    const at = left.findIndex(({ name }) => name === column.name);
    const field = at < 0 ? undefined : left.splice(at, 1)[0];
    if (field) {
      const differs = part?.kind === 'changed' || part?.kind === 'moved';
      return { before: field.before, after: field.after, differs, sentence: differs && !column.isOutput ? field.afterSentence : null };
    }
    const text = now(column);
    return { before: text, after: text, differs: false, sentence: null };
  });
  return { cells, others: left };
}

/** Rows that are gone stand where they stood: before the next row that the list of parts has. */
function withRemoved(now: readonly DiffRow[], columns: readonly DiffColumn[], parts: readonly PartDifference[]): readonly DiffRow[] {
  const result = [...now];
  parts.forEach((part, i) => {
    if (part.kind !== 'removed') return;
    const gone: DiffRow = { kind: 'removed', number: null, part, ...cellsOf(columns, part, () => null) };
    const next = parts.slice(i + 1).find(({ kind }) => kind !== 'removed');
    const place = next ? result.findIndex((row) => row.part === next) : -1;
    // Without a neighbour that differs, its old number is the best that is known.
    const old = Number(/\d+$/.exec(part.pointer)?.[0] ?? now.length);
    const at = place >= 0 ? place : Math.min(Math.max(old, result.findLastIndex((row) => row.part !== null) + 1), result.length);
    result.splice(at, 0, gone);
  });
  return result;
}

export type RowOrGap = { readonly kind: 'row'; readonly row: DiffRow } | { readonly kind: 'gap'; readonly rows: number };

/** Rows that differ with their neighbours; the many that are the same are counted. */
export function rowsWithContext(rows: readonly DiffRow[], context = 1): readonly RowOrGap[] {
  const isShown = rows.map((_, i) => rows.slice(Math.max(0, i - context), i + context + 1).some(({ kind }) => kind !== 'same'));
  const shown: RowOrGap[] = [];
  rows.forEach((row, i) => {
    const last = shown.at(-1);
    if (isShown[i]) shown.push({ kind: 'row', row });
    else if (last?.kind === 'gap') shown[shown.length - 1] = { kind: 'gap', rows: last.rows + 1 };
    else shown.push({ kind: 'gap', rows: 1 });
  });
  return shown;
}
