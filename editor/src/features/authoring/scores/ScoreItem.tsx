import { Button } from '@mantine/core';
import { useMemo, useState } from 'react';
import type { OutlineScoreItemAnswer } from '../../../api/generated';
import { moveItem, removeAt, setAt } from '../../../model/documents/editJson';
import { takenNames } from '../../../model/documents/names';
import { memberOrder, type ScoreItemView, type ScoreView } from '../../../model/documents/workflowDocument';
import type { CellPosition } from '../../../model/grid/selection';
import { copyItem, setItemInput } from '../../../model/tables/itemEdits';
import { emptyRow, insertRows, placeForNewRow } from '../../../model/tables/rowEdits';
import { hasConditions, sheetOfItem } from '../../../model/tables/sheet';
import { overlapMarks } from '../../../model/tables/sheetFindings';
import { humanize } from '../../../model/words';
import { Disclosure } from '../../../ui/Disclosure';
import { Icon } from '../../../ui/Icon';
import part from '../Authoring.module.css';
import { TextField } from '../fields/TextField';
import { FindingList } from '../FindingList';
import { CellInfo } from '../sheets/CellInfo';
import { NameField } from '../fields/NameField';
import { SheetGrid } from '../sheets/SheetGrid';
import { ConditionEditor } from '../../condition/ConditionEditor';
import styles from '../sheets/Sheets.module.css';
import { SheetStatus } from '../sheets/SheetStatus';
import { useHasPatient } from '../../verification/examples';
import { findingsAt, useWorkflowEditing } from '../WorkflowEditing';
import { bandColumnsOf } from './bandColumns';
import { ItemTools } from './ItemTools';

interface Props {
  readonly score: ScoreView;
  readonly item: ScoreItemView;
  readonly index: number;
  readonly about: OutlineScoreItemAnswer | undefined;
  readonly isCurrent: boolean;
}

/** One line of the score sheet: what it looks at, and the points of each band. */
export function ScoreItem({ score, item, index, about, isCurrent }: Props) {
  const editing = useWorkflowEditing();
  const { view, readOnly, edit } = editing;
  const hasPatient = useHasPatient();
  const [withCondition, setWithCondition] = useState(false);
  const [goTo, setGoTo] = useState<CellPosition | null>(null);
  const sheet = useMemo(() => sheetOfItem(item), [item]);
  const columns = useMemo(() => bandColumnsOf(sheet, withCondition, about), [sheet, withCondition, about]);
  const overlaps = useMemo(() => overlapMarks(about?.overlaps ?? [], 'First', 'band'), [about]);
  const words = useMemo(() => about?.bands.map(({ sentence }, i) => ({ cells: item.bands[i]?.condition === null ? [sentence] : [], condition: sentence })), [about, item]);
  const title = item.title ?? about?.label ?? humanize(item.name);
  const plain = humanize(item.name).toLowerCase();
  const list = [...score.path, 'Items'];
  const at = (member: string) => findingsAt(editing, `${item.pointer}/${member}`);
  const addBand = () => {
    const place = placeForNewRow(sheet);
    edit(`new band in ${plain}`, (text) => insertRows(text, sheet, place, [emptyRow(sheet)]));
    setGoTo({ row: place, column: 0 });
  };
  const here = new Set([item.pointer, `${item.pointer}/Points`]);
  return (
    <section className={part.card} aria-label={title} id={item.name}>
      <div className={part.partHead}>
        <h3>{title.charAt(0).toUpperCase() + title.slice(1)}</h3>
        {readOnly === null && (
          <Button.Group>
            <Button size="xs" variant="default" aria-label={`Move ${title} up`} disabled={index === 0} onClick={() => { edit(`${plain} moved`, (text) => moveItem(text, list, index, index - 1)); }}><Icon name="up" size={16} /></Button>
            <Button size="xs" variant="default" aria-label={`Move ${title} down`} disabled={index === score.items.length - 1} onClick={() => { edit(`${plain} moved`, (text) => moveItem(text, list, index, index + 1)); }}><Icon name="down" size={16} /></Button>
            <Button size="xs" variant="default" aria-label={`Duplicate ${title}`} onClick={() => { edit(`${plain} duplicated`, (text) => copyItem(text, view, score, index)); }}><Icon name="copy" size={16} /></Button>
            <Button size="xs" variant="default" aria-label={`Remove ${title}`} disabled={score.items.length === 1} onClick={() => { edit(`${plain} removed`, (text) => removeAt(text, item.path)); }}><Icon name="trash" size={16} /></Button>
          </Button.Group>
        )}
      </div>
      <ConditionEditor label="What the bands look at" of={title} text={item.input ?? ''} place={{ workflow: view.name, isCondition: false }} readOnly={readOnly !== null} diagnostics={at('Input')} onChange={(value, kind) => { edit(`what ${plain} looks at`, (text) => setItemInput(text, item, value), kind === 'typing' ? `${item.pointer}/Input` : undefined); }} />
      <Disclosure summary="Title and name">
        {() => (
          <div className={styles.fields}>
            <TextField label="Title" help="As readers see it." value={item.title} readOnly={readOnly} onChange={(value) => { edit(`title of ${plain}`, (text) => setAt(text, [...item.path, 'Title'], value === '' ? undefined : value, memberOrder.scoreItem), `${item.pointer}/Title`); }} />
            <NameField label="Name in conditions" help="What reads it by its old name is marked afterwards." name={item.name} readOnly={readOnly} taken={takenNames(view)} findings={[]} onRename={(name) => { edit(`${item.name} renamed to ${name}`, (text) => setAt(text, [...item.path, 'Name'], name)); }} />
          </div>
        )}
      </Disclosure>
      <FindingList findings={[...at('Title'), ...at('Name')]} />
      <FindingList findings={findingsAt(editing, item.pointer).filter((found) => here.has(found.pointer) || hasPatient(found))} />
      <SheetStatus what="band" complete={about?.complete ?? null} disjoint={null} gap={about?.gap ?? null} onFill={null} />
      <ItemTools item={item} sheet={sheet} columns={columns} hasCondition={withCondition || hasConditions(sheet)} onCondition={setWithCondition} onAdd={addBand} />
      <SheetGrid name={title} what="band" sheet={sheet} columns={columns} words={words} wordsAreCurrent={isCurrent} overlaps={overlaps} goTo={goTo}>
        {({ position, cell, row }) => (row && (cell?.mark || row.marks.length > 0) ? <CellInfo position={position} column={columns[position.column]} what="band" cell={cell} row={row} /> : null)}
      </SheetGrid>
    </section>
  );
}
