import { useCallback, useEffect, useRef, useState } from 'react';
import { commandOf, type Key } from '../../model/grid/keys';
import { cleared, fillDown, type CellWrite } from '../../model/grid/paste';
import { allOf, at, blockOf, heading, moved, rowNumbers, rowsSelected, selectionWithin, type CellPosition, type GridSize, type Motion, type Selection } from '../../model/grid/selection';
import type { GridEvents } from './gridTypes';

/** A cell that is being edited: what is typed is nowhere else until it is left. */
export interface Editing {
  readonly position: CellPosition;
  readonly initial: string;
  /** Whether it replaces what the cell said, because somebody began to type. */
  readonly typed: boolean;
}

interface Options extends GridEvents {
  readonly size: GridSize;
  readonly readOnly: boolean;
  readonly textAt: (row: number, column: number) => string;
  readonly page: () => number;
  readonly say: (message: string) => void;
}

/** What is focused, selected and edited in a grid, and what its keys do. */
export function useGrid(options: Options) {
  const [raw, setSelection] = useState<Selection>(() => at(options.size.rows > 0 ? 0 : heading, 0));
  const [editing, setEditing] = useState<Editing | null>(null);
  const [menu, setMenu] = useState(false);
  const [leaving, setLeaving] = useState(false);
  const selection = selectionWithin(raw, options.size);
  const latest = useRef({ ...options, selection, editing });
  useEffect(() => { latest.current = { ...options, selection, editing }; });

  const select = useCallback((next: Selection) => {
    setLeaving(false);
    setSelection(next);
  }, []);

  const beginEdit = useCallback((position: CellPosition, typed?: string) => {
    const { readOnly, textAt, onOpenCell, onOpenColumn, say } = latest.current;
    if (position.row === heading) {
      if (position.column !== rowNumbers) onOpenColumn?.(position.column);
      return;
    }
    if (position.column === rowNumbers) {
      if (typed === undefined && !readOnly) setMenu(true);
      return;
    }
    if (onOpenCell?.(position)) return;
    if (readOnly) say('Nothing can be edited here.');
    else setEditing({ position, initial: typed ?? textAt(position.row, position.column), typed: typed !== undefined });
  }, []);

  /** Null cancels. `then` says where the focus goes. */
  const endEdit = useCallback((text: string | null, then: Motion | null) => {
    const { editing: edited, onWrite, size, page } = latest.current;
    if (!edited) return;
    // Losing the focus ends an edit too, while this one is still being taken in.
    latest.current = { ...latest.current, editing: null };
    setEditing(null);
    const { row, column } = edited.position;
    if (text !== null && text !== latest.current.textAt(row, column)) onWrite([{ row, column, text }], 0, 'cell');
    if (then) select(moved(at(row, column), then, size, page(), false) ?? at(row, column));
  }, [select]);

  const write = useCallback((writes: readonly CellWrite[], what: 'clear' | 'fill down' | 'cut') => {
    const { textAt, onWrite } = latest.current;
    const changing = writes.filter(({ row, column, text }) => textAt(row, column) !== text);
    if (changing.length > 0) onWrite(changing, 0, what);
  }, []);

  const moveRows = useCallback((by: -1 | 1) => {
    const { selection: now, size, onMoveRows } = latest.current;
    const block = blockOf(now, size);
    if (!block || block.top + by < 0 || block.bottom + by >= size.rows) return;
    onMoveRows(block.top, block.bottom - block.top + 1, block.top + by);
    select({ active: { ...now.active, row: now.active.row + by }, anchor: { ...now.anchor, row: now.anchor.row + by } });
  }, [select]);

  const moveColumn = useCallback((by: -1 | 1) => {
    const { selection: { active }, onMoveColumn } = latest.current;
    if (active.row === heading && active.column !== rowNumbers) onMoveColumn?.(active.column, by);
  }, []);

  /** True: the key was the grid's. */
  const press = useCallback((key: Key): boolean => {
    const { selection: now, size, readOnly, textAt, page } = latest.current;
    const command = commandOf(key);
    if (!command) return false;
    const block = blockOf(now, size);
    switch (command.kind) {
      case 'move': {
        const isTab = command.motion === 'next' || command.motion === 'previous';
        const next = isTab && leaving ? null : moved(now, command.motion, size, page(), command.extend);
        if (!next) return false;
        select(next);
        return true;
      }
      case 'edit': beginEdit(now.active); return true;
      case 'type': if (readOnly || !block) return false; beginEdit(now.active, command.text); return command.text !== '';
      case 'leave':
        select({ active: now.active, anchor: now.active });
        setLeaving(true);
        return false;
      case 'selectAll': if (size.rows > 0) select(allOf(size)); return true;
      case 'selectRow': if (block) select(rowsSelected(now.anchor.row, now.active.row)); return true;
      case 'rowMenu': if (block && !readOnly) setMenu(true); return true;
      case 'clear': if (block && !readOnly && now.active.column !== rowNumbers) write(cleared(block), 'clear'); return true;
      case 'fillDown': if (block && !readOnly) write(fillDown(block, textAt), 'fill down'); return true;
      case 'shift':
        if (readOnly) return false;
        if (command.what === 'rows') moveRows(command.by); else moveColumn(command.by);
        return true;
    }
  }, [leaving, select, beginEdit, write, moveRows, moveColumn]);

  return { selection, select, editing, beginEdit, endEdit, press, write, moveRows, menu, setMenu };
}

export type GridState = ReturnType<typeof useGrid>;
