import { memo, type CSSProperties } from 'react';
import type { Motion } from '../../model/grid/selection';
import { rowNumbers } from '../../model/grid/selection';
import { Icon, type IconName } from '../../ui/Icon';
import { CellEditor } from './CellEditor';
import styles from './Grid.module.css';
import type { GridColumn, GridMark, GridRow } from './gridTypes';
import type { Editing } from './useGrid';

interface Props {
  readonly index: number;
  readonly row: GridRow;
  readonly columns: readonly GridColumn[];
  readonly start: number;
  /** The column of the focus, when it is in this row. */
  readonly active: number | null;
  /** The first and last selected column, when there are some. */
  readonly from: number | null;
  readonly to: number | null;
  readonly editing: Editing | null;
  readonly readOnly: boolean;
  readonly measure: (element: HTMLElement | null) => void;
  readonly onEnd: (text: string | null, then: Motion | null) => void;
  readonly onMenu: (row: number) => void;
}

const icons: Readonly<Record<GridMark['tone'], IconName>> = { bad: 'alert', warn: 'alert', info: 'info', good: 'check', quiet: 'minus' };

export const Mark = ({ mark, icon, size = 14 }: { mark: GridMark; icon?: IconName; size?: number }) => (
  <span className={styles.mark} data-tone={mark.tone} title={mark.text}><Icon name={icon ?? icons[mark.tone]} size={size} /><span className="visually-hidden">{mark.text}</span></span>
);

/** One sign for all marks of a tone; the text says each. */
const byTone = (marks: readonly GridMark[]): readonly GridMark[] =>
  [...new Set(marks.map(({ tone }) => tone))].map((tone) => ({ tone, text: marks.filter((mark) => mark.tone === tone).map(({ text }) => text).join(' ') }));

/** One row. It is built anew only when something of it changes: a keystroke in a long table touches two rows, an edit one. */
export const RowView = memo(Row, (before, after) => propsOf(before).every((key) => (key === 'row' ? saysTheSame(before.row, after.row) : before[key] === after[key])));

const propsOf = (props: Props) => Object.keys(props) as (keyof Props)[];

const sameMark = (a: GridMark | null | undefined, b: GridMark | null | undefined) => a?.tone === b?.tone && a?.text === b?.text;

/** Any edit reads all rows anew. */
const saysTheSame = (a: GridRow, b: GridRow): boolean => a === b || (
  a.cells.length === b.cells.length && a.marks.length === b.marks.length
  && a.cells.every((cell, i) => cell.text === b.cells[i]?.text && cell.words === b.cells[i].words && cell.shown === b.cells[i].shown && sameMark(cell.mark, b.cells[i].mark))
  && a.marks.every((mark, i) => sameMark(mark, b.marks[i]))
  && a.note?.title === b.note?.title && a.note?.tone === b.note?.tone
);

function Row({ index, row, columns, start, active, from, to, editing, readOnly, measure, onEnd, onMenu }: Props) {
  const place: CSSProperties = { transform: `translateY(${start}px)` };
  const tab = (column: number) => (active === column ? 0 : -1);
  const whole = from === 0 && to === columns.length - 1;
  return (
    <div ref={measure} role="row" aria-rowindex={index + 2} aria-selected={whole || undefined} data-index={index} data-editing={editing !== null || undefined} className={styles.row} style={place}>
      <div role="rowheader" aria-colindex={1} tabIndex={tab(rowNumbers)} data-row={index} data-column={rowNumbers} className={styles.number} data-chosen={whole || undefined}>
        <span>{index + 1}</span>
        <span className={styles.marks}>{byTone(row.marks).map((mark) => <Mark key={mark.tone} mark={mark} />)}</span>
        {row.note && <span className={styles.note} data-tone={row.note.tone} title={row.note.title}>{row.note.tone === 'none' && <Icon name="alert" size={12} />}{row.note.text}</span>}
        {!readOnly && (
          <button type="button" tabIndex={-1} className={styles.menuButton} data-menu aria-label={`What to do with row ${index + 1}`} onClick={() => { onMenu(index); }}>⋮</button>
        )}
      </div>
      {columns.map((column, i) => {
        const cell = row.cells[i] ?? { text: '' };
        const edited = editing?.position.column === i;
        const chosen = from !== null && to !== null && i >= from && i <= to;
        return (
          <div
            key={column.id}
            role="gridcell"
            aria-colindex={i + 2}
            aria-selected={chosen}
            aria-readonly={readOnly || undefined}
            aria-invalid={cell.mark?.tone === 'bad' || undefined}
            tabIndex={tab(i)}
            data-row={index}
            data-column={i}
            data-numeric={column.numeric || undefined}
            data-chosen={chosen || undefined}
            data-marked={(!edited && cell.mark) ? true : undefined}
            data-editing={edited || undefined}
            className={styles.cell}
          >
            {edited
              ? <CellEditor editing={editing} label={`${column.label}, row ${index + 1}`} suggestions={column.suggestions} joint={column.joint} onEnd={onEnd} />
              : (
                <>
                  <span className={styles.text}>{cell.show ?? cell.text}</span>
                  {cell.words && <span className={styles.words}>{cell.words}</span>}
                  {cell.mark && <Mark mark={cell.mark} />}
                </>
              )}
          </div>
        );
      })}
    </div>
  );
}
