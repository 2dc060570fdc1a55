import { setAt } from '../../../model/documents/editJson';
import { memberOrder } from '../../../model/documents/workflowDocument';
import { humanize } from '../../../model/words';
import { EmptyState } from '../../../ui/EmptyState';
import styles from '../Authoring.module.css';
import { ListField } from '../fields/ListField';
import { TextField } from '../fields/TextField';
import { FindingList } from '../FindingList';
import { findingsAt, useWorkflowEditing } from '../WorkflowEditing';
import { InputsSection } from './InputsSection';
import { MetadataSections } from './MetadataSections';
import { UsesSection } from './UsesSection';

/** What the workflow is, for whom, on what it builds and who stands for it. */
export function AboutPage() {
  const editing = useWorkflowEditing();
  const { view, folder, readOnly, edit, documentName } = editing;
  const set = (key: 'Title' | 'Description', value: string) => {
    edit(`${key.toLowerCase()} of the workflow`, (text) => setAt(text, [key], value === '' ? undefined : value, memberOrder.workflow), key);
  };
  const elsewhere = editing.diagnostics.filter(({ document, pointer }) => document === documentName && pointer === '');
  return (
    <>
      <h2>About this workflow</h2>
      <FindingList findings={elsewhere} />
      {view.rules.length === 0 && readOnly === null && (
        <EmptyState icon="book" title="No rules yet">
          <p>Say below what this workflow is about and which facts it reads. Then add the first rule with the + beside “Rules” at the side: a condition, what it recommends, and on whose evidence.</p>
        </EmptyState>
      )}
      <section className={styles.card} aria-label="Title and description">
        <TextField label="Title" help="One line for readers." value={view.title} readOnly={readOnly} findings={findingsAt(editing, '/Title')} onChange={(value) => { set('Title', value); }} />
        <TextField label="Description" help="What it does, in a few sentences." lines value={view.description} readOnly={readOnly} findings={findingsAt(editing, '/Description')} onChange={(value) => { set('Description', value); }} />
        <ListField label="Tags" help="Words to find it by." values={view.tags} readOnly={readOnly} onChange={(tags) => { edit('tags', (text) => setAt(text, ['Tags'], tags.length === 0 ? undefined : tags, memberOrder.workflow)); }} />
        <p className={styles.hint}>Applications and other workflows call it <code>{view.name || humanize(folder)}</code>.</p>
      </section>
      <InputsSection />
      <UsesSection />
      <MetadataSections />
    </>
  );
}
