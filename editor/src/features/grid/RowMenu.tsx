import { Menu } from '@mantine/core';
import { useLayoutEffect, useRef } from 'react';
import { plural } from '../../model/words';
import type { Block, GridSize } from '../../model/grid/selection';
import { Icon } from '../../ui/Icon';
import styles from './Grid.module.css';
import type { GridEvents } from './gridTypes';
import { selectedRows, type GridState } from './useGrid';

interface Props extends Pick<GridEvents, 'onInsertRow' | 'onDuplicateRows' | 'onDeleteRows'> {
  readonly grid: GridState;
  readonly block: Block;
  readonly size: GridSize;
  /** The cell at which it opens. */
  readonly anchor: () => HTMLElement | null;
  readonly onClosed: () => void;
}

/** What can be done with the selected rows. It is there before it opens: a menu that begins open has no place yet. */
export function RowMenu({ grid, block, size, anchor, onInsertRow, onDuplicateRows, onDeleteRows, onClosed }: Props) {
  const { first, count } = selectedRows(block);
  const rows = count === 1 ? `row ${first + 1}` : plural(count, 'row');
  const target = useRef<HTMLDivElement>(null);
  const { menu } = grid;
  useLayoutEffect(() => {
    const cell = menu ? anchor()?.getBoundingClientRect() : undefined;
    if (!cell || !target.current) return;
    target.current.style.left = `${cell.left + 24}px`;
    target.current.style.top = `${cell.bottom - 4}px`;
  }, [menu, anchor]);
  const close = () => {
    grid.setMenu(false);
    onClosed();
  };
  return (
    <Menu opened={grid.menu} onChange={(opened) => { if (!opened) close(); }} position="bottom-start" withinPortal hideDetached={false} returnFocus={false} trapFocus>
      <Menu.Target><div ref={target} className={styles.menuPlace} /></Menu.Target>
      <Menu.Dropdown aria-label={`What to do with ${rows}`}>
        <Menu.Item leftSection={<Icon name="plus" size={14} />} onClick={() => { onInsertRow(block.top); }}>Add a row above</Menu.Item>
        <Menu.Item leftSection={<Icon name="plus" size={14} />} onClick={() => { onInsertRow(block.bottom + 1); }}>Add a row below</Menu.Item>
        <Menu.Item leftSection={<Icon name="copy" size={14} />} onClick={() => { onDuplicateRows(first, count); }}>{`Duplicate ${rows}`}</Menu.Item>
        <Menu.Divider />
        <Menu.Item disabled={block.top === 0} rightSection={<kbd>Alt ↑</kbd>} onClick={() => { grid.moveRows(-1); }}>Move up</Menu.Item>
        <Menu.Item disabled={block.bottom === size.rows - 1} rightSection={<kbd>Alt ↓</kbd>} onClick={() => { grid.moveRows(1); }}>Move down</Menu.Item>
        <Menu.Divider />
        <Menu.Item color="var(--bad)" leftSection={<Icon name="trash" size={14} />} onClick={() => { onDeleteRows(first, count); }}>{`Delete ${rows}`}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
