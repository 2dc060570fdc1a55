import { Button, Select, Switch } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { libraryQuery } from '../../../api/queries';
import { insertAt, removeAt, setAt } from '../../../model/documents/editJson';
import { type JsonValue } from '../../../model/documents/json';
import { memberOrder, type UseView } from '../../../model/documents/workflowDocument';
import { humanize } from '../../../model/words';
import { Icon } from '../../../ui/Icon';
import { useWorkspace } from '../../workspace/WorkspaceContext';
import styles from '../Authoring.module.css';
import { TextField } from '../fields/TextField';
import { FindingList } from '../FindingList';
import { findingsAt, useWorkflowEditing } from '../WorkflowEditing';

/** Other workflows whose results this one reads, or whose advice it shows too. */
export function UsesSection() {
  const { view, readOnly, edit } = useWorkflowEditing();
  const { data: library } = useQuery(libraryQuery);
  const others = (library?.workflows ?? []).filter(({ name }) => name !== view.name && !view.uses.some((use) => use.workflow === name));
  if (view.uses.length === 0 && readOnly !== null) return null;
  return (
    <section className={styles.card} aria-label="Workflows that it builds on">
      <h3>Workflows that it builds on</h3>
      {view.uses.length === 0 && <p className={styles.hint}>Conditions can read the rules, scores and parameters of a workflow that is listed here.</p>}
      {view.uses.map((use) => <Use key={use.pointer} use={use} />)}
      {readOnly === null && (
        <Select
          label="Build on another workflow"
          placeholder="Search workflows"
          data={others.map(({ name, title }) => ({ value: name, label: title ?? humanize(name) }))}
          value={null}
          searchable
          maw="32rem"
          onChange={(name) => { if (name) edit(`use of ${name}`, (text) => insertAt(text, ['Uses'], view.uses.length, { Workflow: name }, memberOrder.workflow)); }}
        />
      )}
    </section>
  );
}

function Use({ use }: { use: UseView }) {
  const editing = useWorkflowEditing();
  const { readOnly, edit } = editing;
  const { key } = useWorkspace();
  const { data: library } = useQuery(libraryQuery);
  const known = library?.workflows.find(({ name }) => name === use.workflow);
  const title = known?.title ?? humanize(use.workflow);
  const set = (member: string, value: JsonValue | undefined) => {
    edit(`use of ${use.workflow}`, (text) => setAt(text, [...use.path, member], value, memberOrder.use), `${use.pointer}/${member}`);
  };
  const field = (member: 'ForEach' | 'As' | 'When', label: string, help: string, value: string | null) => (
    (readOnly === null || value !== null) && (
      <TextField label={label} help={help} code value={value} readOnly={readOnly} findings={findingsAt(editing, `${use.pointer}/${member}`)} onChange={(text) => { set(member, text === '' ? undefined : text); }} />
    )
  );
  return (
    <div className={styles.item}>
      <div className={styles.partHead}>
        <strong>{known?.folder ? <Link to="/changes/$change/workflows/$folder" params={{ change: key, folder: known.folder }}>{title}</Link> : title}</strong>
        {readOnly === null && <Button size="xs" variant="default" aria-label={`Do not build on ${title}`} onClick={() => { edit(`use of ${use.workflow} removed`, (text) => removeAt(text, use.path)); }}><Icon name="trash" size={16} /></Button>}
      </div>
      {readOnly === null
        ? <Switch label="Show its advice in this decision too" checked={use.include} onChange={(event) => { set('Include', event.currentTarget.checked ? true : undefined); }} />
        : use.include && <p className={styles.hint}>Its advice is shown in this decision too.</p>}
      {use.include && (
        <div className={styles.two}>
          {field('When', 'Only when', 'A condition; else always.', use.when)}
          {field('ForEach', 'Once for each of', 'A list, such as patient.lesions.', use.forEach)}
          {use.forEach !== null && field('As', 'Given as', 'The input that takes the element.', use.as)}
        </div>
      )}
      <FindingList findings={findingsAt(editing, use.pointer).filter(({ pointer }) => pointer === use.pointer || pointer.endsWith('/Workflow'))} />
    </div>
  );
}
