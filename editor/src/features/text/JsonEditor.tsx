import { defaultKeymap, historyKeymap, history, indentWithTab } from '@codemirror/commands';
import { json } from '@codemirror/lang-json';
import { bracketMatching, foldGutter, indentOnInput } from '@codemirror/language';
import { lintGutter, setDiagnostics } from '@codemirror/lint';
import { EditorState } from '@codemirror/state';
import { drawSelection, EditorView, highlightActiveLine, keymap, lineNumbers } from '@codemirror/view';
import { useEffect, useRef } from 'react';
import type { DiagnosticAnswer } from '../../api/generated';
import { sentence } from '../../model/words';
import { looks } from './theme';
import { useCodeMirror } from './useCodeMirror';

interface Props {
  readonly label: string;
  readonly text: string;
  readonly readOnly: boolean;
  readonly diagnostics: readonly DiagnosticAnswer[];
  readonly onChange: (text: string) => void;
}

/** A document as text, with what is wrong in it at its place. */
export function JsonEditor({ label, text, readOnly, diagnostics, onChange }: Props) {
  const host = useRef<HTMLDivElement>(null);
  const view = useCodeMirror(host, {
    text,
    onChange,
    extensions: () => [
      lineNumbers(), foldGutter(), history(), drawSelection(), indentOnInput(), bracketMatching(), highlightActiveLine(), lintGutter(), json(), looks,
      EditorView.lineWrapping, EditorState.tabSize.of(2), EditorState.readOnly.of(readOnly),
      EditorView.contentAttributes.of({ 'aria-label': label }),
      // Escape, then Tab leaves the editor, as CodeMirror documents it.
      keymap.of([...defaultKeymap, ...historyKeymap, indentWithTab]),
    ],
  });
  useEffect(() => {
    const editor = view.current;
    if (!editor) return;
    const { doc } = editor.state;
    editor.dispatch(setDiagnostics(editor.state, diagnostics.flatMap((found) => {
      if (found.line < 1 || found.line > doc.lines) return [];
      const line = doc.line(found.line);
      const from = Math.min(line.from + Math.max(0, found.column - 1), line.to);
      return [{ from, to: Math.max(from, line.to), severity: found.severity === 'error' ? 'error' as const : found.severity === 'warning' ? 'warning' as const : 'info' as const, message: sentence(found.message) + (found.help ? `\n${sentence(found.help)}` : ''), source: found.code }];
    })));
  }, [view, diagnostics, text]);
  return <div ref={host} data-own-undo />;
}
