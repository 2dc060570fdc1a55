import type { WorkflowView } from '../documents/workflowDocument';
import { withNested } from '../documents/workflowDocument';
import { humanize } from '../words';

/** A part of a workflow that an expression can name. */
export interface NamedPart {
  readonly kind: 'rule' | 'parameter' | 'score' | 'table';
  /** By which its page is found: for an item of a score, the score. */
  readonly page: string;
  /** As expressions spell it. */
  readonly name: string;
  /** How sentences may call it. */
  readonly words: readonly string[];
}

/** Everything of a workflow that has a page and a name in expressions. */
export function namedParts(view: WorkflowView): readonly NamedPart[] {
  const part = (kind: NamedPart['kind'], name: string, title: string | null, page = name): NamedPart =>
    ({ kind, page, name, words: [title, humanize(name)].filter((words) => words !== null) });
  return [
    ...view.rules.flatMap(withNested).map(({ name, title }) => part('rule', name, title)),
    ...view.params.map(({ name }) => part('parameter', name, null)),
    ...view.scores.flatMap(({ name, title, items }) => [part('score', name, title), ...items.map((item) => part('score', item.name, item.title, name))]),
    ...view.tables.map(({ name }) => part('table', name, null)),
  ];
}

/** Names in an expression that stand for something of the workflow itself: not members of something, not in quotation marks. */
export function namesIn(expression: string): ReadonlySet<string> {
  const bare = expression.replaceAll(/"(?:\\.|[^"\\])*"/g, '""');
  return new Set([...bare.matchAll(/(?<![\w.])[A-Za-z_]\w*/g)].map(([name]) => name));
}

export interface SentencePiece {
  readonly text: string;
  readonly part: NamedPart | null;
}

const escaped = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** A sentence in pieces, so that what it calls by name can lead there. Only what the expression itself names is looked for. */
export function linkSentence(sentence: string, expression: string, parts: readonly NamedPart[]): readonly SentencePiece[] {
  const names = namesIn(expression);
  const known = new Map(parts.filter(({ name }) => names.has(name)).flatMap((part) => part.words.map((words) => [words.toLowerCase(), part] as const)));
  if (known.size === 0) return [{ text: sentence, part: null }];
  const longestFirst = [...known.keys()].sort((a, b) => b.length - a.length).map(escaped);
  const pattern = new RegExp(`(?<![\\p{L}\\d])(${longestFirst.join('|')})(?![\\p{L}\\d])`, 'giu');
  // Splitting at a group gives text and match by turns.
  return sentence.split(pattern).flatMap((text) => (text === '' ? [] : [{ text, part: known.get(text.toLowerCase()) ?? null }]));
}
