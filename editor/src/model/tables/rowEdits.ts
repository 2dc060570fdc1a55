import { editItems, insertItems, removeAt, setAt } from '../documents/editJson';
import { parseDocument, Raw, valueOf, type JsonValue } from '../documents/json';
import { memberOrder } from '../documents/workflowDocument';
import { writeJson } from '../documents/writeJson';
import { readNumber } from '../facts/number';
import type { CellWrite } from '../grid/paste';
import { citationJson, readCitations } from './citationText';
import { cellPath, isFirstCondition, isOtherwiseText, type Sheet, type SheetColumn, type SheetRow } from './sheet';

/** A row that says nothing yet: the server asks for every cell, so that none is forgotten. */
export function emptyRow({ kind, inputs, outputs }: Sheet): JsonValue {
  const where = inputs === 0 ? { Condition: '' } : { When: kind === 'table' ? texts(inputs) : '' };
  return { ...where, ...(kind === 'table' ? { Then: texts(outputs) } : { Points: '' }) };
}

const texts = (count: number, text = '') => Array.from({ length: count }, () => text);

export const insertRows = (text: string, sheet: Sheet, index: number, rows: readonly JsonValue[]): string => insertItems(text, sheet.path, index, rows, order(sheet).sheet);

const order = ({ kind }: Sheet) => (kind === 'table' ? { sheet: memberOrder.table, row: memberOrder.row } : { sheet: memberOrder.scoreItem, row: memberOrder.band });

/** A new row goes before the last one when that applies otherwise. */
export const placeForNewRow = ({ rows }: Sheet): number => (rows.at(-1)?.otherwise ? rows.length - 1 : rows.length);

export interface SheetWrite extends Omit<CellWrite, 'column'> {
  readonly column: SheetColumn;
}

/** Writes cells, after adding rows at the end. Number cells of a score keep their digits; what is no number stays as the text that it is. */
export function writeCells(text: string, sheet: Sheet, writes: readonly SheetWrite[], addedRows = 0): string {
  const grown = addedRows > 0 ? insertRows(text, sheet, sheet.rows.length, Array.from({ length: addedRows }, () => emptyRow(sheet))) : text;
  const byRow = new Map<number, SheetWrite[]>();
  for (const write of writes) byRow.set(write.row, [...(byRow.get(write.row) ?? []), write]);
  const edits = new Map([...byRow].map(([row, cells]) => [row, (item: string) => writeRow(item, sheet, sheet.rows[row] ?? blank(sheet), cells)] as const));
  return editItems(grown, sheet.path, edits);
}

const blank = ({ inputs, outputs }: Sheet): SheetRow => ({ when: texts(inputs), condition: null, otherwise: false, then: texts(outputs), evidence: [] });

function writeRow(item: string, sheet: Sheet, before: SheetRow, cells: readonly SheetWrite[]): string {
  let text = item;
  let row = before;
  const says = cells.filter(({ column }) => isFirstCondition(sheet, column)).at(-1);
  if (says && isOtherwiseText(says.text)) {
    text = setOtherwise(text, sheet, true);
    row = { ...row, when: [], condition: null, otherwise: true };
  }
  for (const { column, text: cell } of cells) {
    if (row.otherwise && (column.kind === 'when' || column.kind === 'condition')) {
      if (cell === '' || isOtherwiseText(cell)) continue;
      text = setOtherwise(text, sheet, false);
      row = { ...blank(sheet), then: row.then, evidence: row.evidence };
    }
    [text, row] = writeCell(text, sheet, row, column, cell);
  }
  return text;
}

/** A new row that says what the cells say; what they do not say is empty. */
export function rowOfCells(sheet: Sheet, cells: readonly Omit<SheetWrite, 'row'>[]): JsonValue {
  const text = writeRow(writeJson(emptyRow(sheet)), sheet, blank(sheet), cells.map((cell) => ({ row: 0, ...cell })));
  const { root } = parseDocument(text);
  return root ? valueOf(text, root) : emptyRow(sheet);
}

function writeCell(text: string, sheet: Sheet, row: SheetRow, column: SheetColumn, cell: string): [string, SheetRow] {
  const { row: members } = order(sheet);
  switch (column.kind) {
    case 'when': {
      // A row with a condition alone has no cells; those that are not written then say that any value will do.
      const when = filled(row.when, sheet.inputs, row.condition === null ? '' : '_', column.index, cell);
      return [sheet.kind === 'item' ? setAt(text, ['When'], cell, members) : setCell(text, 'When', row.when, when, column.index, members), { ...row, when }];
    }
    case 'condition': {
      const condition = cell === '' && sheet.inputs > 0 ? null : cell;
      return [condition === null ? setAt(text, ['Condition'], undefined) : setAt(text, ['Condition'], condition, members), { ...row, condition }];
    }
    case 'then': {
      if (sheet.kind === 'item') return [setAt(text, cellPath(sheet, column), pointsJson(cell), members), row];
      const then = filled(row.then, sheet.outputs, '', column.index, cell);
      return [setCell(text, 'Then', row.then, then, column.index, members), { ...row, then }];
    }
    case 'evidence': return [setAt(text, ['Evidence'], cell.trim() === '' ? undefined : readCitations(cell).map(citationJson), members), row];
  }
}

const filled = (cells: readonly string[], count: number, filler: string, index: number, cell: string) =>
  Array.from({ length: Math.max(cells.length, count) }, (_, i) => (i === index ? cell : (cells[i] ?? filler)));

const setCell = (text: string, key: string, before: readonly string[], after: readonly string[], index: number, members: readonly string[]) =>
  (index < before.length ? setAt(text, [key, index], after[index] ?? '') : setAt(text, [key], after, members));

function pointsJson(cell: string): JsonValue {
  const reading = readNumber(cell);
  return reading.kind === 'number' ? new Raw(reading.json) : cell;
}

/** Makes the text of a row one that applies when no other does, or one whose conditions are still to be written. */
function setOtherwise(text: string, sheet: Sheet, on: boolean): string {
  const { row } = order(sheet);
  if (on) return setAt(removeAt(removeAt(text, ['When']), ['Condition']), ['Otherwise'], true, row);
  const bare = removeAt(text, ['Otherwise']);
  if (sheet.inputs === 0) return setAt(bare, ['Condition'], '', row);
  return setAt(bare, ['When'], sheet.kind === 'table' ? texts(sheet.inputs) : '', row);
}

/** Adds a last row that applies when no other does, or removes it. */
export function toggleOtherwise(text: string, sheet: Sheet): string {
  const last = sheet.rows.length - 1;
  if (sheet.rows[last]?.otherwise) return removeAt(text, [...sheet.path, last]);
  return insertRows(text, sheet, sheet.rows.length, [{ Otherwise: true, ...(sheet.kind === 'table' ? { Then: texts(sheet.outputs) } : { Points: '' }) }]);
}

/** A row for what no row covers: `cells` are patterns, null where any value will do. */
export const rowForGap = ({ kind, outputs }: Sheet, cells: readonly (string | null)[]): JsonValue =>
  kind === 'table' ? { When: cells.map((cell) => cell ?? '_'), Then: texts(outputs) } : { When: cells[0] ?? '_', Points: '' };

/** Takes away cells that stand in no column. */
export function dropSurplus(text: string, sheet: Sheet): string {
  const edits = new Map(sheet.rows.flatMap((row, i) => {
    if (row.when.length <= sheet.inputs && row.then.length <= sheet.outputs) return [];
    return [[i, (item: string) => shortened(shortened(item, 'When', row.when.length, sheet.inputs), 'Then', row.then.length, sheet.outputs)] as const];
  }));
  return editItems(text, sheet.path, edits);
}

function shortened(item: string, key: string, length: number, wanted: number): string {
  if (wanted === 0 && length > 0) return removeAt(item, [key]);
  let text = item;
  for (let i = length - 1; i >= wanted; i -= 1) text = removeAt(text, [key, i]);
  return text;
}

/** Takes the conditions of all rows away. */
export const dropConditions = (text: string, sheet: Sheet): string =>
  editItems(text, sheet.path, new Map(sheet.rows.flatMap(({ condition }, i) => (condition === null ? [] : [[i, (item: string) => setAt(item, ['Condition'], undefined)] as const]))));
