import { useCallback, useMemo, useState, type ReactNode } from 'react';
import { duplicateItem, moveItem, removeItems } from '../../../model/documents/editJson';
import type { Evidence } from '../../../model/decision';
import type { CellPosition } from '../../../model/grid/selection';
import { emptyRow, insertRows, writeCells } from '../../../model/tables/rowEdits';
import { cellText, isFirstCondition, type Sheet, type SheetColumn, type SheetRow } from '../../../model/tables/sheet';
import { findingsOfSheet, markOf } from '../../../model/tables/sheetFindings';
import { plural } from '../../../model/words';
import { Tag } from '../../../ui/Tag';
import { Grid } from '../../grid/Grid';
import type { GridCell, GridColumn, GridEvents, GridMark, GridRow } from '../../grid/gridTypes';
import { CitationsDialog } from '../evidence/CitationsDialog';
import { useSources } from '../rules/useSources';
import { useHits, type RowHit } from '../tables/HitsContext';
import { useRowCases } from '../../verification/useRowCases';
import { useWorkflowEditing } from '../WorkflowEditing';
import styles from './Sheets.module.css';
import { useCellWords, type RowWords } from './useCellWords';

export interface SheetGridColumn extends GridColumn {
  readonly column: SheetColumn;
}

interface Props extends Pick<GridEvents, 'onOpenColumn' | 'onMoveColumn'> {
  /** What it is called: "Zoledronic dose". */
  readonly name: string;
  readonly what: 'row' | 'band';
  readonly sheet: Sheet;
  readonly columns: readonly SheetGridColumn[];
  readonly words: RowWords | undefined;
  readonly wordsAreCurrent: boolean;
  readonly overlaps: ReadonlyMap<number, readonly GridMark[]>;
  readonly goTo?: CellPosition | null;
  /** Below the grid, about the cell of the focus. */
  readonly children?: (cell: { readonly position: CellPosition; readonly cell: GridCell | undefined; readonly row: GridRow | undefined }) => ReactNode;
}

const hitMarks: Readonly<Record<RowHit, GridMark>> = {
  hit: { tone: 'good', text: 'Applies to the patient that is tried.' },
  miss: { tone: 'quiet', text: 'Does not apply to the patient that is tried.' },
  open: { tone: 'warn', text: 'Open for the patient that is tried: facts are missing.' },
};

/** The rows of a table or the bands of a score item as a grid; every action is one step that can be undone. */
export function SheetGrid({ name, what, sheet, columns, words, wordsAreCurrent, overlaps, goTo, children, ...events }: Props) {
  const { edit, readOnly, diagnostics, documentName } = useWorkflowEditing();
  const hits = useHits();
  const cases = useRowCases(sheet, what);
  const [active, setActive] = useState<CellPosition | null>(null);
  const [cited, setCited] = useState<number | null>(null);
  // Where the focus shall go: where the page says, or back to the cell whose dialog is closed.
  const [target, setTarget] = useState({ asked: goTo, position: goTo ?? null });
  if (target.asked !== goTo) setTarget({ asked: goTo, position: goTo ?? null });
  const sources = useSources();
  const wordsOf = useCellWords(sheet, words, wordsAreCurrent);
  const findings = useMemo(() => findingsOfSheet(diagnostics.filter(({ document }) => document === documentName), sheet), [diagnostics, documentName, sheet]);
  const rowAt = useCallback((index: number): GridRow => {
    const row = sheet.rows[index];
    if (!row) return { cells: [], marks: [] };
    const hit = hits?.rows.get(index);
    const wrong = markOf(findings.ofRow(index));
    return {
      cells: columns.map(({ column }) => cellOf(sheet, row, column, wordsOf, markOf(findings.ofCell(index, column)), sources)),
      marks: [...(hit ? [hitMarks[hit]] : []), ...(wrong ? [wrong] : []), ...(overlaps.get(index) ?? [])],
      note: cases?.get(index),
    };
  }, [sheet, columns, findings, hits, overlaps, wordsOf, sources, cases]);

  const plain = name.toLowerCase();
  const rows = (first: number, count: number) => (count === 1 ? `${what} ${first + 1}` : plural(count, what));
  const grid: Omit<GridEvents, 'onOpenColumn' | 'onMoveColumn'> = {
    onWrite(writes, addedRows, action) {
      const [only] = writes;
      const label = writes.length === 1 && only ? `${columns[only.column]?.label ?? ''}, ${what} ${only.row + 1} of ${plain}` : `${action} in ${plain}`;
      edit(label, (text) => writeCells(text, sheet, writes.flatMap((write) => {
        const column = columns[write.column]?.column;
        return column ? [{ ...write, column }] : [];
      }), addedRows));
    },
    onInsertRow(index) { edit(`new ${what} in ${plain}`, (text) => insertRows(text, sheet, index, [emptyRow(sheet)])); },
    onDuplicateRows(first, count) { edit(`${rows(first, count)} of ${plain} duplicated`, (text) => duplicateItem(text, sheet.path, first, count)); },
    onMoveRows(first, count, to) { edit(`${rows(first, count)} of ${plain} moved`, (text) => moveItem(text, sheet.path, first, to, count)); },
    onDeleteRows(first, count) { edit(`${rows(first, count)} of ${plain} deleted`, (text) => removeItems(text, sheet.path, first, first + count - 1)); },
    onOpenCell({ row, column }) {
      if (columns[column]?.column.kind !== 'evidence') return false;
      setCited(row);
      return true;
    },
    onActive: setActive,
  };
  const row = active && active.row >= 0 && active.row < sheet.rows.length ? rowAt(active.row) : undefined;
  const citedRow = cited === null ? undefined : sheet.rows[cited];
  return (
    <>
      <Grid label={name} columns={columns} rowCount={sheet.rows.length} rowAt={rowAt} readOnly={readOnly !== null} hasNotes={cases !== null} goTo={target.position} {...grid} {...events} />
      {active && children?.({ position: active, cell: row?.cells[active.column], row })}
      {cited !== null && citedRow && (
        <CitationsDialog
          of={`${what} ${cited + 1} of ${plain}`}
          owner={[...sheet.path, cited]}
          citations={citedRow.evidence}
          onClose={() => {
            setCited(null);
            setTarget({ asked: goTo, position: { row: cited, column: columns.findIndex(({ column }) => column.kind === 'evidence') } });
          }}
        />
      )}
    </>
  );
}

function cellOf(sheet: Sheet, row: SheetRow, column: SheetColumn, wordsOf: (column: SheetColumn, text: string) => string | null, mark: GridMark | null, sources: readonly Evidence[]): GridCell {
  const text = cellText(sheet, row, column);
  if (row.otherwise && (column.kind === 'when' || column.kind === 'condition') && (text === '' || isFirstCondition(sheet, column)))
    return { text, mark, show: <span className={styles.otherwise}>{isFirstCondition(sheet, column) ? 'Otherwise' : '—'}</span> };
  if (column.kind === 'evidence') {
    const titles = row.evidence.map(({ source, locator }) => ({ title: sources.find((known) => known.source === source)?.title ?? source, locator }));
    return { text, mark, shown: titles.map(({ title, locator }) => `${title} ${locator ?? ''}`).join('; '), show: (
      <span className={styles.chips}>{titles.map(({ title, locator }, i) => <Tag key={i} title={locator ? `${title}; ${locator}` : title}>{title}</Tag>)}</span>
    ) };
  }
  if (text.trim() === '_') return { text, mark, words: 'any value' };
  return { text, mark, words: column.kind === 'then' ? null : wordsOf(column, text) };
}
