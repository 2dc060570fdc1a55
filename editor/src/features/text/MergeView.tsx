import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { json } from '@codemirror/lang-json';
import { MergeView as Merge } from '@codemirror/merge';
import { EditorState } from '@codemirror/state';
import { EditorView, keymap, lineNumbers } from '@codemirror/view';
import { useEffect, useRef } from 'react';
import { looks } from './theme';

interface Props {
  readonly theirs: string;
  readonly mine: string;
  /** What each side is. */
  readonly theirLabel: string;
  readonly label: string;
  readonly onChange: (mine: string) => void;
}

/** Two texts side by side; pieces of the left one can be taken over, the right one can be edited. */
export function MergeView({ theirs, mine, theirLabel, label, onChange }: Props) {
  const host = useRef<HTMLDivElement>(null);
  const start = useRef({ theirs, mine, theirLabel, label, onChange });
  useEffect(() => {
    if (!host.current) return undefined;
    const { theirs: left, mine: right, theirLabel: leftName, label: name, onChange: changed } = start.current;
    const shared = [lineNumbers(), json(), looks, EditorView.lineWrapping];
    const view = new Merge({
      parent: host.current,
      a: { doc: left, extensions: [shared, EditorState.readOnly.of(true), EditorView.contentAttributes.of({ 'aria-label': leftName })] },
      b: {
        doc: right,
        extensions: [
          shared, history(), keymap.of([...defaultKeymap, ...historyKeymap]), EditorView.contentAttributes.of({ 'aria-label': name }),
          EditorView.updateListener.of((update) => { if (update.docChanged) changed(update.state.doc.toString()); }),
        ],
      },
      revertControls: 'a-to-b',
      collapseUnchanged: { margin: 3, minSize: 6 },
      highlightChanges: true,
    });
    return () => { view.destroy(); };
  }, []);
  return <div ref={host} data-own-undo style={{ maxHeight: '60dvh', overflow: 'auto' }} />;
}
