import { useMemo } from 'react';
import { askAboutDraft, decideDraft } from '../../../api/language';
import type { DecisionSource } from '../../../api/queries';
import type { WorkflowView } from '../../../model/documents/workflowDocument';
import { draftDetail } from '../../../model/draftWorkflow';
import type { InputForm } from '../../../model/facts/form';
import type { WorkflowDetail } from '../../../model/workflow';
import { calm } from '../../workspace/calm';
import { useWorkspaceForm } from '../../workspace/useWorkspaceForm';
import { useWorkspace } from '../../workspace/WorkspaceContext';
import { useOutlineOf } from '../useOutline';

const noForm: readonly InputForm[] = [];

export interface DraftWorkflow {
  readonly workflow: WorkflowDetail;
  readonly form: readonly InputForm[];
  /** False while its fact schemas are read. */
  readonly isReady: boolean;
  /** Decides with the documents as they are on the screen. */
  readonly source: DecisionSource;
}

/** A workflow of the workspace with all that trying it needs. */
export function useDraftWorkflow(view: WorkflowView, folder: string): DraftWorkflow {
  const { key, store, place, snapshot: { revision } } = useWorkspace();
  const outline = useOutlineOf(view.name).data;
  const read = useWorkspaceForm(view.inputs);
  const form = read ?? noForm;
  const workflow = useMemo(() => draftDetail(view, folder, outline ?? { facts: allFacts(form) }), [view, folder, outline, form]);
  const source = useMemo<DecisionSource>(() => ({
    key: ['draft', key, store.id, revision, view.name],
    decide: async (request, signal) => {
      // While a text is written, what a patient would get is not what the author waits for.
      await calm(store, signal);
      return decideDraft(place, view.name, request, signal);
    },
    ask: (question, request, signal) => askAboutDraft(place, view.name, question, request, signal),
  }), [key, store, revision, view.name, place]);
  return { workflow, form, isReady: read !== null, source };
}

/** Until the server has said which facts a workflow reads, all are shown. */
const allFacts = (form: readonly InputForm[]) => form.flatMap(({ input, fields }) => fields.map(({ name }) => `${input}.${name}`));
