import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { insertAt, setAt } from '../../../model/documents/editJson';
import { nameFor, takenNames } from '../../../model/documents/names';
import { newRule } from '../../../model/documents/newParts';
import { memberOrder, type RuleView } from '../../../model/documents/workflowDocument';
import { Icon } from '../../../ui/Icon';
import { Segmented } from '../../../ui/Segmented';
import { useWorkflowEditing } from '../WorkflowEditing';
import { FieldFindings } from './FieldFindings';
import { RuleCard } from './RuleCard';
import { RuleLink } from './RuleLink';
import styles from './Rules.module.css';
import { outlineOf, useOutline } from '../useOutline';
import { useRuleEdit } from './useRuleEdit';

/** `And` and `Or` have other spellings, which mean the same. */
export const joinsAll = (operator: string | null) => !/^or/i.test(operator ?? '');

/** A rule that is met by way of other rules. */
export function NestedRules({ rule }: { rule: RuleView }) {
  const { set, change } = useRuleEdit(rule);
  const toCondition = () => {
    change('kind', (text) => setAt(setAt(setAt(text, [...rule.path, 'Expression'], '', memberOrder.rule), [...rule.path, 'Operator'], undefined), [...rule.path, 'Rules'], undefined));
  };
  return (
    <RuleCard
      title="Joins other rules"
      action={<Segmented label="It is met when" segments={[{ value: 'And', label: 'all are met' }, { value: 'Or', label: 'one is met' }]} value={joinsAll(rule.operator) ? 'And' : 'Or'} onChange={(operator) => { set(['Operator'], operator, 'joining'); }} />}
    >
      <NestedList rule={rule} />
      <NewNested rule={rule} />
      {rule.rules.length === 0 && <p className={styles.note}>A rule that joins nothing is never met. <Button size="compact-sm" variant="subtle" onClick={toCondition}>Write a condition instead</Button></p>}
      <FieldFindings pointer={`${rule.pointer}/Operator`} />
      <FieldFindings pointer={`${rule.pointer}/Rules`} />
    </RuleCard>
  );
}

/** The nested rules with what each says. */
export function NestedList({ rule }: { rule: RuleView }) {
  const outline = useOutline().data;
  if (rule.rules.length === 0) return null;
  return (
    <ul className={styles.nested}>
      {rule.rules.map((nested) => (
        <li key={nested.pointer}>
          <RuleLink name={nested.name} />
          <p className={styles.note}>{nested.rules.length > 0 ? `Joins ${nested.rules.length} rules.` : (outlineOf(outline, nested)?.sentence ?? 'It has no condition that can be read yet.')}</p>
        </li>
      ))}
    </ul>
  );
}

function NewNested({ rule }: { rule: RuleView }) {
  const { view } = useWorkflowEditing();
  const { change } = useRuleEdit(rule);
  const [title, setTitle] = useState<string | null>(null);
  if (title === null) return <div><Button size="compact-sm" variant="subtle" leftSection={<Icon name="plus" size={14} />} onClick={() => { setTitle(''); }}>Add a nested rule</Button></div>;
  const name = nameFor(title, true, takenNames(view));
  const add = () => {
    change('nested rules', (text) => insertAt(text, [...rule.path, 'Rules'], rule.rules.length, newRule(name, title.trim()), memberOrder.rule));
    setTitle(null);
  };
  return (
    <form className={styles.inline} onSubmit={(event) => { event.preventDefault(); if (name) add(); }}>
      <TextInput aria-label="Title of the nested rule" placeholder="What it says" value={title} autoFocus onChange={(event) => { setTitle(event.currentTarget.value); }} />
      <Button type="submit" disabled={!name}>Add</Button>
      <Button variant="default" onClick={() => { setTitle(null); }}>Cancel</Button>
    </form>
  );
}
