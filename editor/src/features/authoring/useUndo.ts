import { useCallback, useEffect } from 'react';
import { useWorkspace } from '../workspace/WorkspaceContext';

/** Undo and redo over all views, also by keyboard: in a text field that holds an unfinished entry the browser's own undo comes first. */
export function useUndo() {
  const { store, snapshot: { history } } = useWorkspace();
  const undo = useCallback(() => { store.undo(); }, [store]);
  const redo = useCallback(() => { store.redo(); }, [store]);
  return { undo, redo, lastDone: history.done.at(-1), lastUndone: history.undone.at(-1) };
}

export function useUndoKeys() {
  const { undo, redo } = useUndo();
  const { readOnly } = useWorkspace();
  useEffect(() => {
    if (readOnly !== null) return undefined;
    const pressed = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || event.defaultPrevented) return;
      const key = event.key.toLowerCase();
      const back = key === 'z' && !event.shiftKey;
      const forth = (key === 'z' && event.shiftKey) || key === 'y';
      if (!back && !forth) return;
      if (event.target instanceof Element && event.target.closest('[data-own-undo]')) return;
      event.preventDefault();
      if (back) undo(); else redo();
    };
    addEventListener('keydown', pressed);
    return () => { removeEventListener('keydown', pressed); };
  }, [undo, redo, readOnly]);
}
