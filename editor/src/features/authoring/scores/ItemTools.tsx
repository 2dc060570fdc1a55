import { Button, Switch } from '@mantine/core';
import type { ScoreItemView } from '../../../model/documents/workflowDocument';
import { dropConditions, toggleOtherwise } from '../../../model/tables/rowEdits';
import type { Sheet } from '../../../model/tables/sheet';
import { humanize, plural } from '../../../model/words';
import { Icon } from '../../../ui/Icon';
import { Exchange } from '../exchange/Exchange';
import type { SheetGridColumn } from '../sheets/SheetGrid';
import styles from '../sheets/Sheets.module.css';
import { CoverageSwitch } from '../../verification/CoverageSwitch';
import { useWorkflowEditing } from '../WorkflowEditing';

interface Props {
  readonly item: ScoreItemView;
  readonly sheet: Sheet;
  readonly columns: readonly SheetGridColumn[];
  readonly hasCondition: boolean;
  readonly onCondition: (shown: boolean) => void;
  readonly onAdd: () => void;
}

/** What can be done with the bands of an item as a whole. */
export function ItemTools({ item, sheet, columns, hasCondition, onCondition, onAdd }: Props) {
  const { edit, readOnly } = useWorkflowEditing();
  const name = humanize(item.name).toLowerCase();
  const hasOtherwise = sheet.rows.at(-1)?.otherwise ?? false;
  return (
    <div className={styles.tools} role="group" aria-label={`Tools of ${name}`}>
      {readOnly === null && (
        <>
          <Button size="xs" variant="default" leftSection={<Icon name="plus" size={16} />} onClick={onAdd}>Add band</Button>
          {!hasCondition && <Button size="xs" variant="default" onClick={() => { onCondition(true); }}>Add conditions</Button>}
          {hasCondition && sheet.inputs > 0 && <Button size="xs" variant="default" onClick={() => { onCondition(false); edit(`conditions of ${name} removed`, (text) => dropConditions(text, sheet)); }}>Remove conditions</Button>}
          <Switch size="sm" label="Last band: otherwise" checked={hasOtherwise} onChange={() => { edit(hasOtherwise ? `otherwise removed from ${name}` : `otherwise in ${name}`, (text) => toggleOtherwise(text, sheet)); }} />
        </>
      )}
      <CoverageSwitch label="Cases per band" />
      <span>{plural(sheet.rows.length, 'band')}</span>
      <Exchange name={item.name} sheet={sheet} columns={columns} />
    </div>
  );
}
