import { StateEffect, StateField, type Extension } from '@codemirror/state';
import { EditorView, hoverTooltip, showTooltip, ViewPlugin, type Tooltip, type ViewUpdate } from '@codemirror/view';
import type { CallAnswer, HoverAnswer, NameAnswer } from '../../../api/generated';

export type AskHover = (text: string, offset: number, signal: AbortSignal) => Promise<HoverAnswer>;

function line(parent: HTMLElement, name: string, text: string | null, className: string) {
  if (!text) return;
  const element = document.createElement(name);
  element.className = className;
  element.textContent = text;
  parent.append(element);
}

function nameTooltip({ title, detail, description, expression }: NameAnswer): HTMLElement {
  const dom = document.createElement('div');
  dom.className = 'expression-hover';
  line(dom, 'code', title, 'title');
  line(dom, 'p', description, 'description');
  line(dom, 'p', detail, 'detail');
  line(dom, 'code', expression, 'expression');
  return dom;
}

/** The signature with the argument that is being written in bold. */
function callTooltip({ signature, description, argument }: CallAnswer): HTMLElement {
  const dom = document.createElement('div');
  dom.className = 'expression-hover';
  const code = document.createElement('code');
  const open = signature.indexOf('(');
  const inside = open < 0 ? [] : signature.slice(open + 1, signature.lastIndexOf(')')).split(', ');
  if (inside.length === 0) code.textContent = signature;
  else {
    code.append(signature.slice(0, open + 1));
    inside.forEach((part, i) => {
      if (i > 0) code.append(', ');
      const element = document.createElement(i === argument ? 'strong' : 'span');
      element.textContent = part;
      code.append(element);
    });
    code.append(signature.slice(signature.lastIndexOf(')')));
  }
  dom.append(code);
  line(dom, 'p', description, 'description');
  return dom;
}

/** What a name stands for, under the pointer. */
export const expressionHover = (ask: AskHover): Extension => hoverTooltip(async (view, pos) => {
  try {
    const { name } = await ask(view.state.doc.toString(), pos, new AbortController().signal);
    return name ? { pos: name.start, end: name.start + name.length, above: true, create: () => ({ dom: nameTooltip(name) }) } : null;
  } catch {
    return null;
  }
}, { hoverTime: 250 });

const setCall = StateEffect.define<{ readonly call: CallAnswer; readonly pos: number } | null>();

const callField = StateField.define<Tooltip | null>({
  create: () => null,
  update: (shown, transaction) => {
    for (const effect of transaction.effects) {
      if (!effect.is(setCall)) continue;
      const { value } = effect;
      return value && { pos: value.pos, above: true, create: () => ({ dom: callTooltip(value.call) }) };
    }
    return shown && transaction.docChanged ? { ...shown, pos: transaction.changes.mapPos(shown.pos) } : shown;
  },
  provide: (field) => showTooltip.from(field),
});

const pause = 120;

/** The signature of the call that the cursor is in. */
export const signatureHelp = (ask: AskHover): Extension => [callField, ViewPlugin.define((view) => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running: AbortController | null = null;
  const stop = () => {
    clearTimeout(timer);
    running?.abort();
    running = null;
  };
  const hide = () => { if (view.state.field(callField)) view.dispatch({ effects: setCall.of(null) }); };
  const look = async () => {
    const { head } = view.state.selection.main;
    const text = view.state.doc.toString();
    // Outside of parentheses there is no call, and nobody needs to be asked.
    if (!view.hasFocus || !text.slice(0, head).includes('(')) { hide(); return; }
    running = new AbortController();
    try {
      const { call } = await ask(text, head, running.signal);
      if (call) view.dispatch({ effects: setCall.of({ call, pos: head }) });
      else hide();
    } catch {
      // Given up for a newer place, or no answer.
    }
  };
  return {
    update({ docChanged, selectionSet, focusChanged }: ViewUpdate) {
      if (!docChanged && !selectionSet && !focusChanged) return;
      stop();
      timer = setTimeout(() => { void look(); }, pause);
    },
    destroy: stop,
  };
}), EditorView.domEventHandlers({
  keydown: (event, view) => {
    if (event.key !== 'Escape' || !view.state.field(callField)) return false;
    view.dispatch({ effects: setCall.of(null) });
    return false;
  },
})];
