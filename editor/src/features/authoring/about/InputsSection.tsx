import { Button, Select } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { insertAt, removeAt, setAt } from '../../../model/documents/editJson';
import { nameFor, takenNames } from '../../../model/documents/names';
import { memberOrder, type InputView } from '../../../model/documents/workflowDocument';
import { Icon } from '../../../ui/Icon';
import { useWorkspace } from '../../workspace/WorkspaceContext';
import styles from '../Authoring.module.css';
import { TextField } from '../fields/TextField';
import { FindingList } from '../FindingList';
import { findingsAt, useWorkflowEditing } from '../WorkflowEditing';

const schemaOf = (name: string) => /^facts\/(.+)\.schema\.json$/.exec(name)?.[1] ?? [];

/** Which facts the workflow reads, each under a name. */
export function InputsSection() {
  const { view, readOnly, edit } = useWorkflowEditing();
  const { snapshot, key } = useWorkspace();
  const schemas = snapshot.names.flatMap(schemaOf);
  const free = schemas.filter((schema) => !view.inputs.some((input) => input.schema === schema));
  const add = (schema: string) => {
    const name = nameFor(schema, false, takenNames(view));
    edit(`input ${name}`, (text) => insertAt(text, ['Inputs'], view.inputs.length, { Name: name, Schema: schema }, memberOrder.workflow));
  };
  return (
    <section className={styles.card} aria-label="Facts that it reads">
      <h3>Facts that it reads</h3>
      {view.inputs.length === 0 && <p className={styles.hint}>Conditions can only speak of facts that are listed here.</p>}
      {view.inputs.map((input) => <Input key={input.pointer} input={input} schemas={schemas} />)}
      {readOnly === null && free.length > 0 && (
        <Select
          label="Add facts"
          placeholder="Patient, lesion, spine …"
          data={free}
          value={null}
          searchable
          maw="24rem"
          onChange={(schema) => { if (schema) add(schema); }}
        />
      )}
      <p className={styles.hint}>
        What each fact means, its unit and its range stand in the fact schemas:{' '}
        {schemas.map((schema, i) => <span key={schema}>{i > 0 && ', '}<Link to="/changes/$change/facts/$schema" params={{ change: key, schema }}>{schema}</Link></span>)}.
      </p>
    </section>
  );
}

function Input({ input, schemas }: { input: InputView; schemas: readonly string[] }) {
  const editing = useWorkflowEditing();
  const { readOnly, edit } = editing;
  const findings = findingsAt(editing, input.pointer);
  if (readOnly !== null) return <p><code>{input.name}</code>: {input.schema}</p>;
  return (
    <div>
      <div className={styles.row}>
        <TextField label="Name in conditions" code value={input.name} readOnly={readOnly} onChange={(name) => { edit(`name of input ${input.name}`, (text) => setAt(text, [...input.path, 'Name'], name), input.pointer); }} />
        <Select label="Facts" data={[...new Set([...schemas, input.schema])]} allowDeselect={false} value={input.schema} onChange={(schema) => { if (schema) edit(`facts of input ${input.name}`, (text) => setAt(text, [...input.path, 'Schema'], schema)); }} />
        <Button variant="default" aria-label={`Remove input ${input.name}`} onClick={() => { edit(`input ${input.name} removed`, (text) => removeAt(text, input.path)); }}><Icon name="trash" size={16} /></Button>
      </div>
      <FindingList findings={findings} />
    </div>
  );
}
