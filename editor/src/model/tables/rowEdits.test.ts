import { describe, expect, it } from 'vitest';
import { readWorkflow } from '../documents/workflowDocument';
import { dropConditions, dropSurplus, emptyRow, insertRows, placeForNewRow, rowForGap, toggleOtherwise, writeCells, type SheetWrite } from './rowEdits';
import { cellText, columnsOf, sheetOfItem, sheetOfTable, surplusOf, type Sheet, type SheetColumn } from './sheet';

const tableText = `{
  "Tables": [
    { "Name": "dose", "HitPolicy": "First",
      "Inputs": [{ "Name": "a", "Expression": "p.a" }, { "Name": "b", "Expression": "p.b" }],
      "Outputs": [{ "Name": "mg", "Type": "number" }],
      "Rows": [
        { "When": ["> 60", "true"], "Then": ["4.0"],
          "Evidence": [{ "Source": "label", "Locator": "Table 1" }] }, // normal
        { "Condition": "p.c", "Then": ["3.5"] },
        { "Otherwise": true, "Then": ["0"] }
      ] }
  ]
}`;

const scoreText = `{
  "Scores": [{ "Name": "s", "Items": [{ "Name": "i", "Input": "p.a", "Points": [{ "When": "< 1", "Points": 1.50 }, { "Otherwise": true, "Points": 0 }] }] }]
}`;

const tableOf = (text: string): Sheet => {
  const table = readWorkflow(text).tables[0];
  if (!table) throw new Error('no table');
  return sheetOfTable(table);
};

const itemOf = (text: string): Sheet => {
  const item = readWorkflow(text).scores[0]?.items[0];
  if (!item) throw new Error('no item');
  return sheetOfItem(item);
};

const when = (index: number): SheetColumn => ({ kind: 'when', index });
const then: SheetColumn = { kind: 'then', index: 0 };
const condition: SheetColumn = { kind: 'condition' };
const evidence: SheetColumn = { kind: 'evidence' };
const write = (row: number, column: SheetColumn, text: string): SheetWrite => ({ row, column, text });
const grid = (sheet: Sheet) => sheet.rows.map((row) => columnsOf(sheet, false).map((column) => cellText(sheet, row, column)).join(' | '));

describe('a table as cells', () => {
  it('shows what each row says, with a word for the row that applies otherwise', () => {
    expect(grid(tableOf(tableText))).toEqual(['> 60 | true |  | 4.0 | label: Table 1', '_ | _ | p.c | 3.5 | ', 'otherwise |  |  | 0 | ']);
    expect(grid(itemOf(scoreText))).toEqual(['< 1 | 1.50 | ', 'otherwise | 0 | ']);
  });

  it('has a column of conditions only where it is needed', () => {
    const plain = tableOf(tableText.replace('"Condition": "p.c"', '"When": ["_", "_"]'));
    expect(columnsOf(plain, false).map(({ kind }) => kind)).toEqual(['when', 'when', 'then', 'evidence']);
    expect(columnsOf(plain, true).map(({ kind }) => kind)).toEqual(['when', 'when', 'condition', 'then', 'evidence']);
    expect(columnsOf(itemOf(scoreText.replace('"Input": "p.a", ', '').replace('"When": "< 1"', '"Condition": "p.a < 1"')), false).map(({ kind }) => kind)).toEqual(['condition', 'then', 'evidence']);
  });

  it('finds cells that stand in no column, and takes them away on demand', () => {
    const long = tableText.replace('"true"], "Then": ["4.0"]', '"true", "x"], "Then": ["4.0", "y"]');
    const [row] = tableOf(long).rows;
    expect(row && surplusOf(tableOf(long), row)).toEqual(['x', 'y']);
    expect(dropSurplus(long, tableOf(long))).toBe(tableText);
  });
});

describe('writing cells', () => {
  it.each<[string, readonly SheetWrite[], string, string]>([
    ['replaces only the cell', [write(0, when(0), '>= 60')], '"> 60"', '">= 60"'],
    ['keeps what was pasted as it is', [write(0, when(1), 'no "pattern"\n')], '"true"]', String.raw`"no \"pattern\"\n"]`],
    ['several cells of several rows at once', [write(0, then, '5'), write(0, when(0), '_')], '["> 60", "true"], "Then": ["4.0"]', '["_", "true"], "Then": ["5"]'],
    ['adds a condition at its place', [write(0, condition, 'p.d')], '"true"], "Then"', '"true"], "Condition": "p.d", "Then"'],
    ['takes a condition away that is emptied', [write(1, condition, '')], '"Condition": "p.c", ', ''],
    ['gives a row with only a condition cells that let any value do', [write(1, when(1), 'false')], '{ "Condition"', '{ "When": ["_", "false"], "Condition"'],
    ['reads citations', [write(0, evidence, 'label: Table 2 [S1]')], '"Table 1" }', '"Table 2", "Statements": ["S1"] }'],
    ['takes evidence away that is emptied', [write(0, evidence, '')], ',\n          "Evidence": [{ "Source": "label", "Locator": "Table 1" }]', ''],
    ['makes a row apply otherwise', [write(1, when(0), ' Otherwise ')], '"Condition": "p.c"', '"Otherwise": true'],
    ['gives a row that applied otherwise conditions again', [write(2, when(0), '> 1')], '"Otherwise": true', '"When": ["> 1", ""]'],
    ['leaves a row that applies otherwise one when an empty cell is written into it', [write(2, when(1), ''), write(2, then, '1')], '["0"]', '["1"]'],
  ])('%s', (_, writes, old, now) => {
    expect(tableText).toContain(old);
    expect(writeCells(tableText, tableOf(tableText), writes)).toBe(tableText.replace(old, now));
  });

  it.each<[string, string, string, string]>([
    ['number cells keep their digits', '2.60', '1.50', '2.60'],
    ['what is no number stays as text', 'two', '1.50', '"two"'],
  ])('%s', (_, typed, old, now) => {
    expect(writeCells(scoreText, itemOf(scoreText), [write(0, then, typed)])).toBe(scoreText.replace(old, now));
  });

  it('writes the pattern and the condition of a band', () => {
    const written = writeCells(scoreText, itemOf(scoreText), [write(0, when(0), '< 2'), write(0, condition, 'p.b')]);
    expect(written).toBe(scoreText.replace('"When": "< 1"', '"When": "< 2", "Condition": "p.b"'));
  });

  it('adds the rows that a paste needs', () => {
    const written = writeCells(tableText, tableOf(tableText), [write(3, when(0), '1'), write(4, then, '2')], 2);
    expect(grid(tableOf(written)).slice(3)).toEqual(['1 |  |  |  | ', ' |  |  | 2 | ']);
    expect(written).toContain('// normal');
  });
});

describe('rows', () => {
  it('a new one says nothing, and stands before the one that applies otherwise', () => {
    const sheet = tableOf(tableText);
    expect(placeForNewRow(sheet)).toBe(2);
    expect(grid(tableOf(insertRows(tableText, sheet, 2, [emptyRow(sheet)])))[2]).toBe(' |  |  |  | ');
    expect(emptyRow(itemOf(scoreText))).toEqual({ When: '', Points: '' });
  });

  it('the last one can apply otherwise', () => {
    const without = toggleOtherwise(tableText, tableOf(tableText));
    expect(grid(tableOf(without))).toHaveLength(2);
    expect(toggleOtherwise(without, tableOf(without))).toBe(tableText.replace('["0"]', '[""]'));
  });

  it('one for a gap covers it, and asks for its result', () => {
    expect(rowForGap(tableOf(tableText), ['30', null])).toEqual({ When: ['30', '_'], Then: [''] });
    expect(rowForGap(itemOf(scoreText), ['30'])).toEqual({ When: '30', Points: '' });
  });

  it('lose their conditions together', () => {
    expect(grid(tableOf(dropConditions(tableText, tableOf(tableText))))[1]).toBe(' |  | 3.5 | ');
  });
});
