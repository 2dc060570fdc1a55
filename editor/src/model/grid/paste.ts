import { isOneCell, type Block, type GridSize } from './selection';

export interface CellWrite {
  readonly row: number;
  readonly column: number;
  readonly text: string;
}

export interface Paste {
  readonly writes: readonly CellWrite[];
  /** Rows that the grid has to gain at its end. */
  readonly addedRows: number;
  /** Where the pasted cells are then. */
  readonly block: Block;
  /** Cells that lie right of the last column, and so enter nothing. */
  readonly outside: number;
}

type Rows = readonly (readonly string[])[];

/**
 * Where copied cells go. They begin at the upper left of what is selected; a selection that is a multiple of them is filled with them again
 * and again, as in a spreadsheet. `canGrow`: rows are added for what lies below the last one.
 */
export function pasteInto(target: Block, copied: Rows, size: GridSize, canGrow: boolean): Paste {
  const width = Math.max(1, ...copied.map((row) => row.length));
  const [tall, wide] = [target.bottom - target.top + 1, target.right - target.left + 1];
  const fills = !isOneCell(target) && tall % copied.length === 0 && wide % width === 0;
  const [rowCount, columnCount] = fills ? [tall, wide] : [copied.length, width];
  const writes: CellWrite[] = [];
  let outside = 0;
  for (let i = 0; i < rowCount; i += 1) {
    const cells = copied[i % copied.length] ?? [];
    for (let j = 0; j < columnCount; j += 1) {
      const text = cells[j % width];
      const [row, column] = [target.top + i, target.left + j];
      if (text === undefined) continue;
      if (column < size.columns && (canGrow || row < size.rows)) writes.push({ row, column, text });
      else if (text !== '') outside += 1;
    }
  }
  const bottom = canGrow ? target.top + rowCount - 1 : Math.min(target.top + rowCount, size.rows) - 1;
  return {
    writes, outside, addedRows: Math.max(0, bottom - size.rows + 1),
    block: { top: target.top, left: target.left, bottom, right: Math.min(target.left + columnCount, size.columns) - 1 },
  };
}

/** Every selected row says what the first one says; a single row repeats the one above it. */
export function fillDown(block: Block, textAt: (row: number, column: number) => string): readonly CellWrite[] {
  const from = block.top === block.bottom ? block.top - 1 : block.top;
  if (from < 0) return [];
  const writes: CellWrite[] = [];
  for (let row = from + 1; row <= block.bottom; row += 1) {
    for (let column = block.left; column <= block.right; column += 1) writes.push({ row, column, text: textAt(from, column) });
  }
  return writes;
}

export const textsOfBlock = ({ top, left, bottom, right }: Block, textAt: (row: number, column: number) => string): Rows =>
  Array.from({ length: bottom - top + 1 }, (_, i) => Array.from({ length: right - left + 1 }, (__, j) => textAt(top + i, left + j)));

export const cleared = ({ top, left, bottom, right }: Block): readonly CellWrite[] => {
  const writes: CellWrite[] = [];
  for (let row = top; row <= bottom; row += 1) for (let column = left; column <= right; column += 1) writes.push({ row, column, text: '' });
  return writes;
};
