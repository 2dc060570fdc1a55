import { Button } from '@mantine/core';
import { useCallback, useState } from 'react';
import { insertAt, moveItem, removeAt, setAt } from '../../../model/documents/editJson';
import { nameFor, takenNames } from '../../../model/documents/names';
import { memberOrder, type ParamView } from '../../../model/documents/workflowDocument';
import { humanize } from '../../../model/words';
import { EmptyState } from '../../../ui/EmptyState';
import { Icon } from '../../../ui/Icon';
import { ConditionEditor } from '../../condition/ConditionEditor';
import type { WriteExpression } from '../../condition/context';
import styles from '../Authoring.module.css';
import { TextField } from '../fields/TextField';
import { FindingList } from '../FindingList';
import { findingsAt, useWorkflowEditing } from '../WorkflowEditing';

const listPath = ['GlobalParams'];

/** Named values and conditions that rules, scores and tables share. */
export function ParametersPage() {
  const { view, readOnly, edit } = useWorkflowEditing();
  const [title, setTitle] = useState('');
  const name = nameFor(title, false, takenNames(view));
  const add = () => {
    edit(`new parameter ${name}`, (text) => insertAt(text, listPath, view.params.length, { Name: name, Expression: '' }, memberOrder.workflow));
    setTitle('');
  };
  return (
    <>
      <h2>Parameters</h2>
      <p className={styles.hint}>A parameter gives a name to a value or a condition, such as a corrected calcium, so that rules read like sentences and nothing is written twice.</p>
      {view.params.length === 0 && <EmptyState icon="book" title="No parameters"><p>{readOnly === null ? 'Name a value below that more than one rule needs.' : 'This workflow has none.'}</p></EmptyState>}
      {view.params.map((param, i) => <Parameter key={param.pointer} param={param} index={i} count={view.params.length} />)}
      {readOnly === null && (
        <form className={styles.card} aria-label="New parameter" onSubmit={(event) => { event.preventDefault(); if (name) add(); }}>
          <TextField label="New parameter" help={name ? `Conditions call it ${name}.` : 'What it stands for, such as “corrected calcium”.'} value={title} readOnly={null} onChange={setTitle} />
          <div><Button type="submit" disabled={!name} leftSection={<Icon name="plus" size={16} />}>Add it</Button></div>
        </form>
      )}
    </>
  );
}

function Parameter({ param, index, count }: { param: ParamView; index: number; count: number }) {
  const editing = useWorkflowEditing();
  const { readOnly, edit, view } = editing;
  const { path, pointer, name } = param;
  const set = (member: 'Name' | 'Unit', value: string) => {
    edit(`${member.toLowerCase()} of ${name}`, (text) => setAt(text, [...path, member], value === '' && member === 'Unit' ? undefined : value, memberOrder.param), `${pointer}/${member}`);
  };
  const write = useCallback<WriteExpression>((value, kind) => {
    edit(`expression of ${name}`, (text) => setAt(text, [...path, 'Expression'], value, memberOrder.param), kind === 'typing' ? `${pointer}/Expression` : undefined);
  }, [edit, name, path, pointer]);
  const move = (to: number) => { edit(`${param.name} moved`, (text) => moveItem(text, listPath, index, to)); };
  const at = (member: string) => findingsAt(editing, `${param.pointer}/${member}`);
  return (
    <section className={styles.card} aria-label={param.name} id={`parameter-${param.name}`}>
      <div className={styles.partHead}>
        <h3>{humanize(param.name)}</h3>
        {readOnly === null && (
          <Button.Group>
            <Button size="xs" variant="default" aria-label={`Move ${param.name} up`} disabled={index === 0} onClick={() => { move(index - 1); }}><Icon name="up" size={16} /></Button>
            <Button size="xs" variant="default" aria-label={`Move ${param.name} down`} disabled={index === count - 1} onClick={() => { move(index + 1); }}><Icon name="down" size={16} /></Button>
            <Button size="xs" variant="default" aria-label={`Remove ${param.name}`} onClick={() => { edit(`${param.name} removed`, (text) => removeAt(text, param.path)); }}><Icon name="trash" size={16} /></Button>
          </Button.Group>
        )}
      </div>
      <ConditionEditor label={`How ${humanize(param.name).toLowerCase()} is found`} text={param.expression} place={{ workflow: view.name, isCondition: false }} readOnly={readOnly !== null} diagnostics={at('Expression')} onChange={write} />
      {readOnly === null && (
        <div className={styles.two}>
          <TextField label="Name in conditions" help="Conditions that read it have to be changed too." code value={param.name} readOnly={readOnly} findings={at('Name')} onChange={(value) => { set('Name', value); }} />
          <TextField label="Unit" help="In UCUM, such as mg/dL; only where it does not follow from the expression." code value={param.unit} readOnly={readOnly} findings={at('Unit')} onChange={(value) => { set('Unit', value); }} />
        </div>
      )}
      <FindingList findings={findingsAt(editing, param.pointer).filter(({ pointer }) => pointer === param.pointer)} />
    </section>
  );
}
