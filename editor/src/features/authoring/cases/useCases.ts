import { useMemo } from 'react';
import { readCases, type CasesView } from '../../../model/documents/casesDocument';
import { listCases, type ListedCase } from '../../../model/cases/caseList';
import { useDraftDocument } from '../../workspace/useDraftDocument';
import { useWorkspace } from '../../workspace/WorkspaceContext';
import { useWorkflowEditing } from '../WorkflowEditing';
import { useReplayOf } from './useReplay';

export interface WorkflowCases {
  /** Null while they are read, and where there are none. */
  readonly cases: CasesView | null;
  /** The workflow has no `cases.json`. */
  readonly isAbsent: boolean;
  readonly error: Error | null;
  readonly retry: () => void;
  readonly listed: readonly ListedCase[];
  /** The workflow, or one that it uses, has errors: nothing is replayed. */
  readonly hasErrors: boolean;
  /** Whether what became of them is about exactly what is on the screen. */
  readonly isCurrent: boolean;
  readonly edit: (label: string, edit: (text: string) => string, key?: string) => void;
}

const none: readonly ListedCase[] = [];

/** The golden cases of the workflow that is open, with what became of them. */
export function useCases(): WorkflowCases {
  const { view, casesName } = useWorkflowEditing();
  const { snapshot: { names } } = useWorkspace();
  const { document, error, retry, edit } = useDraftDocument(casesName);
  const text = document?.text ?? null;
  const cases = useMemo(() => (text === null ? null : readCases(text)), [text]);
  const { data: replay, isCurrent } = useReplayOf(view.name);
  const hasErrors = replay?.workflows.some(({ workflow, hasErrors: broken }) => workflow === view.name && broken) ?? false;
  const listed = useMemo(() => {
    if (!cases) return none;
    return listCases(cases.cases, replay && !hasErrors ? replay.results.filter(({ workflow }) => workflow === view.name) : null);
  }, [cases, replay, hasErrors, view.name]);
  return { cases, isAbsent: !names.includes(casesName), error, retry, listed, hasErrors, isCurrent, edit };
}
