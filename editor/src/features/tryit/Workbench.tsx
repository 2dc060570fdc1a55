import { useCallback, useMemo, useState } from 'react';
import { allExplanations } from '../../model/explanation';
import { noComplaints, placeErrors } from '../../model/facts/complaints';
import { countEntries } from '../../model/facts/draft';
import { writeFacts, writeRequest } from '../../model/facts/factsJson';
import type { InputForm } from '../../model/facts/form';
import { findField } from '../../model/facts/labels';
import { parsePath } from '../../model/facts/path';
import { today } from '../../model/moment';
import type { WorkflowDetail } from '../../model/workflow';
import { useNow } from '../../ui/useNow';
import { OutOfUseBanner } from '../releases/OutOfUseBanner';
import { useOutOfUse } from '../releases/useOutOfUse';
import { ExplanationContext } from '../explanation/context';
import { DecisionColumn } from './DecisionColumn';
import { EditingContext } from './editing';
import { FactForm, groupKey, startsFolded, type FactFilter } from './FactForm';
import { FactFormHead } from './FactFormHead';
import { focusFact } from './focusFact';
import { StatusBar, type View } from './StatusBar';
import { StatusAnnouncer } from './StatusAnnouncer';
import styles from './TryIt.module.css';
import { useDecision } from './useDecision';
import { useDraft } from './useDraft';
import { useScope } from './useScope';
import { withoutRetired } from './withoutRetired';
import { WorkbenchHead } from './WorkbenchHead';

interface Props {
  readonly workflow: WorkflowDetail;
  readonly form: readonly InputForm[];
}

/** Facts in, decision out, while typing. */
export function Workbench({ workflow, form }: Props) {
  const facts = useDraft(workflow.name);
  const [filter, setFilter] = useState<FactFilter>({ search: '', showAll: false, turned: new Set() });
  const [view, setView] = useState<View>('facts');
  const day = today(useNow());
  const asOf = facts.asOf ?? day;

  const written = useMemo(() => writeFacts(form, facts.draft), [form, facts.draft]);
  const body = writeRequest(written.json, asOf);
  const outOfUse = useOutOfUse(workflow.name);
  const live = withoutRetired(useDecision(workflow.name, workflow.hash ?? null, body), outOfUse.blocked);

  const complaints = useMemo(() => {
    const errors = live.problem?.errors ?? [];
    if (errors.length === 0 && written.unreadable.length === 0) return noComplaints;
    return placeErrors(errors, written.unreadable, (path) => findField(form, path) !== null);
  }, [form, live.problem, written.unreadable]);
  const editing = useMemo(() => ({ write: facts.write, complaints }), [facts.write, complaints]);

  const goToFact = useCallback((fact: string) => {
    const path = parsePath(fact);
    const group = findField(form, path.slice(0, 2))?.group;
    const key = group === undefined ? null : groupKey(String(path[0]), group);
    setFilter((current) => ({ ...current, search: '', turned: opened(current.turned, key, startsFolded(workflow.facts)) }));
    setView('facts');
    // The field may only appear with the next frame.
    requestAnimationFrame(() => requestAnimationFrame(() => { focusFact(path); }));
  }, [form, workflow.facts]);
  const decision = live.answer?.decision;
  const explanations = useMemo(() => (decision ? allExplanations(decision) : undefined), [decision]);
  const scope = useScope(workflow, form, explanations, goToFact);

  const head = (
    <FactFormHead
      entered={countEntries(facts.draft)}
      filter={filter}
      onFilter={setFilter}
      asOf={asOf}
      onAsOf={facts.setAsOf}
      onClear={facts.clear}
      onUndoClear={facts.cleared ? facts.undoClear : null}
    />
  );

  return (
    <EditingContext value={editing}>
      <ExplanationContext value={scope}>
        <div className={styles.page} data-view={view}>
          <WorkbenchHead workflow={workflow} />
          <OutOfUseBanner workflow={workflow.name} outOfUse={outOfUse} />
          <div className={styles.columns}>
            <div className={styles.facts}>
              <FactForm form={form} facts={workflow.facts} draft={facts.draft} complaints={complaints} filter={filter} onFilter={setFilter} head={head} />
            </div>
            <DecisionColumn workflow={workflow} live={live} unreadable={written.unreadable.length} empty={written.json === '{}'} body={body} />
          </div>
          <StatusBar live={live} view={view} onView={setView} />
          <StatusAnnouncer decision={decision ?? null} />
        </div>
      </ExplanationContext>
    </EditingContext>
  );
}

/** The groups that are not as at first, with one of them open. */
function opened(turned: ReadonlySet<string>, key: string | null, folded: boolean): ReadonlySet<string> {
  if (key === null || turned.has(key) === folded) return turned;
  const next = new Set(turned);
  if (folded) next.add(key);
  else next.delete(key);
  return next;
}
