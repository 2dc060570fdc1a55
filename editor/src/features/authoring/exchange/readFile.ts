import { readCsv } from '../../../model/tables/csv';
import type { Matrix } from '../../../model/tables/exchange';

export interface ReadSheet {
  readonly name: string;
  readonly matrix: Matrix;
}

/** No table of rules is longer; a file that is something else is not read into the page. */
const most = 20 * 1024 * 1024;

/** The sheets of a file; a text file has one. Throws a sentence for people. */
export async function readTableFile(file: File): Promise<readonly ReadSheet[]> {
  if (file.size > most) throw new Error('The file is larger than 20 MB, which no table of rules is.');
  if (/\.xls[xm]$/i.test(file.name)) {
    const { readXlsx } = await import('./xlsx');
    return readXlsx(file).catch(() => { throw new Error('The file cannot be read as an Excel workbook. Save it as .xlsx or .csv and try again.'); });
  }
  if (/\.xls$/i.test(file.name)) throw new Error('Workbooks of the old kind (.xls) are not read. Save it as .xlsx or .csv and try again.');
  const text = await file.text();
  if (text.includes('\u0000')) throw new Error('The file is neither a CSV file nor an Excel workbook (.xlsx).');
  return [{ name: file.name, matrix: readCsv(text) }];
}
