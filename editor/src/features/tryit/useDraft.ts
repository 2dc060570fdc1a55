import { useCallback, useEffect, useMemo, useReducer } from 'react';
import { emptyDraft, writeEntry, type Draft, type Entry } from '../../model/facts/draft';
import type { FactPath } from '../../model/facts/path';

interface State {
  readonly draft: Draft;
  /** The chosen decision date; null is today, whatever day that is. */
  readonly asOf: string | null;
  /** What "clear all" took away, until something new is entered. */
  readonly cleared: Draft | null;
  /** The golden case, or the example, that was loaded last. */
  readonly loaded: LoadedCase | null;
}

/** Which case the form was filled from, and what it held then. */
export interface LoadedCase {
  readonly id: string;
  /** The patient of a finding, a proof or a suggestion instead of a golden case: what it is shown for is its `id`. */
  readonly isExample?: boolean;
  readonly facts: string;
  readonly asOf: string | null;
  /** Paths of what it states beside that, for which the form has no field. */
  readonly beyond: readonly string[];
}

type Action =
  | { readonly kind: 'write'; readonly path: FactPath; readonly entry: Entry | undefined }
  | { readonly kind: 'date'; readonly asOf: string | null }
  | { readonly kind: 'load'; readonly draft: Draft; readonly loaded: LoadedCase }
  | { readonly kind: 'fill'; readonly draft: Draft; readonly asOf: string }
  | { readonly kind: 'clear' | 'undoClear' };

function reduce(state: State, action: Action): State {
  switch (action.kind) {
    case 'write':
      return { ...state, draft: writeEntry(state.draft, action.path, action.entry), cleared: null };
    case 'date':
      return { ...state, asOf: action.asOf };
    case 'load':
      return { draft: action.draft, asOf: action.loaded.asOf, loaded: action.loaded, cleared: null };
    case 'fill':
      return { draft: action.draft, asOf: action.asOf, loaded: null, cleared: null };
    case 'clear':
      return { ...state, draft: emptyDraft, cleared: state.draft, loaded: null };
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
  const empty: State = { draft: emptyDraft, asOf: null, cleared: null, loaded: null };
  try {
    const saved = JSON.parse(sessionStorage.getItem(storageKey(workflow)) ?? 'null') as Partial<State> | null;
    return saved ? { ...empty, draft: saved.draft ?? emptyDraft, asOf: saved.asOf ?? null, loaded: saved.loaded ?? null } : empty;
  } catch {
    return empty;
  }
}

function save(workflow: string, { draft, asOf, loaded }: State) {
  try {
    sessionStorage.setItem(storageKey(workflow), JSON.stringify({ draft, asOf, loaded }));
  } catch {
    // Storage is full or forbidden: the page works on, only a reload would lose the entries.
  }
}

/** The facts that a form edits, wherever they are kept. */
export interface HeldFacts {
  readonly readOnly: boolean;
  readonly draft: Draft;
  /** The chosen decision date; null is today, and none for a golden case. */
  readonly asOf: string | null;
  readonly write: (path: FactPath, entry: Entry | undefined) => void;
  readonly setAsOf: (asOf: string | null) => void;
  readonly clear: () => void;
  /** Present after "clear all", until something new is entered. */
  readonly undoClear: (() => void) | null;
  /** Null: they are those of a golden case themselves. */
  readonly golden: {
    readonly loaded: LoadedCase | null;
    readonly load: (draft: Draft, loaded: LoadedCase) => void;
    /** From somewhere else than a case. */
    readonly fill: (draft: Draft, asOf: string) => void;
  } | null;
}

/** The facts entered for a workflow, live or in a change. They live in this tab only, and survive a reload. */
export function useDraft(workflow: string): HeldFacts {
  const [state, dispatch] = useReducer(reduce, workflow, load);
  useEffect(() => { save(workflow, state); }, [workflow, state]);

  const loadCase = useCallback((draft: Draft, loaded: LoadedCase) => { dispatch({ kind: 'load', draft, loaded }); }, []);
  const fill = useCallback((draft: Draft, asOf: string) => { dispatch({ kind: 'fill', draft, asOf }); }, []);
  const undoClear = useCallback(() => { dispatch({ kind: 'undoClear' }); }, []);
  const write = useCallback((path: FactPath, entry: Entry | undefined) => { dispatch({ kind: 'write', path, entry }); }, []);
  const setAsOf = useCallback((asOf: string | null) => { dispatch({ kind: 'date', asOf }); }, []);
  const clear = useCallback(() => { dispatch({ kind: 'clear' }); }, []);
  return useMemo(() => ({
    readOnly: false,
    draft: state.draft,
    asOf: state.asOf,
    golden: { loaded: state.loaded, load: loadCase, fill },
    undoClear: state.cleared ? undoClear : null,
    write, setAsOf, clear,
  }), [state, loadCase, fill, undoClear, write, setAsOf, clear]);
}
