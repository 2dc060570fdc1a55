import { useMemo, useState } from 'react';
import { writeCaseFact } from '../../../model/cases/caseFacts';
import type { CaseView } from '../../../model/documents/casesDocument';
import { setAt } from '../../../model/documents/editJson';
import { memberOrder } from '../../../model/documents/workflowDocument';
import { writeEntry, type Draft } from '../../../model/facts/draft';
import { writeFacts } from '../../../model/facts/factsJson';
import type { InputForm } from '../../../model/facts/form';
import { pathText } from '../../../model/facts/path';
import { readFacts, type FactsRead } from '../../../model/facts/readFacts';
import type { HeldFacts } from '../../tryit/useDraft';
import type { WorkflowCases } from './useCases';

/** The facts of a golden case as a form edits them: they live in its document, half-typed entries only here. */
export function useCaseFacts(text: string, golden: CaseView, form: readonly InputForm[], edit: WorkflowCases['edit'], readOnly: boolean): { readonly facts: HeldFacts; readonly beyond: FactsRead['beyond'] } {
  const read = useMemo(() => readFacts(form, text, golden.facts), [form, text, golden.facts]);
  const saved = useMemo(() => writeFacts(form, read.draft).json, [form, read.draft]);
  const [typed, setTyped] = useState<Draft | null>(null);
  // What is typed stands as long as the document says the same: after an undo, or another's edit, the document speaks.
  const draft = typed && writeFacts(form, typed).json === saved ? typed : read.draft;
  const label = `facts of ${golden.id}`;
  const facts = useMemo<HeldFacts>(() => ({
    readOnly,
    draft,
    asOf: golden.asOf,
    write: (path, entry) => {
      const next = writeEntry(draft, path, entry);
      const after = writeFacts(form, next).json;
      setTyped(next);
      if (after !== saved) edit(label, (before) => writeCaseFact(before, golden.path, path, saved, after), `${golden.pointer} ${pathText(path)}`);
    },
    setAsOf: (asOf) => { edit(label, (before) => setAt(before, [...golden.path, 'AsOf'], asOf ?? undefined, memberOrder.case), `${golden.pointer} date`); },
    clear: () => { edit(label, (before) => setAt(before, [...golden.path, 'Facts'], {}, memberOrder.case)); },
    undoClear: null,
    golden: null,
  }), [draft, saved, form, golden, edit, label, readOnly]);
  return { facts, beyond: read.beyond };
}
