import { Button, Group, Modal, TextInput } from '@mantine/core';
import { useState } from 'react';
import { nameComplaint, takenNames } from '../../../model/documents/names';
import { countCases, renameRule, renameRuleInCases, withheldBy } from '../../../model/documents/renameRule';
import type { RuleView } from '../../../model/documents/workflowDocument';
import { plural } from '../../../model/words';
import { useDraftDocument } from '../../workspace/useDraftDocument';
import { useWorkflowEditing } from '../WorkflowEditing';
import styles from './Rules.module.css';
import { RuleLink } from './RuleLink';
import { outlineOf, useOutline } from '../useOutline';

/** Another name for a rule in expressions: says first what reads it, and changes what can be changed safely. */
export function RenameRule({ rule, onClose }: { rule: RuleView; onClose: () => void }) {
  const { view, edit, casesName } = useWorkflowEditing();
  const cases = useDraftDocument(casesName);
  const outline = useOutline().data;
  const [name, setName] = useState(rule.name);
  const complaint = nameComplaint(name, rule.name, takenNames(view));
  const caseCount = cases.document?.text ? countCases(cases.document.text, rule.name) : 0;
  const withholders = withheldBy(view.document.text, rule.name);
  const readers = (outlineOf(outline, rule)?.usedBy ?? []).filter((reader) => !withholders.includes(reader));
  const rename = () => {
    edit(`name of ${rule.name}`, (text) => renameRule(text, rule.name, name));
    if (caseCount > 0) cases.edit(`name of ${rule.name} in its cases`, (text) => renameRuleInCases(text, rule.name, name));
    onClose();
  };
  return (
    <Modal opened onClose={onClose} title="Rename in conditions">
      <form className={styles.form} onSubmit={(event) => { event.preventDefault(); if (!complaint && name !== rule.name) rename(); }}>
        <TextInput label="Name" description="Short and without spaces: conditions, cases and applications use it. Readers see the title." value={name} error={complaint} spellCheck={false} autoComplete="off" data-autofocus onChange={(event) => { setName(event.currentTarget.value.trim()); }} />
        <section aria-label="What uses this name">
          <h3>What uses this name</h3>
          <ul className={styles.uses}>
            {withholders.length > 0 && <li>Renamed with it: what is withheld by {withholders.map((other, i) => <span key={other}>{i > 0 && ', '}<RuleLink name={other} /></span>)}.</li>}
            {caseCount > 0 && <li>Renamed with it: {plural(caseCount, 'golden case')} of this workflow.</li>}
            {readers.length > 0 && <li><strong>To be changed by hand:</strong> the conditions of {readers.map((other, i) => <span key={other}>{i > 0 && ', '}<RuleLink name={other} /></span>)}. They are marked as errors, with the new name to choose.</li>}
            {(outline?.usedBy ?? []).length > 0 && <li><strong>To look at:</strong> other workflows build on this one ({outline?.usedBy.join(', ')}). What reads the rule there is marked as an error.</li>}
            {withholders.length === 0 && caseCount === 0 && readers.length === 0 && (outline?.usedBy ?? []).length === 0 && <li>Nothing in this library.</li>}
          </ul>
          <p className={styles.note}>Applications that read the decision find the rule under its new name once this is published.</p>
        </section>
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>Cancel</Button>
          <Button type="submit" disabled={complaint !== null || name === rule.name}>Rename</Button>
        </Group>
      </form>
    </Modal>
  );
}
