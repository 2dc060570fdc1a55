import { Select } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { setAt } from '../../../model/documents/editJson';
import { takenNames } from '../../../model/documents/names';
import { memberOrder, type TableView } from '../../../model/documents/workflowDocument';
import { setHitPolicy } from '../../../model/tables/columnEdits';
import { aggregations, hitPolicies, meaningOf } from '../../../model/tables/hitPolicies';
import { humanize } from '../../../model/words';
import { useHasPatient } from '../../verification/examples';
import { useWorkspace } from '../../workspace/WorkspaceContext';
import { ReadOnlyField } from '../fields/ReadOnlyField';
import { FindingList } from '../FindingList';
import { NameField } from '../fields/NameField';
import styles from '../sheets/Sheets.module.css';
import { findingsAt, useWorkflowEditing } from '../WorkflowEditing';

/** That no row may apply is told below, with an example and a way to mend it. */
const gapFound = 'BMR5011';

/** What the table is called, and what several rows that apply mean. */
export function TableHead({ table }: { table: TableView }) {
  const editing = useWorkflowEditing();
  const { view, folder, readOnly, edit } = editing;
  const { key } = useWorkspace();
  const hasPatient = useHasPatient();
  const navigate = useNavigate();
  const plain = humanize(table.name).toLowerCase();
  const rename = (name: string) => {
    edit(`${table.name} renamed to ${name}`, (text) => setAt(text, [...table.path, 'Name'], name));
    void navigate({ to: '/changes/$change/workflows/$folder/tables/$table', params: { change: key, folder, table: name }, replace: true });
  };
  const aggregation = table.aggregation ?? 'List';
  const here = new Set([`${table.pointer}`, `${table.pointer}/HitPolicy`, `${table.pointer}/Aggregation`, `${table.pointer}/Rows`, `${table.pointer}/Inputs`, `${table.pointer}/Outputs`]);
  return (
    <header className={styles.head}>
      <h2>{humanize(table.name)}</h2>
      <div className={styles.fields}>
        <NameField
          label="Name in conditions"
          help="What reads it by its old name is marked afterwards."
          name={table.name}
          readOnly={readOnly}
          taken={takenNames(view)}
          findings={findingsAt(editing, `${table.pointer}/Name`)}
          onRename={rename}
        />
        {readOnly === null ? (
          <Select
            label="When several rows apply"
            description={meaningOf(hitPolicies, table.hitPolicy)}
            allowDeselect={false}
            data={hitPolicies.map(({ value, label }) => ({ value, label }))}
            renderOption={({ option }) => <span><strong>{option.label}</strong><br /><small>{meaningOf(hitPolicies, option.value)}</small></span>}
            value={table.hitPolicy}
            onChange={(value) => { if (value !== null) edit(`hit policy of ${plain}`, (text) => setHitPolicy(text, table, value)); }}
          />
        ) : <ReadOnlyField label="When several rows apply" value={`${table.hitPolicy}. ${meaningOf(hitPolicies, table.hitPolicy)}`} />}
        {table.hitPolicy === 'Collect' && (readOnly === null ? (
          <Select
            label="How they are joined"
            description={meaningOf(aggregations, aggregation)}
            allowDeselect={false}
            data={aggregations.map(({ value, label }) => ({ value, label }))}
            value={aggregation}
            onChange={(value) => { if (value !== null) edit(`aggregation of ${plain}`, (text) => setAt(text, [...table.path, 'Aggregation'], value, memberOrder.table)); }}
          />
        ) : <ReadOnlyField label="How they are joined" value={`${aggregation}. ${meaningOf(aggregations, aggregation)}`} />)}
      </div>
      <FindingList findings={findingsAt(editing, table.pointer).filter((found) => (here.has(found.pointer) || hasPatient(found)) && found.code !== gapFound)} />
    </header>
  );
}
