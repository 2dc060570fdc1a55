import { useCallback, type ClipboardEvent } from 'react';
import { cleared, pasteInto, textsOfBlock } from '../../model/grid/paste';
import { blockOf, type GridSize } from '../../model/grid/selection';
import { readTsv, writeTsv } from '../../model/grid/tsv';
import { plural } from '../../model/words';
import type { GridEvents } from './gridTypes';
import type { GridState } from './useGrid';

interface Options {
  readonly grid: GridState;
  readonly size: GridSize;
  readonly readOnly: boolean;
  readonly textAt: (row: number, column: number) => string;
  readonly onWrite: GridEvents['onWrite'];
  readonly say: (message: string) => void;
}

/** Ranges of cells to and from the clipboard, as spreadsheets write them. While a cell is edited, its own text is copied. */
export function useClipboard({ grid, size, readOnly, textAt, onWrite, say }: Options) {
  const { selection, select, editing, write } = grid;
  const copy = useCallback((event: ClipboardEvent) => {
    const block = editing ? null : blockOf(selection, size);
    if (!block) return null;
    event.preventDefault();
    event.clipboardData.setData('text/plain', writeTsv(textsOfBlock(block, textAt)));
    say(`${plural((block.bottom - block.top + 1) * (block.right - block.left + 1), 'cell')} copied.`);
    return block;
  }, [editing, selection, size, textAt, say]);

  const cut = useCallback((event: ClipboardEvent) => {
    const block = copy(event);
    if (block && !readOnly) write(cleared(block), 'cut');
  }, [copy, readOnly, write]);

  const paste = useCallback((event: ClipboardEvent) => {
    const block = editing ? null : blockOf(selection, size) ?? (size.rows === 0 ? { top: 0, left: 0, bottom: 0, right: 0 } : null);
    if (!block || readOnly) return;
    event.preventDefault();
    const pasted = pasteInto(block, readTsv(event.clipboardData.getData('text/plain')), size, true);
    if (pasted.writes.length > 0) onWrite(pasted.writes, pasted.addedRows, 'paste');
    select({ anchor: { row: pasted.block.top, column: pasted.block.left }, active: { row: pasted.block.bottom, column: pasted.block.right } });
    const lost = pasted.outside > 0 ? ` ${plural(pasted.outside, 'cell was', 'cells were')} right of the last column and left out.` : '';
    say(`${plural(pasted.writes.length, 'cell')} pasted${pasted.addedRows > 0 ? `, ${plural(pasted.addedRows, 'row')} added` : ''}.${lost}`);
  }, [editing, selection, size, readOnly, select, onWrite, say]);

  return { onCopy: copy, onCut: cut, onPaste: paste };
}
