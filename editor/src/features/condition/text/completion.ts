import { autocompletion, closeBrackets, closeBracketsKeymap, completionKeymap, startCompletion, type Completion, type CompletionContext, type CompletionResult } from '@codemirror/autocomplete';
import { Prec, type Extension } from '@codemirror/state';
import { EditorView, keymap } from '@codemirror/view';
import { typeWords, type Offer } from '../../../model/condition/subjects';

/** What the server offers in place of the characters from `start`. */
export interface Offered {
  readonly start: number;
  readonly items: readonly Offer[];
}

/** What can be written at a place of an expression. */
export type AskCompletion = (text: string, offset: number, signal: AbortSignal) => Promise<Offered>;

/** The expression around a place of the document, and where it begins: the whole of it, or what stands in `$( )` of a message. */
export type ExpressionAt = (document: string, offset: number) => { readonly text: string; readonly start: number } | null;

function optionOf({ label, insert, kind, detail, description, typeInfo }: Offer, index: number): Completion {
  // Of a fact the description begins with its label, which people know it by.
  const words = kind === 'fact' && typeInfo ? [description?.split(': ')[0], typeWords(typeInfo)].filter(Boolean).join(' · ') : detail;
  const info = kind === 'fact' ? [description, detail].filter(Boolean).join('\n') : description;
  return {
    label, apply: insert,
    ...(words ? { detail: words } : {}),
    ...(info ? { info } : {}),
    // The server lists what is nearest first.
    boost: Math.max(-99, 50 - index),
  };
}

/** After these a value is expected that there is a short list of. */
const beforeValues = /(==|!=|\bis|\bor|\bnot)\s+$/;

/** Completion at every word, after a point and where a value of few is expected; an old request is given up. */
export function expressionCompletion(ask: AskCompletion, at: ExpressionAt): Extension {
  const source = async (context: CompletionContext): Promise<CompletionResult | null> => {
    const document = context.state.doc.toString();
    const expression = at(document, context.pos);
    if (!expression) return null;
    const offset = context.pos - expression.start;
    const before = expression.text.slice(0, offset);
    const isValue = beforeValues.test(before);
    if (!context.explicit && !/[\w."]$/.test(before) && !isValue) return null;
    if (!context.explicit && /(^|[^\w."])\d+\.?\d*$/.test(before)) return null;
    const leave = new AbortController();
    context.addEventListener('abort', () => { leave.abort(); });
    try {
      const { start, items } = await ask(expression.text, offset, leave.signal);
      const offered = isValue && !context.explicit ? items.filter(({ kind }) => kind === 'value') : items;
      if (offered.length === 0 || context.aborted) return null;
      return { from: expression.start + start, options: offered.map(optionOf), validFor: /^("[^"]*|\w*)$/ };
    } catch {
      // Given up, or no answer: there is nothing to offer now, and the connection tells about itself.
      return null;
    }
  };
  return [
    autocompletion({ override: [source], activateOnTyping: true, icons: false, maxRenderedOptions: 60, tooltipClass: () => 'expression-completion' }),
    closeBrackets(),
    Prec.high(keymap.of([...closeBracketsKeymap, ...completionKeymap, { key: 'Ctrl-Space', run: startCompletion }])),
    // CodeMirror asks by itself when something is typed, not after a point that stands behind a chosen name.
    EditorView.inputHandler.of((view, _from, _to, text) => {
      if (text === '.') queueMicrotask(() => { startCompletion(view); });
      return false;
    }),
  ];
}
