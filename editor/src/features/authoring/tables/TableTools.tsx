import { Button, Switch } from '@mantine/core';
import type { TableView } from '../../../model/documents/workflowDocument';
import { addColumn, type ColumnSide } from '../../../model/tables/columnEdits';
import { dropConditions, toggleOtherwise } from '../../../model/tables/rowEdits';
import type { Sheet } from '../../../model/tables/sheet';
import { humanize, plural } from '../../../model/words';
import { Icon } from '../../../ui/Icon';
import { MenuButton } from '../../../ui/MenuButton';
import { Exchange } from '../exchange/Exchange';
import type { SheetGridColumn } from '../sheets/SheetGrid';
import styles from '../sheets/Sheets.module.css';
import { CoverageSwitch } from '../../verification/CoverageSwitch';
import { useWorkflowEditing } from '../WorkflowEditing';
import type { ChosenColumn } from './ColumnDialog';

interface Props {
  readonly table: TableView;
  readonly sheet: Sheet;
  readonly columns: readonly SheetGridColumn[];
  readonly hasCondition: boolean;
  readonly onCondition: (shown: boolean) => void;
  readonly onAddRow: () => void;
  readonly onColumn: (column: ChosenColumn) => void;
}

/** What can be done with the table as a whole. */
export function TableTools({ table, sheet, columns, hasCondition, onCondition, onAddRow, onColumn }: Props) {
  const { edit, readOnly } = useWorkflowEditing();
  const name = humanize(table.name).toLowerCase();
  const hasOtherwise = sheet.rows.at(-1)?.otherwise ?? false;
  const mayOtherwise = table.hitPolicy === 'First' || hasOtherwise;
  const add = (side: ColumnSide) => {
    edit(`new ${side} column in ${name}`, (text) => addColumn(text, table, side));
    onColumn({ side, index: (side === 'input' ? table.inputs : table.outputs).length });
  };
  return (
    <div className={styles.tools} role="group" aria-label={`Tools of ${name}`}>
      {readOnly === null && (
        <>
          <Button size="xs" leftSection={<Icon name="plus" size={16} />} onClick={onAddRow}>Add row</Button>
          <MenuButton
            size="xs"
            variant="default"
            leftSection={<Icon name="plus" size={16} />}
            actions={[
              { label: 'Input: a fact or value that rows look at', run: () => { add('input'); } },
              { label: 'Output: something that rows say', run: () => { add('output'); } },
              ...(hasCondition ? [] : [{ label: 'Condition: any condition, row by row', run: () => { onCondition(true); } }]),
            ]}
          >
            Add column
          </MenuButton>
          {hasCondition && sheet.inputs > 0 && <Button size="xs" variant="default" onClick={() => { onCondition(false); edit(`conditions of ${name} removed`, (text) => dropConditions(text, sheet)); }}>Remove conditions</Button>}
          {mayOtherwise && <Switch size="sm" label="Last row: otherwise" checked={hasOtherwise} onChange={() => { edit(hasOtherwise ? `otherwise removed from ${name}` : `otherwise in ${name}`, (text) => toggleOtherwise(text, sheet)); }} />}
        </>
      )}
      <CoverageSwitch label="Cases per row" />
      <span>{plural(sheet.rows.length, 'row')}</span>
      <Exchange name={table.name} sheet={sheet} columns={columns} />
    </div>
  );
}
