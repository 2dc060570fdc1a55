import { editItems, insertAt, moveItem, removeAt, setAt, type TextEdit } from '../documents/editJson';
import { itemsOf, member, nodeAt, parseDocument, type JSONPath } from '../documents/json';
import { memberOrder, type TableView } from '../documents/workflowDocument';

export type ColumnSide = 'input' | 'output';

const parts = {
  input: { list: 'Inputs', cells: 'When', order: memberOrder.tableInput },
  output: { list: 'Outputs', cells: 'Then', order: memberOrder.tableOutput },
} as const;

export const columnPath = (table: TableView, side: ColumnSide, index: number): JSONPath => [...table.path, parts[side].list, index];

const countOf = (table: TableView, side: ColumnSide) => (side === 'input' ? table.inputs : table.outputs).length;

/**
 * A new last column. What rows say does not change by it: an input's cells let any value do. An output's cells are empty, and the server asks
 * for them.
 */
export function addColumn(text: string, table: TableView, side: ColumnSide): string {
  const name = freeColumnName(table, side);
  const column = side === 'input' ? { Name: name, Expression: '' } : { Name: name, Type: 'number' };
  const { list } = parts[side];
  const count = countOf(table, side);
  const added = insertAt(text, [...table.path, list], count, column, memberOrder.table);
  return inEveryRow(added, table, (row) => {
    const cells = cellsOf(row, side);
    // Rows that only have a condition go on without cells.
    if (cells === null) return side === 'output' ? setAt(row, ['Then'], [''], memberOrder.row) : row;
    return cells === count ? insertAt(row, [parts[side].cells], count, side === 'input' ? '_' : '') : row;
  });
}

/** Takes a column away, with its cells. */
export function removeColumn(text: string, table: TableView, side: ColumnSide, index: number): string {
  const removed = removeAt(text, columnPath(table, side, index));
  const key = parts[side].cells;
  return inEveryRow(removed, table, (row) => {
    const cells = cellsOf(row, side);
    if (cells === null || cells <= index) return row;
    // A row without input cells says nothing with an empty list either.
    return side === 'input' && cells === 1 ? withoutWhen(row) : removeAt(row, [key, index]);
  });
}

const withoutWhen = (row: string) => (hasMember(row, 'Condition') ? removeAt(row, ['When']) : setAt(removeAt(row, ['When']), ['Condition'], '', memberOrder.row));

/** A column at another place of its side; its cells go with it. */
export function moveColumn(text: string, table: TableView, side: ColumnSide, from: number, to: number): string {
  if (to < 0 || to >= countOf(table, side)) return text;
  const { list, cells } = parts[side];
  return inEveryRow(moveItem(text, [...table.path, list], from, to), table, (row) => moveItem(row, [cells], from, to));
}

export const setColumn = (text: string, table: TableView, side: ColumnSide, index: number, key: string, value: string | undefined): string =>
  setAt(text, [...columnPath(table, side, index), key], value, parts[side].order);

/** The kind of an output; what another kind does not have goes. */
export function setOutputType(text: string, table: TableView, index: number, type: string): string {
  let result = setColumn(text, table, 'output', index, 'Type', type);
  if (type !== 'number' && type !== 'integer') result = setColumn(result, table, 'output', index, 'Unit', undefined);
  if (type !== 'enum') result = setColumn(result, table, 'output', index, 'Values', undefined);
  return result;
}

export const setOutputValues = (text: string, table: TableView, index: number, values: readonly string[]): string =>
  setAt(text, [...columnPath(table, 'output', index), 'Values'], values.length === 0 ? undefined : values, parts.output.order);

/** Only Collect joins the rows that apply; another policy takes the way of joining away. */
export function setHitPolicy(text: string, table: TableView, policy: string): string {
  const set = setAt(text, [...table.path, 'HitPolicy'], policy, memberOrder.table);
  return policy === 'Collect' ? set : setAt(set, [...table.path, 'Aggregation'], undefined);
}

const inEveryRow = (text: string, table: TableView, edit: TextEdit) => editItems(text, [...table.path, 'Rows'], new Map(table.rows.map((_, i) => [i, edit])));

function cellsOf(row: string, side: ColumnSide): number | null {
  const list = nodeAt(parseDocument(row).root, [parts[side].cells]);
  return list?.type === 'array' ? itemsOf(list).length : null;
}

const hasMember = (row: string, key: string) => member(parseDocument(row).root, key) !== undefined;

function freeColumnName({ inputs, outputs }: TableView, side: ColumnSide): string {
  const taken = new Set([...inputs, ...outputs].map(({ name }) => name.toLowerCase()));
  for (let i = (side === 'input' ? inputs : outputs).length + 1; ; i += 1) {
    const name = `${side}${i}`;
    if (!taken.has(name)) return name;
  }
}
