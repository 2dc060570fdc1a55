import { defaultKeymap } from '@codemirror/commands';
import { RangeSetBuilder } from '@codemirror/state';
import { Decoration, drawSelection, EditorView, keymap, ViewPlugin, type DecorationSet, type ViewUpdate } from '@codemirror/view';
import { useRef } from 'react';
import { expressionAt, messagePieces } from '../../../model/condition/messageText';
import { looks } from '../../text/theme';
import { useCodeMirror } from '../../text/useCodeMirror';
import type { ExpressionPlace } from '../context';
import styles from '../Condition.module.css';
import { expressionCompletion } from './completion';
import { expressionLooks } from './looks';
import { useAsk } from './useAsk';

const mark = Decoration.mark({ class: 'message-expression' });

function marksOf(view: EditorView): DecorationSet {
  const marks = new RangeSetBuilder<Decoration>();
  const text = view.state.doc.toString();
  for (const piece of messagePieces(text)) {
    // With the signs around it, as far as they are there.
    if (piece.isExpression) marks.add(piece.start - 2, Math.min(piece.start + piece.text.length + 1, text.length), mark);
  }
  return marks.finish();
}

const placeholders = ViewPlugin.fromClass(class {
  marks: DecorationSet;

  constructor(view: EditorView) {
    this.marks = marksOf(view);
  }

  update({ docChanged, view }: ViewUpdate) {
    if (docChanged) this.marks = marksOf(view);
  }
}, { decorations: ({ marks }) => marks });

interface Props {
  readonly label: string;
  readonly text: string;
  readonly place: ExpressionPlace;
  readonly onChange: (text: string) => void;
}

const inside = (document: string, offset: number) => expressionAt(document, offset);

/** Names are completed inside `$( )`, which stands out from the words around it. */
export function MessageText({ label, text, place, onChange }: Props) {
  const host = useRef<HTMLDivElement>(null);
  const { complete } = useAsk(place);
  useCodeMirror(host, {
    text,
    onChange,
    extensions: () => [
      // Before the looks of all editors: it is words, not code.
      EditorView.theme({ '.cm-scroller': { fontFamily: 'var(--mantine-font-family)' } }),
      drawSelection(), looks, expressionLooks, placeholders, EditorView.lineWrapping,
      EditorView.contentAttributes.of({ 'aria-label': label, 'aria-multiline': 'true', spellcheck: 'true', autocapitalize: 'sentences' }),
      expressionCompletion(complete, inside),
      keymap.of(defaultKeymap),
    ],
  });
  return <div ref={host} className={styles.textHost} />;
}
