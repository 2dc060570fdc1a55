import type { JsonValue } from '../documents/json';
import { setAt } from '../documents/editJson';
import { memberOrder } from '../documents/workflowDocument';
import { plural } from '../words';
import { insertRows, placeForNewRow, rowOfCells } from './rowEdits';
import { cellText, type Sheet, type SheetColumn } from './sheet';

/** A file as cells, and what was wrong with reading it. */
export interface Matrix {
  readonly rows: readonly (readonly string[])[];
  readonly problems: readonly string[];
}

export interface NamedColumn {
  readonly column: SheetColumn;
  readonly label: string;
}

/** The sheet with its headings, as it is exported. */
export const matrixOf = (sheet: Sheet, columns: readonly NamedColumn[]): readonly (readonly string[])[] => [
  columns.map(({ label }) => label), ...sheet.rows.map((row) => columns.map(({ column }) => cellText(sheet, row, column))),
];

const bare = (heading: string) => heading.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');

/** For each column of the file the column of the sheet that its heading names; null: none. */
export function mapHeadings(headings: readonly string[], columns: readonly NamedColumn[]): readonly (number | null)[] {
  const free = new Set(columns.keys());
  return headings.map((heading) => {
    const found = [...free].find((i) => bare(columns[i]?.label ?? '') === bare(heading));
    if (found !== undefined) free.delete(found);
    return found ?? null;
  });
}

export interface Import {
  readonly rows: readonly JsonValue[];
  /** What is in the file and goes nowhere, or in the sheet and goes away: said before anything happens. */
  readonly losses: readonly string[];
  /** Columns that the file does not fill. */
  readonly unfilled: readonly string[];
}

/** What an import would do. The first row of the file has the headings; `mapping` says where each column goes. */
export function planImport({ rows }: Matrix, mapping: readonly (number | null)[], sheet: Sheet, columns: readonly NamedColumn[], replaces: boolean): Import {
  const [headings = [], ...body] = rows;
  const filled = body.flatMap((cells, i) => (cells.every((cell) => cell.trim() === '') ? [] : [{ cells, place: i + 2 }]));
  const missing = columns.filter((_, i) => !mapping.includes(i));
  const leftOut = headings.flatMap((heading, i) => {
    const count = mapping[i] === null ? filled.filter(({ cells }) => (cells[i] ?? '').trim() !== '').length : 0;
    return count > 0 ? [`The column “${heading || i + 1}” of the file is left out (${plural(count, 'cell')}).`] : [];
  });
  const tooLong = filled.flatMap(({ cells, place }) => cells.slice(headings.length).flatMap((cell, i) =>
    (cell.trim() === '' ? [] : [`Row ${place}, column ${headings.length + i + 1}: “${cell}” stands under no heading and is left out.`])));
  const lost = replaces ? missing.flatMap(({ column, label }) => {
    const count = sheet.rows.filter((row) => cellText(sheet, row, column).trim() !== '').length;
    return count > 0 ? [`${label}: ${plural(count, 'cell')} of the table that the file does not have will be gone.`] : [];
  }) : [];
  return {
    rows: filled.map(({ cells }) => rowOfCells(sheet, mapping.flatMap((target, i) => {
      const column = target === null ? undefined : columns[target]?.column;
      return column ? [{ column, text: cells[i] ?? '' }] : [];
    }))),
    losses: [...leftOut, ...tooLong, ...lost],
    unfilled: missing.filter(({ column }) => column.kind === 'then' || column.kind === 'when').map(({ label }) => label),
  };
}

export const applyImport = (text: string, sheet: Sheet, rows: readonly JsonValue[], replaces: boolean): string =>
  (replaces ? setAt(text, sheet.path, rows, sheet.kind === 'table' ? memberOrder.table : memberOrder.scoreItem) : insertRows(text, sheet, placeForNewRow(sheet), rows));
