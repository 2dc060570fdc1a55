import { describe, expect, it } from 'vitest';
import type { Sheet, SheetColumn } from './sheet';
import { findingsOfSheet, markOf, overlapMarks } from './sheetFindings';

const sheet: Sheet = { kind: 'table', path: ['Tables', 0, 'Rows'], inputs: 1, outputs: 1, rows: [] };
const item: Sheet = { kind: 'item', path: ['Scores', 0, 'Items', 1, 'Points'], inputs: 1, outputs: 1, rows: [] };
const finding = (pointer: string, severity = 'error', message = pointer, help: string | null = null) => ({ pointer, severity, message, help });
const when: SheetColumn = { kind: 'when', index: 0 };
const then: SheetColumn = { kind: 'then', index: 0 };

describe('findings of a sheet', () => {
  it.each<[Sheet, string, SheetColumn | null]>([
    [sheet, '/Tables/0/Rows/3/When/0', when],
    [sheet, '/tables/0/rows/3/then/0', then],
    [sheet, '/Tables/0/Rows/3/Condition', { kind: 'condition' }],
    [sheet, '/Tables/0/Rows/3/Evidence/1/Source', { kind: 'evidence' }],
    [sheet, '/Tables/0/Rows/3/When', null],
    [sheet, '/Tables/0/Rows/3/When/1', null],
    [sheet, '/Tables/0/Rows/3', null],
    [item, '/Scores/0/Items/1/Points/3/When', when],
    [item, '/Scores/0/Items/1/Points/3/Points', then],
    [item, '/Scores/0/Items/1/Points/3/Otherwise', null],
  ])('stand where they belong: %#', (of, pointer, column) => {
    const found = [finding(pointer)];
    const { ofCell, ofRow } = findingsOfSheet(found, of);
    expect(column ? ofCell(3, column) : ofRow(3)).toEqual(found);
    expect(column ? ofRow(3) : ofCell(3, when)).toEqual([]);
  });

  it('are not those of another table', () => {
    expect(findingsOfSheet([finding('/Tables/1/Rows/3/When/0'), finding('/Tables/0')], sheet).ofCell(3, when)).toEqual([]);
  });

  it('become one mark with the remedy', () => {
    expect(markOf([])).toBeNull();
    expect(markOf([finding('', 'warning', 'not `x`', 'write `y`'), finding('', 'error', 'no')])).toEqual({ tone: 'bad', text: 'Not x. Write y. No.' });
  });
});

describe('rows that apply together', () => {
  it.each([
    ['Unique', 'bad', 'Applies together with row 3, for example with a = 1. Only one row of this table may apply.'],
    ['Any', 'warn', 'Applies together with row 3, for example with a = 1. Both must then say the same.'],
    ['First', 'info', 'Applies together with row 3, for example with a = 1. Row 1 counts, because it comes first.'],
    ['Collect', 'info', 'Applies together with row 3, for example with a = 1.'],
  ])('are marked both, with what %s makes of it', (policy, tone, text) => {
    const marks = overlapMarks([{ first: 0, second: 2, example: 'a = 1' }], policy, 'row');
    expect(marks.get(0)).toEqual([{ tone, text }]);
    expect(marks.get(2)).toEqual([{ tone, text: text.replace('with row 3', 'with row 1') }]);
  });
});
