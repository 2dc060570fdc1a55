import { setDiagnostics, type Diagnostic } from '@codemirror/lint';
import { type EditorState, type TransactionSpec } from '@codemirror/state';
import { keymap, type EditorView } from '@codemirror/view';
import type { ExpressionFinding, Fix } from '../../../model/condition/structure';
import { sentence } from '../../../model/words';

const severityOf = (word: string) => (word === 'error' || word === 'warning' ? word : 'info');

const apply = (view: EditorView, { start, length, insert }: Fix) => {
  const { length: end } = view.state.doc;
  view.dispatch({ changes: { from: Math.min(start, end), to: Math.min(start + length, end), insert }, selection: { anchor: Math.min(start, end) + insert.length }, userEvent: 'input' });
};

/** Findings under the words they are about, with their mending. */
export function squiggles(state: EditorState, findings: readonly ExpressionFinding[]): TransactionSpec {
  const { length: end } = state.doc;
  return setDiagnostics(state, findings.map((found): Diagnostic => {
    const from = Math.min(found.start, end);
    const { fix } = found;
    return {
      // At the end of the text there is nothing to underline but what stands before it.
      from: from === end ? Math.max(0, end - 1) : from,
      to: Math.max(Math.min(found.start + found.length, end), Math.min(from + 1, end)),
      severity: severityOf(found.severity),
      message: sentence(found.message).replaceAll('`', '“').replaceAll(/“([^“]*)“/g, '“$1”') + (found.help ? `\n${sentence(found.help)}` : ''),
      source: found.code,
      ...(fix ? { actions: [{ name: fix.title.replaceAll('`', ''), apply: (view: EditorView) => { apply(view, fix); } }] } : {}),
    };
  }));
}

/** Ctrl+. mends what the cursor is at, else the first that can be mended. */
export const fixKey = (findings: () => readonly ExpressionFinding[]) => keymap.of([{
  key: 'Mod-.',
  run: (view) => {
    const { head } = view.state.selection.main;
    const mendable = findings().filter(({ fix }) => fix !== null);
    const here = mendable.find(({ start, length }) => start <= head && head <= start + length) ?? mendable[0];
    if (!here?.fix) return false;
    apply(view, here.fix);
    return true;
  },
}]);
