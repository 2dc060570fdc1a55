import Papa from 'papaparse';
import type { Matrix } from './exchange';

const runs = /^'*[=+\-@\t\r]/;

/** A spreadsheet would run a cell that begins so, or take `= 5` for a formula: an apostrophe before it makes it a text. */
export const guarded = (cell: string): string => (runs.test(cell) ? `'${cell}` : cell);

/** The same text without the apostrophe that guarded it. */
export const unguarded = (cell: string): string => (cell.startsWith("'") && runs.test(cell) ? cell.slice(1) : cell);

/** With a byte order mark, so that spreadsheets read letters beyond ASCII right. */
export const writeCsv = (matrix: readonly (readonly string[])[]): string => `\uFEFF${Papa.unparse(matrix.map((row) => row.map(guarded)), { newline: '\r\n' })}\r\n`;

/** Comma, semicolon or tab, whichever the file uses. */
export function readCsv(text: string): Matrix {
  const { data, errors } = Papa.parse<string[]>(text.replace(/^\uFEFF/, ''), { delimitersToGuess: [',', ';', '\t'] });
  const rows = data.map((row) => row.map(unguarded));
  const last = rows.at(-1);
  return {
    rows: last?.length === 1 && last[0] === '' ? rows.slice(0, -1) : rows,
    problems: errors.filter(({ code }) => code !== 'UndetectableDelimiter').map(({ row, message }) => (row === undefined ? message : `Row ${row + 1}: ${message}.`)),
  };
}
