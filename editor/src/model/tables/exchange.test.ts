import { describe, expect, it } from 'vitest';
import { readWorkflow } from '../documents/workflowDocument';
import { guarded, readCsv, unguarded, writeCsv } from './csv';
import { applyImport, mapHeadings, matrixOf, planImport, type NamedColumn } from './exchange';
import { columnsOf, sheetOfTable, type Sheet } from './sheet';

const text = `{ "Tables": [{ "Name": "t", "Inputs": [{ "Name": "age", "Expression": "p.a" }], "Outputs": [{ "Name": "dose", "Type": "number" }],
  "Rows": [
    { "When": ["= 5"], "Condition": "p.c", "Then": ["-1"], "Evidence": [{ "Source": "label", "Locator": "Table 1" }, { "Source": "b", "Statements": ["S1"] }] },
    { "When": ["\\"a, b\\" or \\"c\\"\\n"], "Then": ["4.0"] },
    { "Otherwise": true, "Then": ["0"] }
  ] }] }`;

const sheetIn = (of: string): Sheet => {
  const [table] = readWorkflow(of).tables;
  if (!table) throw new Error('no table');
  return sheetOfTable(table);
};

const labels = { when: 'Age', condition: 'Condition', then: 'Dose', evidence: 'Evidence' };
const columns: readonly NamedColumn[] = columnsOf(sheetIn(text), true).map((column) => ({ column, label: labels[column.kind] }));

describe('cells that a spreadsheet would run', () => {
  it.each(['=1+1', '+1', '-1', '@x', '\tx', "'=x", "''=x", "'x", 'a', '', '>= 30'])('%j comes back the same', (cell) => {
    expect(unguarded(guarded(cell))).toBe(cell);
    expect(/^[=+\-@\t\r]/.test(guarded(cell))).toBe(false);
  });
});

describe('a table as a file', () => {
  it('comes back the same through CSV', () => {
    const csv = writeCsv(matrixOf(sheetIn(text), columns));
    const matrix = readCsv(csv);
    expect(matrix.problems).toEqual([]);
    const plan = planImport(matrix, mapHeadings(matrix.rows[0] ?? [], columns), sheetIn(text), columns, true);
    expect(plan.losses).toEqual([]);
    const imported = sheetIn(applyImport(text, sheetIn(text), plan.rows, true));
    expect(matrixOf(imported, columns)).toEqual(matrixOf(sheetIn(text), columns));
  });

  it.each([
    ['semicolons', 'Age;Dose\r\n> 1;2\r\n', [['Age', 'Dose'], ['> 1', '2']]],
    ['tabs', 'Age\tDose\n> 1\t2', [['Age', 'Dose'], ['> 1', '2']]],
    ['one column', 'Age\n1\n', [['Age'], ['1']]],
    ['quotes and line breaks', '"a ""b"", c","d\ne"\n', [['a "b", c', 'd\ne']]],
  ])('is read with %s', (_, csv, rows) => {
    expect(readCsv(csv)).toEqual({ rows, problems: [] });
  });

  it('names the row in which reading fails', () => {
    expect(readCsv('Age,Dose\n1,"2\n').problems).toEqual([expect.stringMatching(/^Row 2: /)]);
  });
});

describe('an import', () => {
  const matrix = { problems: [], rows: [['DOSE', 'age ', 'Note', ''], ['2.50', '> 1', 'why', ''], ['', '', '', ''], ['3', '< 1', '', '', 'x']] };
  const mapping = mapHeadings(matrix.rows[0] ?? [], columns);

  it('finds columns by their headings, each once', () => {
    expect(mapping).toEqual([2, 0, null, null]);
    expect(mapHeadings(['Age', 'Age'], columns)).toEqual([0, null]);
  });

  it('says what goes nowhere and what goes away before it replaces', () => {
    expect(planImport(matrix, mapping, sheetIn(text), columns, true).losses).toEqual([
      'The column “Note” of the file is left out (1 cell).',
      'Row 4, column 5: “x” stands under no heading and is left out.',
      'Condition: 1 cell of the table that the file does not have will be gone.',
      'Evidence: 1 cell of the table that the file does not have will be gone.',
    ]);
    expect(planImport(matrix, mapping, sheetIn(text), columns, false).losses).toHaveLength(2);
  });

  it('says which columns it leaves empty', () => {
    expect(planImport(matrix, [null, 0, null, null], sheetIn(text), columns, false).unfilled).toEqual(['Dose']);
  });

  it('appends before the row that applies otherwise', () => {
    const { rows } = planImport(matrix, mapping, sheetIn(text), columns, false);
    const after = sheetIn(applyImport(text, sheetIn(text), rows, false));
    expect(after.rows.map(({ when, then }) => `${when.join()} → ${then.join()}`).slice(2)).toEqual(['> 1 → 2.50', '< 1 → 3', ' → 0']);
  });
});
