import { ActionIcon, Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { libraryQuery } from '../../../api/queries';
import { insertAt, removeAt } from '../../../model/documents/editJson';
import { memberOrder, withNested, type RuleView } from '../../../model/documents/workflowDocument';
import { humanize } from '../../../model/words';
import { Icon } from '../../../ui/Icon';
import { useOutlineOf } from '../useOutline';
import { useWorkflowEditing } from '../WorkflowEditing';
import { FieldFindings } from './FieldFindings';
import { RuleCard } from './RuleCard';
import { RuleLink } from './RuleLink';
import styles from './Rules.module.css';
import { ruleTitle, useRuleEdit } from './useRuleEdit';

/** Whose advice is held back by this rule: opposite advice never stands side by side. */
export function WithholdsCard({ rule }: { rule: RuleView }) {
  const { change } = useRuleEdit(rule);
  const list = [...rule.path, 'Withholds'];
  const remove = (i: number) => { change('what is withheld', (text) => removeAt(text, rule.withholds.length === 1 ? list : [...list, i])); };
  return (
    <RuleCard title="Withholds" note="While this rule is met, or cannot be decided yet, the advice of these rules is held back, with the reason.">
      {rule.withholds.length > 0 && (
        <ul className={styles.withheld}>
          {rule.withholds.map((name, i) => (
            <li key={name}>
              <span><RuleLink name={name} /><FieldFindings pointer={`${rule.pointer}/Withholds/${i}`} /></span>
              <ActionIcon variant="subtle" color="gray" aria-label={`No longer withhold ${name}`} onClick={() => { remove(i); }}><Icon name="trash" size={16} /></ActionIcon>
            </li>
          ))}
        </ul>
      )}
      <AddWithheld rule={rule} onAdd={(name) => { change('what is withheld', (text) => insertAt(text, list, rule.withholds.length, name, memberOrder.rule)); }} />
      <FieldFindings pointer={`${rule.pointer}/Withholds`} />
    </RuleCard>
  );
}

function AddWithheld({ rule, onAdd }: { rule: RuleView; onAdd: (name: string) => void }) {
  const { view } = useWorkflowEditing();
  const { data: library } = useQuery(libraryQuery);
  const [workflow, setWorkflow] = useState(view.name);
  const isHere = workflow === view.name;
  const { data: other } = useOutlineOf(isHere ? '' : workflow);
  const rules = isHere
    ? view.rules.flatMap(withNested).filter(({ name }) => name !== rule.name).map((candidate) => ({ value: candidate.name, label: ruleTitle(candidate) }))
    : (other?.rules ?? []).map(({ name, title }) => ({ value: `${workflow}.${name}`, label: title ?? humanize(name) }));
  const workflows = (library?.workflows ?? []).filter(({ name }) => name !== view.name).map(({ name, title }) => ({ value: name, label: title ?? humanize(name) }));
  const noMove = { comboboxProps: { keepMounted: false, transitionProps: { duration: 0 } }, maxDropdownHeight: 320 };
  return (
    <div className={styles.two}>
      <Select label="Withhold another rule" placeholder="Search rules" searchable value={null} data={rules.filter(({ value }) => !rule.withholds.includes(value))} nothingFoundMessage="No such rule" onChange={(name) => { if (name !== null) onAdd(name); }} {...noMove} />
      <Select label="of" searchable allowDeselect={false} value={workflow} data={[{ value: view.name, label: 'this workflow' }, ...workflows]} onChange={(name) => { if (name !== null) setWorkflow(name); }} {...noMove} />
    </div>
  );
}
