import { Menu } from '@mantine/core';
import { plural } from '../../model/words';
import type { Block, GridSize } from '../../model/grid/selection';
import { Icon } from '../../ui/Icon';
import type { GridEvents } from './gridTypes';
import { selectedRows, type GridState } from './useGrid';

interface Props extends Pick<GridEvents, 'onInsertRow' | 'onDuplicateRows' | 'onDeleteRows'> {
  readonly grid: GridState;
  readonly block: Block;
  readonly size: GridSize;
  /** Where it opens, in the window. */
  readonly at: { readonly x: number; readonly y: number };
  readonly onClosed: () => void;
}

/** What can be done with the selected rows. */
export function RowMenu({ grid, block, size, at, onInsertRow, onDuplicateRows, onDeleteRows, onClosed }: Props) {
  const { first, count } = selectedRows(block);
  const rows = count === 1 ? `row ${first + 1}` : plural(count, 'row');
  const close = () => {
    grid.setMenu(false);
    onClosed();
  };
  return (
    <Menu opened onChange={(opened) => { if (!opened) close(); }} position="bottom-start" withinPortal returnFocus={false} trapFocus>
      <Menu.Target><div style={{ position: 'fixed', left: at.x, top: at.y, width: 0, height: 0 }} /></Menu.Target>
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
