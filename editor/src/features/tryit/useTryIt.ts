import { useCallback, useMemo, useState } from 'react';
import type { DecisionSource } from '../../api/queries';
import { allExplanations } from '../../model/explanation';
import { noComplaints, placeErrors } from '../../model/facts/complaints';
import { writeFacts, writeRequest } from '../../model/facts/factsJson';
import type { InputForm } from '../../model/facts/form';
import { findField } from '../../model/facts/labels';
import { parsePath } from '../../model/facts/path';
import { today } from '../../model/moment';
import type { WorkflowDetail } from '../../model/workflow';
import { groupKey, startsFolded, type FactFilter } from './FactForm';
import { focusFact } from './focusFact';
import type { TryIt, View } from './TryItContext';
import { useDecision } from './useDecision';
import type { HeldFacts } from './useDraft';
import { useScope } from './useScope';
import { withoutRetired } from './withoutRetired';

interface Options {
  readonly workflow: WorkflowDetail;
  readonly form: readonly InputForm[];
  readonly facts: HeldFacts;
  readonly source: DecisionSource;
  /** False while there is nothing to ask yet. */
  readonly enabled?: boolean;
  /** It is known to be out of use. */
  readonly blocked?: boolean;
}

/** Facts in, decision out, while typing: the same for what is live and for what is on the screen of an author. */
export function useTryIt({ workflow, form, facts, source, enabled = true, blocked = false }: Options): TryIt {
  const [filter, setFilter] = useState<FactFilter>({ search: '', showAll: false, turned: new Set() });
  const [view, setView] = useState<View>('facts');
  const asOf = facts.asOf ?? (facts.golden ? today() : null);

  const written = useMemo(() => writeFacts(form, facts.draft), [form, facts.draft]);
  const request = writeRequest(written.json, asOf);
  const decided = useDecision(source, request, enabled);
  const live = useMemo(() => withoutRetired(decided, blocked), [decided, blocked]);

  const { problem } = live;
  const complaints = useMemo(() => {
    const errors = problem && problem.kind !== 'draft-broken' ? problem.errors : [];
    if (errors.length === 0 && written.unreadable.length === 0) return noComplaints;
    return placeErrors(errors, written.unreadable, (path) => findField(form, path) !== null);
  }, [form, problem, written.unreadable]);

  const goToFact = useCallback((fact: string) => {
    const path = parsePath(fact);
    const group = findField(form, path.slice(0, 2))?.group;
    const key = group === undefined ? null : groupKey(String(path[0]), group);
    setFilter((current) => ({ ...current, search: '', turned: opened(current.turned, key, startsFolded(workflow.facts)) }));
    setView('facts');
    // The field may only appear with the next frame.
    requestAnimationFrame(() => requestAnimationFrame(() => { focusFact(path); }));
  }, [form, workflow.facts]);

  const decision = live.answer?.decision ?? null;
  const explanations = useMemo(() => (decision ? allExplanations(decision) : undefined), [decision]);
  const scope = useScope(workflow, form, explanations, goToFact);
  // The same object while nothing of it changes: much is drawn from it.
  return useMemo(() => ({ workflow, form, source, facts, asOf, written, request, live, decision, complaints, scope, filter, setFilter, view, setView }),
    [workflow, form, source, facts, asOf, written, request, live, decision, complaints, scope, filter, view]);
}

/** The groups that are not as at first, with one of them open. */
function opened(turned: ReadonlySet<string>, key: string | null, folded: boolean): ReadonlySet<string> {
  if (key === null || turned.has(key) === folded) return turned;
  const next = new Set(turned);
  if (folded) next.add(key);
  else next.delete(key);
  return next;
}
