import { setDiagnostics, type Diagnostic } from '@codemirror/lint';
import type { EditorState, TransactionSpec } from '@codemirror/state';
import { keymap } from '@codemirror/view';
import type { ExpressionFinding, Fix } from '../../../model/condition/structure';
import { sentence } from '../../../model/words';

const severityOf = (word: string) => (word === 'error' || word === 'warning' ? word : 'info');

/** A message without the signs that mark code in it. */
const plain = (text: string) => sentence(text).replaceAll(/`([^`]*)`/g, '“$1”');

/** Findings under the words they are about, with their mending. */
export function squiggles(state: EditorState, findings: readonly ExpressionFinding[], onFix: (fix: Fix) => void): TransactionSpec {
  const { length: end } = state.doc;
  return setDiagnostics(state, findings.map((found): Diagnostic => {
    const from = Math.min(found.start, end);
    const { fix } = found;
    return {
      // At the end of the text there is nothing to underline but what stands before it.
      from: from === end ? Math.max(0, end - 1) : from,
      to: Math.max(Math.min(found.start + found.length, end), Math.min(from + 1, end)),
      severity: severityOf(found.severity),
      message: plain(found.message) + (found.help ? `\n${plain(found.help)}` : ''),
      source: found.code,
      ...(fix ? { actions: [{ name: fix.title.replaceAll('`', ''), apply: () => { onFix(fix); } }] } : {}),
    };
  }));
}

/** Ctrl+. mends what the cursor is at, else the first that can be mended. */
export const fixKey = (findings: () => readonly ExpressionFinding[], onFix: (fix: Fix) => void) => keymap.of([{
  key: 'Mod-.',
  run: (view) => {
    const { head } = view.state.selection.main;
    const mendable = findings().filter(({ fix }) => fix !== null);
    const here = mendable.find(({ start, length }) => start <= head && head <= start + length) ?? mendable[0];
    if (!here?.fix) return false;
    onFix(here.fix);
    return true;
  },
}]);
