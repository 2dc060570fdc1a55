/** A cell of a grid. Row −1 is the heading, column −1 the numbers of the rows. */
export interface CellPosition {
  readonly row: number;
  readonly column: number;
}

export interface GridSize {
  readonly rows: number;
  readonly columns: number;
}

/** The cell that has the focus, and the one at which selecting began: between them lies what is selected. */
export interface Selection {
  readonly active: CellPosition;
  readonly anchor: CellPosition;
}

/** Cells from one corner to the other, both included. */
export interface Block {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

export type Motion =
  | 'up' | 'down' | 'left' | 'right' | 'pageUp' | 'pageDown' | 'top' | 'bottom'
  | 'rowStart' | 'rowEnd' | 'first' | 'last' | 'next' | 'previous';

export const heading = -1;
export const rowNumbers = -1;

export const at = (row: number, column: number): Selection => ({ active: { row, column }, anchor: { row, column } });

const clamp = (value: number, low: number, high: number) => Math.max(low, Math.min(value, high));

/** The nearest cell that is there. */
export const within = ({ row, column }: CellPosition, { rows, columns }: GridSize): CellPosition => ({
  row: clamp(row, heading, rows - 1), column: clamp(column, rowNumbers, columns - 1),
});

export const selectionWithin = ({ active, anchor }: Selection, size: GridSize): Selection => ({ active: within(active, size), anchor: within(anchor, size) });

/** What is selected; null where that is the heading. A row number stands for its whole row. */
export function blockOf({ active, anchor }: Selection, { rows, columns }: GridSize): Block | null {
  if (active.row === heading || rows === 0) return null;
  const [top, bottom] = [Math.max(0, Math.min(active.row, anchor.row)), Math.max(active.row, anchor.row)];
  if (active.column === rowNumbers || anchor.column === rowNumbers) return { top, bottom, left: 0, right: columns - 1 };
  return { top, bottom, left: Math.min(active.column, anchor.column), right: Math.max(active.column, anchor.column) };
}

export const isOneCell = ({ top, left, bottom, right }: Block) => top === bottom && left === right;

export const holds = ({ top, left, bottom, right }: Block, { row, column }: CellPosition) => row >= top && row <= bottom && column >= left && column <= right;

/** Everything but the heading. */
export const allOf = ({ rows, columns }: GridSize): Selection => ({ anchor: { row: 0, column: 0 }, active: { row: rows - 1, column: columns - 1 } });

export const rowsSelected = (first: number, last: number): Selection => ({ anchor: { row: first, column: rowNumbers }, active: { row: last, column: rowNumbers } });

/** Where a motion leads; null: out of the grid (only `next` behind the last cell and `previous` before the first one). */
export function moved(selection: Selection, motion: Motion, size: GridSize, page: number, extend: boolean): Selection | null {
  const target = targetOf(selection.active, motion, size, page);
  if (!target) return null;
  const active = within(target, size);
  if (!extend) return { active, anchor: active };
  // Headings are no part of a range of cells.
  return active.row === heading ? selection : { active, anchor: selection.anchor.row === heading ? active : selection.anchor };
}

function targetOf({ row, column }: CellPosition, motion: Motion, { rows, columns }: GridSize, page: number): CellPosition | null {
  switch (motion) {
    case 'up': return { row: row - 1, column };
    case 'down': return { row: row + 1, column };
    case 'left': return { row, column: column - 1 };
    case 'right': return { row, column: column + 1 };
    case 'pageUp': return { row: Math.max(row - page, Math.min(row, 0)), column };
    case 'pageDown': return { row: row + page, column };
    case 'top': return { row: 0, column };
    case 'bottom': return { row: rows - 1, column };
    case 'rowStart': return { row, column: 0 };
    case 'rowEnd': return { row, column: columns - 1 };
    case 'first': return { row: 0, column: 0 };
    case 'last': return { row: rows - 1, column: columns - 1 };
    case 'next': return column < columns - 1 ? { row, column: column + 1 } : row < rows - 1 ? { row: row + 1, column: 0 } : null;
    case 'previous': return column > 0 ? { row, column: column - 1 } : row > heading ? { row: row - 1, column: columns - 1 } : null;
  }
}
