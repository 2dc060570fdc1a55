import { describe, expect, it } from 'vitest';
import { allOf, at, blockOf, heading, holds, moved, rowNumbers, rowsSelected, selectionWithin, type Motion } from './selection';

const size = { rows: 5, columns: 3 };

describe('the focus of a grid', () => {
  it.each<[Motion, number, number, number, number]>([
    ['up', 2, 1, 1, 1],
    ['up', 0, 1, heading, 1],
    ['up', heading, 1, heading, 1],
    ['down', 4, 1, 4, 1],
    ['left', 2, 0, 2, rowNumbers],
    ['left', 2, rowNumbers, 2, rowNumbers],
    ['right', 2, 2, 2, 2],
    ['top', 3, 2, 0, 2],
    ['bottom', 1, 2, 4, 2],
    ['rowStart', 2, 2, 2, 0],
    ['rowEnd', 2, 0, 2, 2],
    ['first', 3, 2, 0, 0],
    ['last', 0, 0, 4, 2],
    ['pageDown', 0, 1, 3, 1],
    ['pageDown', 3, 1, 4, 1],
    ['pageUp', 4, 1, 1, 1],
    ['pageUp', 1, 1, 0, 1],
    ['next', 0, 1, 0, 2],
    ['next', 0, 2, 1, 0],
    ['previous', 1, 0, 0, 2],
    ['previous', 0, 0, heading, 2],
  ])('goes %s from row %i, column %i to row %i, column %i', (motion, row, column, toRow, toColumn) => {
    expect(moved(at(row, column), motion, size, 3, false)).toEqual(at(toRow, toColumn));
  });

  it.each<[Motion, number, number]>([['next', 4, 2], ['previous', heading, 0]])('leaves the grid with %s from row %i, column %i', (motion, row, column) => {
    expect(moved(at(row, column), motion, size, 3, false)).toBeNull();
  });

  it('stays where something is when rows or columns go', () => {
    expect(selectionWithin(at(4, 2), { rows: 2, columns: 1 })).toEqual(at(1, 0));
    expect(selectionWithin(at(4, 2), { rows: 0, columns: 1 })).toEqual(at(heading, 0));
  });
});

describe('a range of cells', () => {
  it('lies between the anchor and the focus, whichever comes first', () => {
    const back = moved({ anchor: { row: 3, column: 2 }, active: { row: 3, column: 1 } }, 'up', size, 3, true);
    expect(back && blockOf(back, size)).toEqual({ top: 2, left: 1, bottom: 3, right: 2 });
  });

  it('never reaches into the heading', () => {
    expect(moved(at(0, 1), 'up', size, 3, true)).toEqual(at(0, 1));
    expect(blockOf(at(heading, 1), size)).toBeNull();
  });

  it('is the whole row where a row number is chosen', () => {
    expect(blockOf(rowsSelected(1, 3), size)).toEqual({ top: 1, left: 0, bottom: 3, right: 2 });
  });

  it('is everything but the heading', () => {
    const all = blockOf(allOf(size), size);
    expect(all).toEqual({ top: 0, left: 0, bottom: 4, right: 2 });
    expect(all && holds(all, { row: 4, column: 2 }) && !holds(all, { row: heading, column: 0 })).toBe(true);
  });
});
