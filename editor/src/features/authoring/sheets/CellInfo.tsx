import type { GridCell, GridColumn, GridRow } from '../../grid/gridTypes';
import { Icon } from '../../../ui/Icon';
import type { CellPosition } from '../../../model/grid/selection';
import findings from '../FindingList.module.css';
import styles from './Sheets.module.css';

interface Props {
  readonly position: CellPosition;
  readonly column: GridColumn | undefined;
  readonly what: 'row' | 'band';
  readonly cell: GridCell | undefined;
  readonly row: GridRow | undefined;
}

/** What the focused cell says in full, and what is wrong with it and its row; cells have little room. */
export function CellInfo({ position, column, what, cell, row }: Props) {
  if (!row || position.row < 0) return <div className={styles.cellInfo}><p>{column ? `Enter opens the column ${column.label}.` : 'Choose a cell to see what it means.'}</p></div>;
  const marks = [...(cell?.mark ? [cell.mark] : []), ...row.marks];
  return (
    <div className={styles.cellInfo}>
      <h3>{column ? `${column.label}, ${what} ${position.row + 1}` : `The ${what} ${position.row + 1}`}</h3>
      {cell && cell.text !== '' && <p><code>{cell.text}</code>{cell.words && <><br />{cell.words}</>}</p>}
      {cell?.text === '' && !cell.show && marks.length === 0 && <p>Empty.</p>}
      <ul className={findings.findings}>
        {marks.map((mark) => (
          <li key={mark.text} data-severity={mark.tone === 'bad' ? 'error' : mark.tone === 'warn' ? 'warning' : 'info'}>
            <Icon name={mark.tone === 'good' ? 'check' : mark.tone === 'quiet' ? 'minus' : mark.tone === 'info' ? 'info' : 'alert'} size={16} /><p>{mark.text}</p>
          </li>
        ))}
      </ul>
    </div>
  );
}
