import { useEffect } from 'react';
import type { SuggestedCaseAnswer } from '../../api/generated';
import { acceptedAs, acceptSuggestion } from '../../model/verification/suggestion';
import { useNames } from '../changes/useNames';
import { useWorkspace } from '../workspace/WorkspaceContext';

export interface SuggestionHere {
  /** Of the workflow to whose cases it belongs; null: it is not known here. */
  readonly folder: string | null;
  /** The case that was made of it; null: none yet. */
  readonly acceptedAs: string | null;
  /** Null: it cannot be accepted, now or here. */
  readonly accept: (() => void) | null;
}

/** A suggested case and the document that it would stand in. */
export function useSuggestion(suggestion: SuggestedCaseAnswer): SuggestionHere {
  const { store, snapshot: { names, documents }, readOnly } = useWorkspace();
  const folder = useNames().folderOf(suggestion.workflow);
  const name = folder === null ? null : `${folder}/cases.json`;
  const exists = name !== null && names.includes(name);
  useEffect(() => {
    // What cannot be read now is asked for again by the next look at the change; until then nothing can be accepted.
    if (name !== null && exists) store.need(name).catch(() => undefined);
  }, [store, name, exists]);
  const text = name === null ? null : documents.get(name)?.text ?? null;
  const isReady = name !== null && (text !== null || !exists);
  return {
    folder,
    acceptedAs: acceptedAs(text, suggestion),
    accept: readOnly === null && isReady ? () => { store.edit(name, `suggested case ${suggestion.id}`, (before) => acceptSuggestion(before ?? '', suggestion)); } : null,
  };
}
