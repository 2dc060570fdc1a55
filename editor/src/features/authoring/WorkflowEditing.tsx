import { createContext, use } from 'react';
import type { DiagnosticAnswer } from '../../api/generated';
import type { WorkflowView } from '../../model/documents/workflowDocument';

/** The workflow that the pages below are about, as it is on the screen. */
export interface WorkflowEditing {
  /** Its folder: addresses name it so, because it stays when the workflow is renamed or cannot be read. */
  readonly folder: string;
  /** Of its document: `mirels-fracture-risk/workflow.json`. */
  readonly documentName: string;
  readonly casesName: string;
  readonly view: WorkflowView;
  /** Null: it can be edited. */
  readonly readOnly: string | null;
  /** Changes the text of its document as one step that can be undone; `key` joins steps of typing in one field. */
  readonly edit: (label: string, edit: (text: string) => string, key?: string) => void;
  /** What is wrong in this workflow's folder; the last answer, while the next one is on its way. */
  readonly diagnostics: readonly DiagnosticAnswer[];
}

export const WorkflowEditingContext = createContext<WorkflowEditing | null>(null);

export function useWorkflowEditing(): WorkflowEditing {
  const editing = use(WorkflowEditingContext);
  if (!editing) throw new Error('useWorkflowEditing stands outside of a workflow');
  return editing;
}

/** Findings at a place of `workflow.json` and below it. */
export const findingsAt = ({ diagnostics, documentName }: WorkflowEditing, pointer: string): readonly DiagnosticAnswer[] =>
  diagnostics.filter((found) => found.document === documentName && (found.pointer === pointer || found.pointer.startsWith(`${pointer}/`)));
