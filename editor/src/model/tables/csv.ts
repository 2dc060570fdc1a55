import Papa from 'papaparse';
import type { Matrix } from './exchange';

/** With the signs of full width, which Japanese versions of spreadsheets take for the same. */
const runs = /^'*[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/;

/** A spreadsheet would run a cell that begins so, or take `= 5` for a formula: an apostrophe before it makes it a text. */
export const guarded = (cell: string): string => (runs.test(cell) ? `'${cell}` : cell);

/** The same text without the apostrophe that guarded it. */
export const unguarded = (cell: string): string => (cell.startsWith("'") && runs.test(cell) ? cell.slice(1) : cell);

/** With a byte order mark, so that spreadsheets read letters beyond ASCII right. */
export const writeCsv = (matrix: readonly (readonly string[])[]): string => `\uFEFF${Papa.unparse(matrix.map((row) => row.map(guarded)), { newline: '\r\n' })}\r\n`;

/** Comma, semicolon or tab, whichever parts the headings most. */
const delimiterOf = (text: string) => [',', ';', '\t'].map((delimiter) => ({ delimiter, count: Papa.parse<string[]>(text, { delimiter, preview: 1 }).data[0]?.length ?? 0 }))
  .reduce((best, next) => (next.count > best.count ? next : best)).delimiter;

export function readCsv(file: string): Matrix {
  const text = file.replace(/^\uFEFF/, '');
  const { data, errors } = Papa.parse<string[]>(text, { delimiter: delimiterOf(text) });
  const rows = data.map((row) => row.map(unguarded));
  const last = rows.at(-1);
  return {
    rows: last?.length === 1 && last[0] === '' ? rows.slice(0, -1) : rows,
    problems: errors.map(({ row, message }) => (row === undefined ? message : `Row ${row + 1}: ${message}.`)),
  };
}
