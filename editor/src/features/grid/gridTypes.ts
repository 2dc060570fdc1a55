import type { ReactNode } from 'react';
import type { CellWrite } from '../../model/grid/paste';
import type { CellPosition } from '../../model/grid/selection';

export interface GridColumn {
  readonly id: string;
  /** Its name, for screen readers and messages. */
  readonly label: string;
  readonly heading: ReactNode;
  /** A CSS grid track; it must not depend on what cells say, since rows are laid out apart: `minmax(10rem, 2fr)`. */
  readonly track: string;
  /** The smallest width in rem. */
  readonly least: number;
  readonly numeric?: boolean;
  readonly mark?: GridMark | null;
  /** Values that are offered while a cell is edited, as they are written. */
  readonly suggestions?: readonly { readonly text: string; readonly label: string }[];
  /** What stands between several of them, such as ` or `; without it a value replaces what is there. */
  readonly joint?: string;
}

export interface GridMark {
  readonly tone: 'bad' | 'warn' | 'info' | 'good' | 'quiet';
  readonly text: string;
}

export interface GridCell {
  /** As it is edited, copied and pasted. */
  readonly text: string;
  /** Shown instead of the text. */
  readonly show?: ReactNode;
  /** What `show` depends on besides the text: the row is built anew when it changes. */
  readonly shown?: string;
  /** What the text means, in words; shown below it. */
  readonly words?: string | null;
  readonly mark?: GridMark | null;
}

/** A few words below the number of a row. */
export interface GridNote {
  readonly text: string;
  /** The same as a sentence. */
  readonly title: string;
  readonly tone: 'none' | 'some' | 'quiet';
}

export interface GridRow {
  readonly cells: readonly GridCell[];
  readonly marks: readonly GridMark[];
  readonly note?: GridNote | null;
}

export interface GridEvents {
  /** One step: cells, and rows that have to be added at the end for them. */
  readonly onWrite: (writes: readonly CellWrite[], addedRows: number, what: 'cell' | 'paste' | 'cut' | 'clear' | 'fill down') => void;
  readonly onInsertRow: (index: number) => void;
  readonly onDuplicateRows: (first: number, count: number) => void;
  readonly onMoveRows: (first: number, count: number, to: number) => void;
  readonly onDeleteRows: (first: number, count: number) => void;
  /** The heading of a column was chosen. */
  readonly onOpenColumn?: (column: number) => void;
  readonly onMoveColumn?: (column: number, by: -1 | 1) => void;
  /** A cell that is not edited as text was chosen; false: it is. */
  readonly onOpenCell?: (position: CellPosition) => boolean;
  readonly onActive?: (position: CellPosition | null) => void;
}
