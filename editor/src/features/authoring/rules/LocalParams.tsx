import { ActionIcon, Button, TextInput } from '@mantine/core';
import { useCallback } from 'react';
import { insertAt, removeAt, setAt } from '../../../model/documents/editJson';
import { nameFor, takenNames } from '../../../model/documents/names';
import { memberOrder, type ParamView, type RuleView } from '../../../model/documents/workflowDocument';
import { Icon } from '../../../ui/Icon';
import { ConditionEditor } from '../../condition/ConditionEditor';
import type { WriteExpression } from '../../condition/context';
import { findingsAt, useWorkflowEditing } from '../WorkflowEditing';
import { NameField } from '../fields/NameField';
import { FieldFindings } from './FieldFindings';
import { RuleCard } from './RuleCard';
import styles from './Rules.module.css';
import { useRuleEdit } from './useRuleEdit';

/** Values that only this rule reads. */
export function LocalParams({ rule }: { rule: RuleView }) {
  const { view } = useWorkflowEditing();
  const { change } = useRuleEdit(rule);
  const taken = new Set([...takenNames(view), ...rule.localParams.map(({ name }) => name.toLowerCase())]);
  const add = () => {
    change('values', (text) => insertAt(text, [...rule.path, 'LocalParams'], rule.localParams.length, { Name: nameFor('value', false, taken), Expression: '' }, memberOrder.rule));
  };
  const button = <Button size="compact-sm" variant="subtle" leftSection={<Icon name="plus" size={14} />} onClick={add}>Add a value of this rule</Button>;
  if (rule.localParams.length === 0) return <div>{button}</div>;
  return (
    <RuleCard title="Values of this rule" note="Steps of a calculation that only this rule reads. What several rules read is a parameter of the workflow.">
      {rule.localParams.map((param) => <LocalParam key={param.pointer} rule={rule} param={param} taken={taken} />)}
      <div>{button}</div>
    </RuleCard>
  );
}

function LocalParam({ rule, param, taken }: { rule: RuleView; param: ParamView; taken: ReadonlySet<string> }) {
  const editing = useWorkflowEditing();
  const { edit } = editing;
  const { change } = useRuleEdit(rule);
  const { path, pointer, name } = param;
  const write = useCallback<WriteExpression>((text, kind) => {
    edit(`value ${name}`, (document) => setAt(document, [...path, 'Expression'], text, memberOrder.param), kind === 'typing' ? `${pointer}/Expression` : undefined);
  }, [edit, name, path, pointer]);
  return (
    <div className={styles.param}>
      <div className={styles.inline}>
        <div className={styles.grow}><NameField label="Name" name={name} readOnly={null} taken={taken} findings={[]} onRename={(next) => { change('values', (text) => setAt(text, [...path, 'Name'], next)); }} /></div>
        <TextInput label="Unit" placeholder="none" className={styles.unit} value={param.unit ?? ''} onChange={(event) => { const unit = event.currentTarget.value; edit(`unit of ${name}`, (text) => setAt(text, [...path, 'Unit'], unit === '' ? undefined : unit, memberOrder.param), `${pointer}/Unit`); }} />
        <ActionIcon variant="subtle" color="gray" size="lg" aria-label={`Remove ${name}`} onClick={() => { change('values', (text) => removeAt(text, rule.localParams.length === 1 ? [...rule.path, 'LocalParams'] : path)); }}><Icon name="trash" size={16} /></ActionIcon>
      </div>
      <FieldFindings pointer={`${pointer}/Name`} />
      <FieldFindings pointer={`${pointer}/Unit`} />
      <ConditionEditor label={`How ${name} is found`} text={param.expression} place={{ workflow: editing.view.name, rule: rule.name, isCondition: false }} readOnly={false} diagnostics={findingsAt(editing, `${pointer}/Expression`)} onChange={write} />
    </div>
  );
}
