import { EditorState, type Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { useEffect, useRef, type RefObject } from 'react';

interface Options {
  readonly text: string;
  readonly onChange: (text: string) => void;
  /** Taken once, when the editor is made. */
  readonly extensions: () => Extension;
}

/**
 * A text editor in an element. What the user types goes out through `onChange`; a `text` that did not come from there (undo, another view,
 * a colleague) replaces what has changed and leaves the cursor where it was.
 */
export function useCodeMirror(host: RefObject<HTMLDivElement | null>, { text, onChange, extensions }: Options): RefObject<EditorView | null> {
  const view = useRef<EditorView | null>(null);
  const latest = useRef({ onChange, text, extensions });
  useEffect(() => { latest.current = { onChange, text, extensions }; });

  useEffect(() => {
    if (!host.current) return undefined;
    const editor = new EditorView({
      parent: host.current,
      state: EditorState.create({
        doc: latest.current.text,
        extensions: [
          latest.current.extensions(),
          EditorView.updateListener.of((update) => {
            if (!update.docChanged) return;
            const typed = update.state.doc.toString();
            if (typed !== latest.current.text) latest.current.onChange(typed);
          }),
        ],
      }),
    });
    view.current = editor;
    return () => {
      view.current = null;
      editor.destroy();
    };
  }, [host]);

  useEffect(() => {
    const editor = view.current;
    if (!editor) return;
    const shown = editor.state.doc.toString();
    if (shown === text) return;
    const change = difference(shown, text);
    editor.dispatch({ changes: change });
  }, [text]);
  return view;
}

/** The one span that differs. */
function difference(from: string, to: string): { readonly from: number; readonly to: number; readonly insert: string } {
  let start = 0;
  while (start < from.length && start < to.length && from[start] === to[start]) start += 1;
  let end = 0;
  while (end < from.length - start && end < to.length - start && from[from.length - 1 - end] === to[to.length - 1 - end]) end += 1;
  return { from: start, to: from.length - end, insert: to.slice(start, to.length - end) };
}
