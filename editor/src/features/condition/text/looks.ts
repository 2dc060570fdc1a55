import { HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import { EditorView } from '@codemirror/view';
import { tags } from '@lezer/highlight';

/** What an expression has besides the looks of every text editor. */
export const expressionLooks = [
  EditorView.theme({
    '.cm-content': { minHeight: '3.5rem', padding: '0.5rem 0.25rem' },
    '.cm-tooltip.cm-tooltip-autocomplete > ul': { fontFamily: 'var(--mantine-font-family-monospace)', maxHeight: '18rem', maxWidth: 'min(38rem, 92vw)' },
    '.cm-tooltip.cm-tooltip-autocomplete > ul > li': { display: 'flex', gap: '1rem', justifyContent: 'space-between', padding: '0.1875rem 0.625rem' },
    '.cm-completionLabel': { flex: 'none' },
    '.cm-completionDetail': { fontFamily: 'var(--mantine-font-family)', fontSize: '0.8125rem', marginInlineStart: '0', overflow: 'hidden', textOverflow: 'ellipsis' },
    '.cm-completionMatchedText': { textDecoration: 'none', fontWeight: '700' },
    '.cm-tooltip.cm-completionInfo': { padding: '0.5rem 0.75rem', maxWidth: '20rem', fontSize: '0.8125rem', whiteSpace: 'pre-line' },
    '.expression-hover': { display: 'grid', gap: '0.25rem', padding: '0.5rem 0.75rem', maxWidth: 'min(28rem, 90vw)', fontSize: '0.8125rem' },
    '.expression-hover .title': { fontWeight: '600' },
    '.expression-hover .detail': { color: 'var(--text-soft)' },
    '.expression-hover .expression': { padding: '0.25rem 0.375rem', borderRadius: '0.25rem', backgroundColor: 'var(--sunken)', whiteSpace: 'pre-wrap' },
    '.message-expression': { backgroundColor: 'var(--accent-ground)', color: 'var(--accent)', borderRadius: '0.25rem', padding: '0.0625rem 0', fontFamily: 'var(--mantine-font-family-monospace)', fontSize: '0.9em' },
  }),
  syntaxHighlighting(HighlightStyle.define([
    { tag: [tags.operator, tags.keyword], color: 'var(--urgent)' },
    { tag: tags.atom, color: 'var(--info)' },
    { tag: tags.function(tags.variableName), color: 'var(--accent)', fontWeight: '600' },
  ])),
];
