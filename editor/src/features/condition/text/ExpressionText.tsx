import { defaultKeymap } from '@codemirror/commands';
import { bracketMatching } from '@codemirror/language';
import { drawSelection, EditorView, keymap } from '@codemirror/view';
import { useEffect, useRef } from 'react';
import type { ExpressionFinding } from '../../../model/condition/structure';
import { looks } from '../../text/theme';
import { useCodeMirror } from '../../text/useCodeMirror';
import type { ExpressionPlace, WriteExpression } from '../context';
import styles from '../Condition.module.css';
import { expressionCompletion } from './completion';
import { expressionLanguage } from './expressionLanguage';
import { expressionHover, signatureHelp } from './hover';
import { fixKey, squiggles } from './squiggles';
import { expressionLooks } from './looks';
import { useAsk } from './useAsk';

interface Props {
  readonly label: string;
  readonly text: string;
  readonly place: ExpressionPlace;
  /** About exactly this text. */
  readonly findings: readonly ExpressionFinding[];
  readonly onChange: WriteExpression;
}

const whole = (document: string) => ({ text: document, start: 0 });

/** An expression as text, with what an author is used to from other editors. Undo is that of all views. */
export function ExpressionText({ label, text, place, findings, onChange }: Props) {
  const host = useRef<HTMLDivElement>(null);
  const latest = useRef(findings);
  const { complete, hover } = useAsk(place);
  const view = useCodeMirror(host, {
    text,
    onChange: (typed) => { onChange(typed, 'typing'); },
    extensions: () => [
      drawSelection(), bracketMatching(), expressionLanguage, looks, expressionLooks, EditorView.lineWrapping,
      EditorView.contentAttributes.of({ 'aria-label': `${label} as text`, 'aria-multiline': 'true' }),
      expressionCompletion(complete, whole), expressionHover(hover), signatureHelp(hover),
      fixKey(() => latest.current),
      // Tab has no meaning here, so it leads on as everywhere.
      keymap.of(defaultKeymap),
    ],
  });
  useEffect(() => {
    latest.current = findings;
    const editor = view.current;
    // An answer about a text that is gone has spans of it.
    if (editor?.state.doc.toString() === text) editor.dispatch(squiggles(editor.state, findings));
  }, [view, findings, text]);
  return (
    <div>
      <div ref={host} className={styles.textHost} />
      <p className={styles.keys}><kbd>Ctrl</kbd> <kbd>Space</kbd> names and values · <kbd>Ctrl</kbd> <kbd>.</kbd> quick fix · <kbd>Tab</kbd> leaves</p>
    </div>
  );
}
