import { Button, Group, Modal, Select, TextInput } from '@mantine/core';
import type { OutlineColumnAnswer } from '../../../api/generated';
import { pointerOf } from '../../../model/documents/json';
import type { TableView } from '../../../model/documents/workflowDocument';
import { columnPath, moveColumn, removeColumn, setColumn, setOutputType, setOutputValues, type ColumnSide } from '../../../model/tables/columnEdits';
import { outputTypes } from '../../../model/tables/hitPolicies';
import { humanize, sentence } from '../../../model/words';
import { Icon } from '../../../ui/Icon';
import { ListField } from '../fields/ListField';
import { ReadOnlyField } from '../fields/ReadOnlyField';
import { TextField } from '../fields/TextField';
import { FindingList } from '../FindingList';
import { ConditionEditor } from '../../condition/ConditionEditor';
import styles from '../Authoring.module.css';
import { findingsAt, useWorkflowEditing } from '../WorkflowEditing';

export interface ChosenColumn {
  readonly side: ColumnSide;
  readonly index: number;
}

interface Props extends ChosenColumn {
  readonly table: TableView;
  readonly about: OutlineColumnAnswer | undefined;
  readonly onMoved: (to: ChosenColumn) => void;
  readonly onClose: () => void;
}

/** One column: what it looks at, or what it says. Its cells go with it. */
export function ColumnDialog({ side, index, table, about, onMoved, onClose }: Props) {
  const { readOnly, edit } = useWorkflowEditing();
  const column = side === 'input' ? table.inputs[index] : table.outputs[index];
  if (!column) return null;
  const count = (side === 'input' ? table.inputs : table.outputs).length;
  const name = humanize(column.name).toLowerCase();
  const move = (to: number) => {
    edit(`column ${name} moved`, (text) => moveColumn(text, table, side, index, to));
    onMoved({ side, index: to });
  };
  return (
    <Modal opened onClose={onClose} size="lg" title={`${side === 'input' ? 'Input' : 'Output'} column ${humanize(column.name)}`}>
      <div className={styles.form}>
        {side === 'input' ? <InputColumn index={index} table={table} about={about} /> : <OutputColumn index={index} table={table} />}
        {readOnly === null && (
          <Group justify="space-between">
            <Group gap="xs">
              <Button.Group>
                <Button size="xs" variant="default" disabled={index === 0} onClick={() => { move(index - 1); }}>Move left</Button>
                <Button size="xs" variant="default" disabled={index === count - 1} onClick={() => { move(index + 1); }}>Move right</Button>
              </Button.Group>
              <Button size="xs" variant="default" leftSection={<Icon name="trash" size={14} />} disabled={side === 'output' && count === 1} onClick={() => { onClose(); edit(`column ${name} removed`, (text) => removeColumn(text, table, side, index)); }}>Remove with its cells</Button>
            </Group>
            <Button onClick={onClose}>Done</Button>
          </Group>
        )}
        {side === 'output' && count === 1 && readOnly === null && <p className={styles.hint}>A table needs at least one output.</p>}
      </div>
    </Modal>
  );
}

function useColumn(table: TableView, side: ColumnSide, index: number) {
  const editing = useWorkflowEditing();
  const pointer = pointerOf(columnPath(table, side, index));
  return {
    ...editing,
    at: (member: string) => findingsAt(editing, `${pointer}/${member}`),
    whole: findingsAt(editing, pointer).filter((found) => found.pointer === pointer),
    set: (member: string, value: string | undefined, key: string | undefined = `${pointer}/${member}`) => {
      editing.edit(`${member.toLowerCase()} of a column`, (text) => setColumn(text, table, side, index, member, value), key);
    },
  };
}

function InputColumn({ index, table, about }: Pick<Props, 'index' | 'table' | 'about'>) {
  const { readOnly, view, at, whole, set } = useColumn(table, 'input', index);
  const column = table.inputs[index];
  if (!column) return null;
  return (
    <>
      <TextField label="Heading" help="One word, as it stands above the column." code value={column.name} readOnly={readOnly} findings={at('Name')} onChange={(value) => { set('Name', value); }} />
      <ConditionEditor label="What its cells look at" text={column.expression} place={{ workflow: view.name, isCondition: false }} readOnly={readOnly !== null} diagnostics={at('Expression')} onChange={(value, kind) => { set('Expression', value, kind === 'step' ? undefined : `${column.pointer}/Expression`); }} />
      {about?.label && <p>{sentence(about.label)} {about.typeInfo && <span className={styles.hint}>{typeWords(about.typeInfo)}</span>}</p>}
      <FindingList findings={whole} />
    </>
  );
}

function OutputColumn({ index, table }: Pick<Props, 'index' | 'table'>) {
  const { readOnly, edit, at, whole, set } = useColumn(table, 'output', index);
  const column = table.outputs[index];
  if (!column) return null;
  const isNumber = column.type === 'number' || column.type === 'integer';
  const type = outputTypes.find(({ value }) => value === column.type)?.label ?? column.type;
  return (
    <>
      <TextField label="Name" help={`Conditions read it as ${table.outputs.length === 1 ? table.name : `${table.name}.${column.name}`}.`} code value={column.name} readOnly={readOnly} findings={at('Name')} onChange={(value) => { set('Name', value); }} />
      {readOnly === null
        ? <Select label="What it says" allowDeselect={false} data={outputTypes} value={column.type} error={at('Type')[0] && sentence(at('Type')[0]?.message ?? '')} onChange={(value) => { if (value !== null) edit(`type of ${column.name}`, (text) => setOutputType(text, table, index, value)); }} />
        : <ReadOnlyField label="What it says" value={type} />}
      {isNumber && (readOnly === null
        ? <TextInput label="Unit" description="In UCUM, such as mg or mg/dL; empty for a plain number." value={column.unit ?? ''} error={at('Unit')[0] && sentence(at('Unit')[0]?.message ?? '')} onChange={(event) => { set('Unit', event.currentTarget.value === '' ? undefined : event.currentTarget.value); }} />
        : <ReadOnlyField label="Unit" value={column.unit} />)}
      {column.type === 'enum' && <ListField label="Values" help="The strongest first, where the table goes by priority." values={column.values} readOnly={readOnly} onChange={(values) => { edit(`values of ${column.name}`, (text) => setOutputValues(text, table, index, values), `${column.pointer}/Values`); }} />}
      <FindingList findings={[...whole, ...at('Values')]} />
    </>
  );
}

function typeWords({ kind, unit, values }: NonNullable<OutlineColumnAnswer['typeInfo']>): string {
  if (values.length > 0) return `One of: ${values.map(({ label }) => label).join(', ')}.`;
  return `It is a ${kind}${unit ? ` in ${unit}` : ''}.`;
}
