import type { Ref } from 'react';
import { heading, rowNumbers } from '../../model/grid/selection';
import styles from './Grid.module.css';
import type { GridColumn } from './gridTypes';
import { Mark } from './RowView';

interface Props {
  readonly ref: Ref<HTMLDivElement>;
  readonly columns: readonly GridColumn[];
  /** The column of the focus, when it is in the heading. */
  readonly active: number | null;
}

export function HeadingRow({ ref, columns, active }: Props) {
  return (
    <div role="rowgroup" className={styles.head} ref={ref}>
      <div role="row" aria-rowindex={1} className={styles.headRow}>
        <div role="columnheader" aria-colindex={1} tabIndex={active === rowNumbers ? 0 : -1} data-row={heading} data-column={rowNumbers} className={styles.number}><span className="visually-hidden">Row</span></div>
        {columns.map((column, i) => (
          <div key={column.id} role="columnheader" aria-colindex={i + 2} tabIndex={active === i ? 0 : -1} data-row={heading} data-column={i} data-numeric={column.numeric || undefined} className={styles.heading}>
            {column.heading}
            {column.mark && <Mark mark={column.mark} />}
          </div>
        ))}
      </div>
    </div>
  );
}
