import { Button, Checkbox, Group, Modal, Textarea, TextInput } from '@mantine/core';
import { useMemo, useState } from 'react';
import type { Decision } from '../../../model/decision';
import { addCase, caseValue, eventsOf, idProblem, missingOf, proposeCase, type NewCase } from '../../../model/cases/goldenCase';
import { readCases } from '../../../model/documents/casesDocument';
import { verdictWords } from '../../../model/status';
import { formatValue } from '../../../model/value';
import { humanize, plural } from '../../../model/words';
import { Banner } from '../../../ui/Banner';
import { useTryItContext } from '../../tryit/TryItContext';
import { useDraftDocument } from '../../workspace/useDraftDocument';
import { useWorkflowEditing } from '../WorkflowEditing';
import { Ticks } from './Ticks';
import styles from './TryIt.module.css';

/** What is entered and what came out, as a golden case of the workflow. */
export function SaveCase({ onClose }: { onClose: () => void }) {
  const { decision } = useTryItContext();
  // The decision for which the dialog was opened, whatever is decided meanwhile.
  const [decided] = useState(decision);
  return (
    <Modal opened onClose={onClose} title="Save as golden case" size="lg">
      {decided ? <SaveForm decision={decided} onClose={onClose} /> : <p>There is no decision to expect yet.</p>}
    </Modal>
  );
}

function SaveForm({ decision, onClose }: { decision: Decision; onClose: () => void }) {
  const { view, folder, casesName } = useWorkflowEditing();
  const { written, asOf, facts, scope } = useTryItContext();
  const { document, edit } = useDraftDocument(casesName);
  const text = document?.text ?? '';
  const cases = useMemo(() => (text === '' ? null : readCases(text)), [text]);
  const [chosen, setChosen] = useState<NewCase>(() => proposeCase(decision, cases, folder, facts.asOf));
  const set = (next: Partial<NewCase>) => { setChosen({ ...chosen, ...next }); };
  const problem = idProblem(chosen.id, cases);
  const rules = (decision.rules ?? []).filter(({ name }) => chosen.rules.has(name));
  const empty = rules.length === 0 && chosen.outputs.size === 0 && !chosen.missing && !chosen.events;
  const events = eventsOf(decision);

  if (cases && !cases.document.sound)
    return <Banner tone="warn" icon="alert" title="The cases cannot be read"><p><code>{casesName}</code> is not complete JSON at the moment. Mend it as text first; nothing is lost meanwhile.</p></Banner>;

  const save = () => {
    edit(`new case ${chosen.id}`, (before) => addCase(before, view.name, caseValue(chosen, decision, written.json)));
    facts.golden?.load(facts.draft, { id: chosen.id.trim(), facts: written.json, asOf: chosen.asOf, beyond: [] });
    onClose();
  };
  return (
    <form className={styles.dialog} onSubmit={(event) => { event.preventDefault(); if (!problem && !empty && chosen.why.trim() !== '') save(); }}>
      <TextInput label="Id" required value={chosen.id} error={problem} onChange={(event) => { set({ id: event.currentTarget.value }); }} />
      <TextInput label="Title" description="One line for readers; may stay empty." data-autofocus value={chosen.title} onChange={(event) => { set({ title: event.currentTarget.value }); }} />
      <Ticks
        label="Rules to expect"
        options={(decision.rules ?? []).map(({ name, title, verdict }) => ({ name, label: title ?? humanize(name), detail: verdictWords[verdict] }))}
        chosen={chosen.rules}
        onChange={(next) => { set({ rules: next }); }}
      />
      <Ticks
        label="Values to expect"
        options={Object.entries(decision.outputs).map(([name, value]) => ({ name, label: humanize(name), detail: value === null ? 'undecided' : formatValue(value) }))}
        chosen={chosen.outputs}
        onChange={(next) => { set({ outputs: next }); }}
      />
      <Checkbox label="Missing facts" description={missingWords(missingOf(rules).map(scope.factLabel))} checked={chosen.missing} onChange={(event) => { set({ missing: event.currentTarget.checked }); }} />
      {events.length > 0 && <Checkbox label="Events" description={events.join(', ')} checked={chosen.events} onChange={(event) => { set({ events: event.currentTarget.checked }); }} />}
      <Checkbox label={`Decide for ${chosen.asOf ?? asOf}, whenever it is replayed`} description="Needed where a rule counts from the date of the decision." checked={chosen.asOf !== null} onChange={(event) => { set({ asOf: event.currentTarget.checked ? (facts.asOf ?? asOf) : null }); }} />
      <Textarea label="Why is this right?" required autosize minRows={2} value={chosen.why} onChange={(event) => { set({ why: event.currentTarget.value }); }} />
      <TextInput label="Source" description="What the expectation rests on." value={chosen.source} onChange={(event) => { set({ source: event.currentTarget.value }); }} />
      {written.unreadable.length > 0 && <p className={styles.hint}>{`${plural(written.unreadable.length, 'entry', 'entries')} could not be read and will not be in the case.`}</p>}
      {empty && <p className={styles.hint} role="status">A case has to expect something: tick at least one thing.</p>}
      <Group justify="flex-end">
        <Button variant="default" onClick={onClose}>Cancel</Button>
        <Button type="submit" disabled={problem !== null || empty || chosen.why.trim() === ''}>Save case</Button>
      </Group>
    </form>
  );
}

const missingWords = (missing: readonly string[]) => (missing.length === 0 ? 'Nothing is missing for the rules that are ticked.' : missing.join(', '));
