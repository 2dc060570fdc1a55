import { useMemo } from 'react';
import { readWorkflow, ruleTitles, type WorkflowView } from '../../model/documents/workflowDocument';
import type { InputForm } from '../../model/facts/form';
import { wordsOf, type Words } from '../../model/verification/plainWords';
import { useNames } from '../changes/useNames';
import { useDraftDocument } from '../workspace/useDraftDocument';
import { useWorkspaceForm } from '../workspace/useWorkspaceForm';

export interface WorkflowHere {
  /** Null where it is not known. */
  readonly folder: string | null;
  readonly title: string;
  /** Null while it is read. */
  readonly view: WorkflowView | null;
  /** Of its rules, by their names; null while they are read. */
  readonly titles: ReadonlyMap<string, string> | null;
  /** Says its expressions and names as readers know them. */
  readonly words: Words;
  /** In whose words its patients are described; null while they are read. */
  readonly form: readonly InputForm[] | null;
}

const same: Words = (expression) => expression;

const noInputs: WorkflowView['inputs'] = [];

/** A workflow of the workspace by its name, with what it takes to speak of its parts and its patients. */
export function useWorkflowHere(workflow: string): WorkflowHere {
  const names = useNames();
  const folder = names.folderOf(workflow);
  const text = useDraftDocument(folder === null ? '' : `${folder}/workflow.json`).document?.text ?? null;
  const view = useMemo(() => (text === null ? null : readWorkflow(text)), [text]);
  const form = useWorkspaceForm(view?.inputs ?? noInputs);
  const titles = useMemo(() => view && ruleTitles(view), [view]);
  const words = useMemo(() => view && wordsOf(view, form), [view, form]);
  return { folder, titles, words: words ?? same, title: names.titleOfWorkflow(workflow), view, form: view ? form : null };
}
