import { describe, expect, it } from 'vitest';
import { readXlsx, spreadsheetNumber, writeXlsx } from './xlsx';

describe('a table as a workbook', () => {
  it('comes back the same, whatever its cells begin with', async () => {
    const matrix = [['Age', 'Dose'], ['= 5', '=1+1'], [' > 1 ', '4.0'], ['"a" or "b"', '@x'], ['<b> & \'c\'', '007']];
    const [sheet] = await readXlsx(await writeXlsx(matrix, [10, 10]));
    expect(sheet?.matrix).toEqual({ rows: matrix, problems: [] });
  });

  it('may be long', async () => {
    const matrix = Array.from({ length: 2000 }, (_, i) => Array.from({ length: 10 }, (__, j) => `>= ${i} and < ${j}`));
    const [sheet] = await readXlsx(await writeXlsx(matrix, []));
    expect(sheet?.matrix.rows).toEqual(matrix);
  });

  it('is refused when it is none', async () => {
    await expect(readXlsx(new Blob(['no workbook']))).rejects.toThrow();
  });

  it.each([
    ['4.3499999999999996', '4.35'], ['3.3', '3.3'], ['60', '60'], ['0.30000000000000004', '0.3'], ['-2.2999999999999998', '-2.3'],
    ['1E-3', '0.001'], ['1.5E+20', '150000000000000000000'], ['123456789012345', '123456789012345'], ['#REF!', '#REF!'],
  ])('its number %s is read as %s', (stored, read) => {
    expect(spreadsheetNumber(stored)).toBe(read);
  });
});
