import { useRef, type MouseEvent, type PointerEvent } from 'react';
import { heading, rowNumbers, type CellPosition } from '../../model/grid/selection';
import type { GridState } from './useGrid';

function positionOf(target: EventTarget): CellPosition | null {
  const cell = target instanceof Element ? target.closest<HTMLElement>('[data-row][data-column]') : null;
  return cell ? { row: Number(cell.dataset.row), column: Number(cell.dataset.column) } : null;
}

const isInside = (target: EventTarget, selector: string) => target instanceof Element && target.closest(selector) !== null;

/** Clicking, dragging and touching. A finger scrolls; it edits the cell that it touches a second time. */
export function usePointer(grid: GridState, readOnly: boolean) {
  const { selection: { active, anchor }, select, beginEdit } = grid;
  const dragging = useRef(false);
  const wasActive = useRef(false);
  return {
    onPointerDown(event: PointerEvent) {
      const position = positionOf(event.target);
      if (!position || event.button !== 0 || isInside(event.target, '[data-menu], textarea, [data-suggestions]')) return;
      wasActive.current = position.row === active.row && position.column === active.column && document.activeElement === (event.target instanceof Element ? event.target.closest('[data-row]') : null);
      select({ active: position, anchor: event.shiftKey && position.row !== heading ? anchor : position });
      dragging.current = event.pointerType === 'mouse' && position.row !== heading;
    },
    onPointerMove(event: PointerEvent) {
      if (!dragging.current) return;
      if (event.buttons === 0) {
        dragging.current = false;
        return;
      }
      const position = positionOf(event.target);
      if (!position || position.row === heading || (position.row === active.row && position.column === active.column)) return;
      select({ active: { row: position.row, column: anchor.column === rowNumbers ? rowNumbers : position.column }, anchor });
    },
    onPointerUp(event: PointerEvent) {
      dragging.current = false;
      const position = positionOf(event.target);
      if (event.pointerType !== 'mouse' && wasActive.current && position && position.column !== rowNumbers && !isInside(event.target, 'textarea')) beginEdit(position);
    },
    onClick(event: MouseEvent) {
      const position = positionOf(event.target);
      if (position?.row === heading && position.column !== rowNumbers) beginEdit(position);
    },
    onDoubleClick(event: MouseEvent) {
      const position = positionOf(event.target);
      if (position && position.row !== heading && position.column !== rowNumbers && !isInside(event.target, 'textarea')) beginEdit(position);
    },
    onContextMenu(event: MouseEvent) {
      const position = positionOf(event.target);
      if (readOnly || !position || position.row === heading || isInside(event.target, 'textarea')) return;
      event.preventDefault();
      const within = position.row >= Math.min(active.row, anchor.row) && position.row <= Math.max(active.row, anchor.row);
      if (!within) select({ active: position, anchor: position });
      grid.setMenu(true);
    },
  };
}
