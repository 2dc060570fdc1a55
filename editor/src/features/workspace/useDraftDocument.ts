import { useCallback, useEffect, useState } from 'react';
import type { DraftDocument } from '../../model/drafts/draftDocument';
import { useWorkspace } from './WorkspaceContext';
import { asError } from '../../model/asError';

export interface OpenDocument {
  /** Null while it is read, or when there is none of this name. */
  readonly document: DraftDocument | null;
  readonly error: Error | null;
  readonly retry: () => void;
  /** Changes its text; `key` joins steps of typing in one field. Does nothing where the workspace is read-only. */
  readonly edit: (label: string, edit: (text: string) => string, key?: string) => void;
}

/** One document of the workspace by its name. */
export function useDraftDocument(name: string): OpenDocument {
  const { store, snapshot, readOnly } = useWorkspace();
  const [error, setError] = useState<Error | null>(null);
  const [attempt, setAttempt] = useState(0);
  const wanted = snapshot.names.includes(name);
  useEffect(() => {
    if (!wanted) return undefined;
    let gone = false;
    store.need(name).then(
      () => { if (!gone) setError(null); },
      (cause: unknown) => { if (!gone) setError(asError(cause)); },
    );
    return () => { gone = true; };
  }, [store, name, wanted, attempt]);
  const edit = useCallback((label: string, change: (text: string) => string, key?: string) => {
    if (readOnly === null) store.edit(name, label, (text) => change(text ?? ''), key ?? null);
  }, [store, name, readOnly]);
  return { document: snapshot.documents.get(name) ?? null, error, retry: useCallback(() => { setAttempt((count) => count + 1); }, []), edit };
}
