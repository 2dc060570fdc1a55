import readXlsxFile from 'read-excel-file/universal';
import writeXlsxFile from 'write-excel-file/universal';
import type { Matrix } from '../../../model/tables/exchange';

/** Every cell is a text, so nothing in it is ever run and no digit is lost. */
export const writeXlsx = (matrix: readonly (readonly string[])[], widths: readonly number[]): Promise<Blob> =>
  writeXlsxFile(
    matrix.map((row, i) => row.map((cell) => ({ value: cell, type: String, wrap: true, ...(i === 0 ? { fontWeight: 'bold' as const } : {}) }))),
    { columns: widths.map((width) => ({ width })), stickyRowsCount: 1 },
  ).toBlob();

/** The sheets of a workbook by their names. */
export async function readXlsx(file: Blob | ArrayBuffer): Promise<readonly { readonly name: string; readonly matrix: Matrix }[]> {
  const sheets = await readXlsxFile(file, { parseNumber: spreadsheetNumber, trim: false });
  return sheets.map(({ sheet, data }) => {
    const problems: string[] = [];
    const rows = data.map((row, i) => row.map((cell, j) => {
      if (cell instanceof Date) {
        const literal = `Date("${cell.toISOString().slice(0, 10)}")`;
        problems.push(`Row ${i + 1}, column ${j + 1}: a date of the spreadsheet, taken as ${literal}.`);
        return literal;
      }
      return cell === null ? '' : String(cell);
    }));
    return { name: sheet, matrix: { rows, problems } };
  });
}

/** A number of a spreadsheet as people see it there: files hold 4.35 as 4.3499999999999996, with two digits that nobody wrote. */
export function spreadsheetNumber(stored: string): string {
  const value = Number(stored);
  if (!Number.isFinite(value)) return stored;
  const digits = stored.replace(/e.*$/i, '').replaceAll(/[^\d]/g, '').replace(/^0+/, '');
  if (digits.length <= 15 && !/e/i.test(stored)) return stored;
  const [mantissa = '', exponent = '0'] = value.toExponential(14).split('e');
  return plain(mantissa, Number(exponent));
}

/** Moves the decimal point of a mantissa. */
function plain(mantissa: string, exponent: number): string {
  const sign = mantissa.startsWith('-') ? '-' : '';
  const digits = mantissa.replaceAll(/[-.]/g, '');
  const point = exponent + 1;
  const padded = point <= 0 ? '0'.repeat(1 - point) + digits : digits.padEnd(point, '0');
  const place = Math.max(point, 1);
  const fraction = padded.slice(place).replace(/0+$/, '');
  return `${sign}${padded.slice(0, place)}${fraction === '' ? '' : `.${fraction}`}`;
}
