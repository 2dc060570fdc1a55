import { useCallback, useEffect, useReducer } from 'react';
import { emptyDraft, writeEntry, type Draft, type Entry } from '../../model/facts/draft';
import type { FactPath } from '../../model/facts/path';

interface State {
  readonly draft: Draft;
  /** The chosen decision date; null is today, whatever day that is. */
  readonly asOf: string | null;
  /** What "clear all" took away, until something new is entered. */
  readonly cleared: Draft | null;
}

type Action =
  | { readonly kind: 'write'; readonly path: FactPath; readonly entry: Entry | undefined }
  | { readonly kind: 'date'; readonly asOf: string | null }
  | { readonly kind: 'clear' | 'undoClear' };

function reduce(state: State, action: Action): State {
  switch (action.kind) {
    case 'write':
      return { ...state, draft: writeEntry(state.draft, action.path, action.entry), cleared: null };
    case 'date':
      return { ...state, asOf: action.asOf };
    case 'clear':
      return { ...state, draft: emptyDraft, cleared: state.draft };
    case 'undoClear':
      return { ...state, draft: state.cleared ?? state.draft, cleared: null };
  }
}

const storagePrefix = 'bonemets.facts.1.';
const storageKey = (workflow: string) => storagePrefix + workflow;

/** Whoever sits here next must not find a patient's facts. */
export function forgetAllDrafts() {
  Object.keys(sessionStorage).filter((key) => key.startsWith(storagePrefix)).forEach((key) => { sessionStorage.removeItem(key); });
}

function load(workflow: string): State {
  const empty: State = { draft: emptyDraft, asOf: null, cleared: null };
  try {
    const saved = JSON.parse(sessionStorage.getItem(storageKey(workflow)) ?? 'null') as Partial<State> | null;
    return saved ? { ...empty, draft: saved.draft ?? emptyDraft, asOf: saved.asOf ?? null } : empty;
  } catch {
    return empty;
  }
}

function save(workflow: string, { draft, asOf }: State) {
  try {
    sessionStorage.setItem(storageKey(workflow), JSON.stringify({ draft, asOf }));
  } catch {
    // Storage is full or forbidden: the page works on, only a reload would lose the entries.
  }
}

/** The facts entered for a workflow. They live in this tab only, and survive a reload. */
export function useDraft(workflow: string) {
  const [state, dispatch] = useReducer(reduce, workflow, load);
  useEffect(() => { save(workflow, state); }, [workflow, state]);

  return {
    ...state,
    write: useCallback((path: FactPath, entry: Entry | undefined) => { dispatch({ kind: 'write', path, entry }); }, []),
    setAsOf: useCallback((asOf: string | null) => { dispatch({ kind: 'date', asOf }); }, []),
    clear: useCallback(() => { dispatch({ kind: 'clear' }); }, []),
    undoClear: useCallback(() => { dispatch({ kind: 'undoClear' }); }, []),
  };
}
