import { defaultHighlightStyle, HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import { EditorView } from '@codemirror/view';
import { tags } from '@lezer/highlight';

/** The looks of every text editor; colours follow the page's theme by themselves. */
export const looks = [
  EditorView.theme({
    '&': { color: 'var(--text)', backgroundColor: 'var(--card)', fontSize: '0.875rem', border: '1px solid var(--line-strong)', borderRadius: '0.5rem', overflow: 'hidden' },
    '&.cm-focused': { outline: '2px solid var(--focus)', outlineOffset: '1px' },
    '.cm-scroller': { fontFamily: 'var(--mantine-font-family-monospace)', lineHeight: '1.55' },
    '.cm-content': { caretColor: 'var(--text)', padding: '0.5rem 0' },
    '.cm-cursor': { borderLeftColor: 'var(--text)' },
    '.cm-gutters': { backgroundColor: 'var(--sunken)', color: 'var(--text-soft)', border: 'none' },
    '.cm-activeLine, .cm-activeLineGutter': { backgroundColor: 'color-mix(in srgb, var(--accent-ground) 45%, transparent)' },
    '&.cm-focused .cm-selectionBackground, .cm-selectionBackground': { backgroundColor: 'color-mix(in srgb, var(--accent) 28%, transparent) !important' },
    '.cm-tooltip': { backgroundColor: 'var(--card)', color: 'var(--text)', border: '1px solid var(--line-strong)', borderRadius: '0.5rem', boxShadow: 'var(--shadow)', overflow: 'hidden' },
    '.cm-tooltip-autocomplete > ul > li[aria-selected]': { backgroundColor: 'var(--accent)', color: 'var(--card)' },
    '.cm-completionDetail': { color: 'var(--text-soft)', fontStyle: 'normal' },
    'li[aria-selected] .cm-completionDetail': { color: 'inherit' },
    '.cm-diagnostic': { padding: '0.375rem 0.625rem', whiteSpace: 'pre-wrap' },
    '.cm-diagnostic-error': { borderLeft: '4px solid var(--bad)' },
    '.cm-diagnostic-warning': { borderLeft: '4px solid var(--warn)' },
    '.cm-diagnosticAction': { backgroundColor: 'var(--accent)', color: 'var(--card)', borderRadius: '0.25rem', padding: '0.125rem 0.5rem' },
    '.cm-lintRange-error': { backgroundImage: 'none', textDecoration: 'underline wavy var(--bad)', textDecorationSkipInk: 'none' },
    '.cm-lintRange-warning': { backgroundImage: 'none', textDecoration: 'underline wavy var(--warn)', textDecorationSkipInk: 'none' },
    '.cm-panels': { backgroundColor: 'var(--sunken)', color: 'var(--text)' },
    '&.cm-editor .cm-collapsedLines': { background: 'var(--sunken)', color: 'var(--text-soft)', borderBlock: '1px solid var(--line)' },
    '&.cm-editor .cm-collapsedLines::before, &.cm-editor .cm-collapsedLines::after': { content: '"…"' },
    '.cm-matchingBracket': { backgroundColor: 'var(--accent-ground) !important' },
  }),
  syntaxHighlighting(HighlightStyle.define([
    { tag: tags.propertyName, color: 'var(--accent)' },
    { tag: tags.string, color: 'var(--good)' },
    { tag: [tags.number, tags.bool, tags.null], color: 'var(--info)' },
    { tag: tags.keyword, color: 'var(--urgent)' },
    { tag: tags.comment, color: 'var(--text-soft)', fontStyle: 'italic' },
  ])),
  syntaxHighlighting(defaultHighlightStyle, { fallback: true }),
];
