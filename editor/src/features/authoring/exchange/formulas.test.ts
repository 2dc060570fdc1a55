import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { attacks } from '../../../../../tests/spec/attacks/formulas.json';
import { readCsv, writeCsv } from '../../../model/tables/csv';
import { readXlsx, writeXlsx } from './xlsx';

const startsFormula = /^[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/;

/** The table of tests/spec/attacks/formulas.json: what a spreadsheet program would run leaves the editor as a text. */
describe.each(attacks)('a cell that is an attack: $name', ({ cell, why, source }) => {
  it('says why it is one', () => {
    expect([why, source].every((text) => text.length > 3)).toBe(true);
  });

  it('is a text in a CSV file, and comes back as it was', () => {
    const file = writeCsv([['Heading', 'Other'], [cell, 'x']]);
    for (const written of Papa.parse<string[]>(file.replace(/^\uFEFF/, '')).data.flat()) expect(written).not.toMatch(startsFormula);
    expect(readCsv(file)).toEqual({ rows: [['Heading', 'Other'], [cell, 'x']], problems: [] });
  });

  it('is a text in a workbook, and comes back as it was', async () => {
    // A formula would come back as its result, which nobody computed.
    const [sheet] = await readXlsx(await writeXlsx([['Heading'], [cell]], [10]));
    // A file of XML has one kind of line end.
    expect(sheet?.matrix.rows[1]?.[0]?.replaceAll(/\r\n?/g, '\n')).toBe(cell.replaceAll(/\r\n?/g, '\n'));
  });
});
