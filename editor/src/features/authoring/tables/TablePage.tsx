import { Button } from '@mantine/core';
import { useMemo, useState } from 'react';
import type { OutlineTableAnswer } from '../../../api/generated';
import type { TableView } from '../../../model/documents/workflowDocument';
import { heading, type CellPosition } from '../../../model/grid/selection';
import { moveColumn } from '../../../model/tables/columnEdits';
import { dropSurplus, emptyRow, insertRows, placeForNewRow, rowForGap } from '../../../model/tables/rowEdits';
import { hasConditions, sheetOfTable, surplusOf } from '../../../model/tables/sheet';
import { overlapMarks } from '../../../model/tables/sheetFindings';
import { humanize, listed } from '../../../model/words';
import { Banner } from '../../../ui/Banner';
import { CellInfo } from '../sheets/CellInfo';
import { SheetGrid } from '../sheets/SheetGrid';
import { SheetStatus } from '../sheets/SheetStatus';
import { useOutline } from '../useOutline';
import { findingsAt, useWorkflowEditing } from '../WorkflowEditing';
import { ColumnDialog, type ChosenColumn } from './ColumnDialog';
import { gridColumnsOf } from './tableColumns';
import { TableHead } from './TableHead';
import { TableTools } from './TableTools';

interface Props {
  readonly table: TableView;
}

/** A decision table: what it is called, what is proved of it, and its rows as a grid. */
export function TablePage({ table }: Props) {
  const editing = useWorkflowEditing();
  const { edit, readOnly } = editing;
  const { data, isCurrent } = useOutline();
  const about = data?.tables.find(({ pointer }) => pointer.toLowerCase() === table.pointer.toLowerCase());
  const [chosen, setChosen] = useState<ChosenColumn | null>(null);
  const [withCondition, setWithCondition] = useState(false);
  const [goTo, setGoTo] = useState<CellPosition | null>(null);
  const sheet = useMemo(() => sheetOfTable(table), [table]);
  const columns = useMemo(() => gridColumnsOf(table, sheet, withCondition, about, (pointer) => findingsAt(editing, pointer)), [table, sheet, withCondition, about, editing]);
  const overlaps = useMemo(() => overlapMarks(about?.overlaps ?? [], table.hitPolicy, 'row'), [about, table.hitPolicy]);
  const name = humanize(table.name);
  const place = placeForNewRow(sheet);
  const addRow = () => {
    edit(`new row in ${name.toLowerCase()}`, (text) => insertRows(text, sheet, place, [emptyRow(sheet)]));
    setGoTo({ row: place, column: 0 });
  };
  const fill = () => {
    const cells = about?.gapCells;
    if (!cells) return;
    edit(`row for a gap in ${name.toLowerCase()}`, (text) => insertRows(text, sheet, place, [rowForGap(sheet, cells)]));
    setGoTo({ row: place, column: columns.findIndex(({ column }) => column.kind === 'then') });
  };
  const surplus = useMemo(() => sheet.rows.flatMap((row, i) => surplusOf(sheet, row).map((cell) => `${cell || 'an empty cell'} in row ${i + 1}`)), [sheet]);
  const columnAt = (position: number): ChosenColumn | null => {
    const column = columns[position]?.column;
    return column?.kind === 'when' ? { side: 'input', index: column.index } : column?.kind === 'then' ? { side: 'output', index: column.index } : null;
  };
  return (
    <>
      <TableHead table={table} />
      <SheetStatus what="row" complete={about?.complete ?? null} disjoint={about?.disjoint ?? null} gap={about ? gapWords(about) : null} mayBeEmpty={table.hitPolicy === 'Collect'} onFill={readOnly === null && about?.gapCells && isCurrent ? fill : null} />
      {surplus.length > 0 && (
        <Banner tone="bad" icon="alert" title="Rows have more cells than the table has columns" action={readOnly === null && <Button size="xs" variant="default" onClick={() => { edit(`cells without a column of ${name.toLowerCase()} removed`, (text) => dropSurplus(text, sheet)); }}>Remove these cells</Button>}>
          <p>No column shows {listed(surplus.slice(0, 5), 'and')}{surplus.length > 5 ? `, and ${surplus.length - 5} more` : ''}.</p>
        </Banner>
      )}
      <TableTools table={table} sheet={sheet} columns={columns} hasCondition={withCondition || hasConditions(sheet)} onCondition={setWithCondition} onAddRow={addRow} onColumn={setChosen} />
      <SheetGrid
        name={name}
        what="row"
        sheet={sheet}
        columns={columns}
        words={about?.rows}
        wordsAreCurrent={isCurrent}
        overlaps={overlaps}
        goTo={goTo}
        onOpenColumn={(position) => { setChosen(columnAt(position)); }}
        onMoveColumn={(position, by) => {
          const column = columnAt(position);
          if (column && readOnly === null) edit(`column ${columns[position]?.label ?? ''} moved`, (text) => moveColumn(text, table, column.side, column.index, column.index + by));
        }}
      >
        {({ position, cell, row }) => <CellInfo position={position} column={position.row < 0 && columnAt(position.column) === null ? undefined : columns[position.column]} what="row" cell={cell} row={row} />}
      </SheetGrid>
      {chosen && (
        <ColumnDialog
          key={`${chosen.side} ${chosen.index}`}
          {...chosen}
          table={table}
          about={chosen.side === 'input' ? about?.columns[chosen.index] : undefined}
         
          onMoved={setChosen}
          onClose={() => {
            setGoTo({ row: heading, column: columns.findIndex(({ column }) => column.kind === (chosen.side === 'input' ? 'when' : 'then') && 'index' in column && column.index === chosen.index) });
            setChosen(null);
          }}
        />
      )}
    </>
  );
}

/** The gap with the words of its columns, where its cells are known. */
function gapWords({ gap, gapCells, columns }: OutlineTableAnswer): string | null {
  const named = (gapCells ?? []).flatMap((cell, i) => (cell === null ? [] : [`${columns[i]?.label ?? `input ${i + 1}`} = ${cell}`]));
  return named.length > 0 ? listed(named, 'and') : gap;
}
