import { useVirtualizer, defaultRangeExtractor, type Range } from '@tanstack/react-virtual';
import { useCallback, useEffect, useId, useLayoutEffect, useMemo, useRef, useState, type CSSProperties } from 'react';
import { blockOf, heading, isOneCell, rowNumbers, type CellPosition } from '../../model/grid/selection';
import styles from './Grid.module.css';
import type { GridColumn, GridEvents, GridRow } from './gridTypes';
import { HeadingRow } from './HeadingRow';
import { RowMenu } from './RowMenu';
import { RowView } from './RowView';
import { useClipboard } from './useClipboard';
import { useGrid } from './useGrid';
import { usePointer } from './usePointer';

interface Props extends GridEvents {
  readonly label: string;
  readonly columns: readonly GridColumn[];
  readonly rowCount: number;
  /** Must stay the same function while rows stay the same. */
  readonly rowAt: (row: number) => GridRow;
  readonly readOnly: boolean;
  /** Rows have words below their numbers. */
  readonly hasNotes?: boolean;
  /** Goes there once, when it changes: a row that was just added. */
  readonly goTo?: CellPosition | null;
}

const estimate = 40;

const bringIntoSight = (cell: HTMLElement | null) => { cell?.scrollIntoView({ block: 'nearest', inline: 'nearest' }); };

/** A table of texts that is edited like a spreadsheet: one tab stop, everything by keyboard, only the rows in sight are built. */
export function Grid({ label, columns, rowCount, rowAt, readOnly, hasNotes, goTo, ...events }: Props) {
  const size = useMemo(() => ({ rows: rowCount, columns: columns.length }), [rowCount, columns.length]);
  const frame = useRef<HTMLDivElement>(null);
  const head = useRef<HTMLDivElement>(null);
  const [headHeight, setHeadHeight] = useState(estimate);
  const [said, say] = useState('');
  const hint = useId();
  const textAt = useCallback((row: number, column: number) => (row < rowCount ? (rowAt(row).cells[column]?.text ?? '') : ''), [rowAt, rowCount]);
  const page = useCallback(() => Math.max(1, Math.floor(((frame.current?.clientHeight ?? 0) - (head.current?.offsetHeight ?? 0)) / estimate) - 1), []);
  const grid = useGrid({ ...events, size, readOnly, textAt, page, say });
  const { selection, select, editing, press, setMenu } = grid;
  const { active } = selection;
  const clipboard = useClipboard({ grid, size, readOnly, textAt, onWrite: events.onWrite, say });
  const pointer = usePointer(grid, readOnly);
  const block = blockOf(selection, size);

  // The row of the focus is always there, wherever somebody scrolls.
  const extract = useCallback((range: Range) => {
    const rows = defaultRangeExtractor(range);
    if (active.row < 0 || rows.includes(active.row)) return rows;
    return [...rows, active.row].sort((a, b) => a - b);
  }, [active.row]);
  // eslint-disable-next-line react-hooks/incompatible-library -- nothing here is memoised by a compiler
  const virtual = useVirtualizer({
    count: rowCount, getScrollElement: () => frame.current, estimateSize: () => estimate, overscan: 6, rangeExtractor: extract, scrollMargin: headHeight, useFlushSync: false,
  });
  useLayoutEffect(() => { setHeadHeight(head.current?.offsetHeight ?? estimate); }, [columns]);

  const cellOf = useCallback(({ row, column }: CellPosition) => frame.current?.querySelector<HTMLElement>(`[data-row="${row}"][data-column="${column}"]`) ?? null, []);
  const focused = useRef(false);
  // Rows get their heights as they come into sight, and move those below: the focus is followed until somebody scrolls elsewhere.
  const following = useRef(false);
  const followFocus = useCallback((on: boolean) => {
    following.current = on;
    // The heights are made up for from where the browser last told that it is, which on a slow machine is where it was before the focus moved:
    // while the focus is followed, nothing else moves the table.
    virtual.shouldAdjustScrollPositionOnItemSizeChange = on ? () => false : undefined;
  }, [virtual]);
  useLayoutEffect(() => {
    const cell = editing ? null : cellOf(active);
    if (!cell || !focused.current) return;
    cell.focus({ preventScroll: true });
    followFocus(true);
    bringIntoSight(cell);
  }, [active.row, active.column, editing, columns.length, rowCount, cellOf, followFocus]); // eslint-disable-line react-hooks/exhaustive-deps -- the position counts, not the object
  const rows = virtual.getVirtualItems();
  const { start: activeStart, end: activeEnd } = rows.find(({ index }) => index === active.row) ?? {};
  const follow = () => { if (following.current) bringIntoSight(cellOf(active)); };
  useLayoutEffect(follow, [activeStart, activeEnd]); // eslint-disable-line react-hooks/exhaustive-deps -- only when it moved
  const scrolled = () => { followFocus(false); };
  const { onActive } = events;
  useEffect(() => { if (focused.current) onActive?.(active); }, [active.row, active.column, onActive]); // eslint-disable-line react-hooks/exhaustive-deps -- likewise
  const [gone, setGone] = useState<CellPosition | null>(null);
  if (goTo && goTo !== gone) {
    setGone(goTo);
    select({ active: goTo, anchor: goTo });
  }
  useEffect(() => {
    if (!goTo) return;
    focused.current = true;
    cellOf(goTo)?.focus();
  }, [goTo, cellOf]);

  const menuFor = useCallback((row: number) => {
    select({ active: { row, column: rowNumbers }, anchor: { row, column: rowNumbers } });
    setMenu(true);
  }, [select, setMenu]);
  const style = { '--tracks': `var(--number-width) ${columns.map(({ track }) => track).join(' ')}`, '--least': `${columns.reduce((sum, { least }) => sum + least, 0)}rem` } as CSSProperties;
  const activeCell = useCallback(() => cellOf({ row: active.row, column: active.column }), [cellOf, active.row, active.column]);
  return (
    <div className={styles.frame} data-notes={hasNotes || undefined} style={style}>
      <div
        ref={frame}
        role="grid"
        aria-label={label}
        aria-describedby={hint}
        aria-rowcount={rowCount + 1}
        aria-colcount={columns.length + 1}
        aria-multiselectable
        aria-readonly={readOnly || undefined}
        className={styles.grid}
        data-range={(block !== null && !isOneCell(block)) || undefined}
        onFocus={() => {
          if (!focused.current) onActive?.(active);
          focused.current = true;
        }}
        onBlur={(event) => { if (!event.currentTarget.contains(event.relatedTarget)) focused.current = false; }}
        onKeyDown={(event) => { if (!event.nativeEvent.isComposing && press(event)) event.preventDefault(); }}
        onScroll={follow}
        onWheel={scrolled}
        onTouchMove={scrolled}
        {...clipboard}
        {...pointer}
        onPointerDown={(event) => {
          scrolled();
          pointer.onPointerDown(event);
        }}
      >
        <HeadingRow ref={head} columns={columns} active={active.row === heading ? active.column : null} />
        <div role="rowgroup" className={styles.body} style={{ height: virtual.getTotalSize() }}>
          {rows.map(({ index, start }) => {
            const chosen = block !== null && index >= block.top && index <= block.bottom;
            return (
              <RowView
                key={index}
                index={index}
                row={rowAt(index)}
                columns={columns}
                start={start - headHeight}
                active={active.row === index ? active.column : null}
                from={chosen ? block.left : null}
                to={chosen ? block.right : null}
                editing={editing?.position.row === index ? editing : null}
                readOnly={readOnly}
                measure={virtual.measureElement}
                onEnd={grid.endEdit}
                onMenu={menuFor}
              />
            );
          })}
        </div>
      </div>
      <p id={hint} className="visually-hidden">
        {readOnly ? 'Arrow keys move between cells; Control and C copies.' : 'Arrow keys and Tab move between cells. Enter, F2 or typing edits one; Escape cancels. Shift and F10 opens what can be done with a row.'} To leave the table press Escape, then Tab.
      </p>
      <p className="visually-hidden" role="status">{said}</p>
      {grid.menu && !readOnly && block && <RowMenu grid={grid} block={block} size={size} anchor={activeCell} {...events} />}
    </div>
  );
}
