import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { use } from 'react';
import { setAt } from '../../../model/documents/editJson';
import { takenNames } from '../../../model/documents/names';
import { memberOrder, type ScoreView } from '../../../model/documents/workflowDocument';
import { addItem } from '../../../model/tables/itemEdits';
import { humanize, plural } from '../../../model/words';
import { Icon } from '../../../ui/Icon';
import { Tag } from '../../../ui/Tag';
import { useWorkspace } from '../../workspace/WorkspaceContext';
import { TextField } from '../fields/TextField';
import { FindingList } from '../FindingList';
import { NameField } from '../fields/NameField';
import styles from '../sheets/Sheets.module.css';
import { HitsContext, ItemHitsContext } from '../tables/HitsContext';
import { useOutline } from '../useOutline';
import { findingsAt, useWorkflowEditing } from '../WorkflowEditing';
import { ScoreItem } from './ScoreItem';

interface Props {
  readonly score: ScoreView;
}

/** A score sheet: its items one below the other, each with the bands that give its points. */
export function ScorePage({ score }: Props) {
  const editing = useWorkflowEditing();
  const { view, folder, readOnly, edit } = editing;
  const { key } = useWorkspace();
  const navigate = useNavigate();
  const hits = use(ItemHitsContext);
  const { data, isCurrent } = useOutline();
  const about = data?.scores.find(({ pointer }) => pointer.toLowerCase() === score.pointer.toLowerCase());
  const title = score.title ?? humanize(score.name);
  const rename = (name: string) => {
    edit(`${score.name} renamed to ${name}`, (text) => setAt(text, [...score.path, 'Name'], name));
    void navigate({ to: '/changes/$change/workflows/$folder/scores/$score', params: { change: key, folder, score: name }, replace: true });
  };
  const here = new Set([score.pointer, `${score.pointer}/Items`]);
  return (
    <>
      <header className={styles.head}>
        <div className={styles.statements}>
          <h2>{title}</h2>
          {about && <Tag tone="info">{about.min === about.max ? plural(about.max, 'point') : `${about.min} to ${about.max} points`}</Tag>}
        </div>
        <div className={styles.fields}>
          <TextField label="Title" help="As readers see it." value={score.title} readOnly={readOnly} findings={findingsAt(editing, `${score.pointer}/Title`)} onChange={(value) => { edit(`title of ${score.name}`, (text) => setAt(text, [...score.path, 'Title'], value === '' ? undefined : value, memberOrder.score), `${score.pointer}/Title`); }} />
          <NameField label="Name in conditions" help="What reads it by its old name is marked afterwards." name={score.name} readOnly={readOnly} taken={takenNames(view)} findings={findingsAt(editing, `${score.pointer}/Name`)} onRename={rename} />
        </div>
        <FindingList findings={findingsAt(editing, score.pointer).filter(({ pointer }) => here.has(pointer))} />
      </header>
      {score.items.map((item, index) => {
        const rows = hits?.get(item.name);
        return (
          <HitsContext key={item.pointer} value={rows ? { rows } : null}>
            <ScoreItem score={score} item={item} index={index} about={about?.items[index]} isCurrent={isCurrent} />
          </HitsContext>
        );
      })}
      {readOnly === null && <div><Button leftSection={<Icon name="plus" size={16} />} onClick={() => { edit(`new item in ${title}`, (text) => addItem(text, view, score)); }}>Add item</Button></div>}
    </>
  );
}
