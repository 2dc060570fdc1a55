import { describe, expect, it } from 'vitest';
import { cleared, fillDown, pasteInto, textsOfBlock } from './paste';

const size = { rows: 3, columns: 2 };
const cell = (row: number, column: number) => ({ top: row, left: column, bottom: row, right: column });
const block = (top: number, left: number, bottom: number, right: number) => ({ top, left, bottom, right });

describe('pasting', () => {
  it.each<[string, ReturnType<typeof pasteInto>, string, number, number]>([
    ['begins at the cell', pasteInto(cell(1, 0), [['a', 'b']], size, true), '1,0=a 1,1=b', 0, 0],
    ['adds the rows that are missing', pasteInto(cell(2, 0), [['a'], ['b'], ['c']], size, true), '2,0=a 3,0=b 4,0=c', 2, 0],
    ['adds no rows where there can be none', pasteInto(cell(2, 0), [['a'], ['b']], size, false), '2,0=a', 0, 1],
    ['counts what lies right of the last column', pasteInto(cell(0, 1), [['a', 'b', '']], size, true), '0,1=a', 0, 1],
    ['leaves cells alone that a short row does not have', pasteInto(cell(0, 0), [['a'], ['b', 'c']], size, true), '0,0=a 1,0=b 1,1=c', 0, 0],
    ['fills a selection with one cell', pasteInto(block(0, 0, 1, 1), [['a']], size, true), '0,0=a 0,1=a 1,0=a 1,1=a', 0, 0],
    ['fills a selection that is a multiple', pasteInto(block(0, 0, 1, 1), [['a', 'b']], size, true), '0,0=a 0,1=b 1,0=a 1,1=b', 0, 0],
    ['goes on beyond a selection that is none', pasteInto(block(0, 0, 1, 0), [['a'], ['b'], ['c']], size, true), '0,0=a 1,0=b 2,0=c', 0, 0],
    ['enters an empty grid', pasteInto(cell(0, 0), [['a']], { rows: 0, columns: 1 }, true), '0,0=a', 1, 0],
  ])('%s', (_, { writes, addedRows, outside }, expected, added, lost) => {
    expect(writes.map(({ row, column, text }) => `${row},${column}=${text}`).join(' ')).toBe(expected);
    expect([addedRows, outside]).toEqual([added, lost]);
  });

  it('says which cells it filled', () => {
    expect(pasteInto(cell(1, 1), [['a', 'b'], ['c', 'd'], ['e', 'f']], size, true).block).toEqual(block(1, 1, 3, 1));
  });
});

describe('filling down', () => {
  const textAt = (row: number, column: number) => `${row}${column}`;

  it('repeats the first selected row', () => {
    expect(fillDown(block(0, 1, 2, 1), textAt)).toEqual([{ row: 1, column: 1, text: '01' }, { row: 2, column: 1, text: '01' }]);
  });

  it('repeats the row above where one row is selected', () => {
    expect(fillDown(cell(2, 0), textAt)).toEqual([{ row: 2, column: 0, text: '10' }]);
    expect(fillDown(cell(0, 0), textAt)).toEqual([]);
  });

  it('copies and clears what is selected', () => {
    expect(textsOfBlock(block(0, 0, 1, 1), textAt)).toEqual([['00', '01'], ['10', '11']]);
    expect(cleared(block(0, 0, 0, 1))).toEqual([{ row: 0, column: 0, text: '' }, { row: 0, column: 1, text: '' }]);
  });
});
