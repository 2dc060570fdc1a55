import type { Block, GridSize } from '../../model/grid/selection';
import { plural } from '../../model/words';
import { FloatingMenu } from '../../ui/FloatingMenu';
import type { GridEvents } from './gridTypes';
import type { GridState } from './useGrid';

interface Props extends Pick<GridEvents, 'onInsertRow' | 'onDuplicateRows' | 'onDeleteRows'> {
  readonly grid: GridState;
  readonly block: Block;
  readonly size: GridSize;
  readonly anchor: () => HTMLElement | null;
}

/** What can be done with the selected rows. */
export function RowMenu({ grid, block, size, anchor, onInsertRow, onDuplicateRows, onDeleteRows }: Props) {
  const count = block.bottom - block.top + 1;
  const rows = count === 1 ? `row ${block.top + 1}` : plural(count, 'row');
  return (
    <FloatingMenu
      label={`What to do with ${rows}`}
      anchor={anchor}
      onClose={() => {
        grid.setMenu(false);
        anchor()?.focus();
      }}
      actions={[
        { label: 'Add a row above', icon: 'plus', run: () => { onInsertRow(block.top); } },
        { label: 'Add a row below', icon: 'plus', run: () => { onInsertRow(block.bottom + 1); } },
        { label: `Duplicate ${rows}`, icon: 'copy', run: () => { onDuplicateRows(block.top, count); } },
        { label: 'Move up', icon: 'up', keys: 'Alt ↑', apart: true, disabled: block.top === 0, run: () => { grid.moveRows(-1); } },
        { label: 'Move down', icon: 'down', keys: 'Alt ↓', disabled: block.bottom === size.rows - 1, run: () => { grid.moveRows(1); } },
        { label: `Delete ${rows}`, icon: 'trash', apart: true, danger: true, run: () => { onDeleteRows(block.top, count); } },
      ]}
    />
  );
}
