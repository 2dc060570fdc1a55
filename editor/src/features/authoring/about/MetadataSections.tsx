import { Switch } from '@mantine/core';
import { removeAt, setAt } from '../../../model/documents/editJson';
import { membersOf, nodeAt, pointerOf, stringOf, textsOf, type JsonValue, parseDocument } from '../../../model/documents/json';
import { metadataGroups, metadataOrder, type MetadataField } from '../../../model/documents/metadataFields';
import { memberOrder } from '../../../model/documents/workflowDocument';
import styles from '../Authoring.module.css';
import { ListField } from '../fields/ListField';
import { ReadOnlyField } from '../fields/ReadOnlyField';
import { TextField } from '../fields/TextField';
import { findingsAt, useWorkflowEditing } from '../WorkflowEditing';

/** Everything that a workflow says about itself. */
export function MetadataSections() {
  return metadataGroups.map(({ title, fields }) => (
    <section key={title} className={styles.card} aria-label={title}>
      <h3>{title}</h3>
      <div className={styles.two}>{fields.map((field) => <Field key={pointerOf(field.path)} field={field} />)}</div>
    </section>
  ));
}

function Field({ field: { path, label, help, kind } }: { field: MetadataField }) {
  const editing = useWorkflowEditing();
  const { view, readOnly, edit } = editing;
  const full = ['Metadata', ...path];
  const node = nodeAt(view.document.root, full);
  const set = (value: JsonValue | undefined) => { edit(label.toLowerCase(), (text) => write(text, full, value), `metadata ${label}`); };
  if (kind === 'list') return <ListField label={label} help={help} values={textsOf(node)} readOnly={readOnly} onChange={(values) => { set(values.length === 0 ? undefined : values); }} />;
  if (kind === 'yes') {
    const on = node?.value === true;
    if (readOnly !== null) return <ReadOnlyField label={label} value={on ? 'Yes' : 'No'} />;
    return <Switch label={label} description={help} checked={on} onChange={(event) => { set(event.currentTarget.checked ? true : undefined); }} />;
  }
  return (
    <TextField
      label={label}
      help={help}
      lines={kind === 'text'}
      type={kind === 'date' ? 'date' : 'text'}
      value={stringOf(node)}
      readOnly={readOnly}
      findings={findingsAt(editing, pointerOf(full))}
      onChange={(value) => { set(value === '' ? undefined : value); }}
    />
  );
}

/** An object that has become empty goes with its last member. */
function write(text: string, path: readonly (string | number)[], value: JsonValue | undefined): string {
  const order = path.length === 2 ? metadataOrder : [];
  const start = path.length > 1 && !nodeAt(parseDocument(text).root, ['Metadata']) ? setAt(text, ['Metadata'], {}, memberOrder.workflow) : text;
  let result = setAt(start, [...path], value, order);
  for (let length = path.length - 1; value === undefined && length > 0; length -= 1) {
    const parent = path.slice(0, length);
    const node = nodeAt(parseDocument(result).root, parent);
    if (node && membersOf(node).length === 0) result = removeAt(result, parent);
  }
  return result;
}
