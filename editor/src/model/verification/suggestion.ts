import type { SuggestedCaseAnswer } from '../../api/generated';
import { readExpectation, shownValue, type Expectation } from '../cases/expectation';
import { addCase, parsedValue } from '../cases/goldenCase';
import { readCases } from '../documents/casesDocument';
import { member, parseDocument, rawText, stringOf } from '../documents/json';
import { verdictTitle } from '../status';
import { formatValue } from '../value';

/** What a suggested case says. */
export interface Suggestion {
  readonly asOf: string | null;
  /** As JSON text. */
  readonly facts: string;
  readonly expect: Expectation;
}

export function readSuggestion({ text }: Pick<SuggestedCaseAnswer, 'text'>): Suggestion {
  const { root } = parseDocument(text);
  const facts = member(root, 'Facts');
  return { asOf: stringOf(member(root, 'AsOf')), facts: facts ? rawText(text, facts) : '{}', expect: readExpectation(text, member(root, 'Expect') ?? null) };
}

/** What it expects, one after the other: what it is about, and what must come out. */
export function expectedWords({ rules, outputs, missing, events }: Expectation, words: { readonly rule: (name: string) => string; readonly value: (name: string) => string; readonly fact: (path: string) => string }): readonly { readonly about: string; readonly expected: string }[] {
  return [
    ...rules.map(({ name, verdict }) => ({ about: words.rule(name), expected: verdictTitle(verdict)?.toLowerCase() ?? verdict })),
    ...outputs.map(({ name, value }) => ({ about: words.value(name), expected: value === null ? 'undecided' : formatValue(shownValue(value)) })),
    ...(missing ? [{ about: 'Missing facts', expected: missing.length === 0 ? 'none' : missing.map(words.fact).join(', ') }] : []),
    ...(events ? [{ about: 'Events', expected: events.length === 0 ? 'none' : events.join(', ') }] : []),
  ];
}

/** Which case of the document came from this suggestion; null: none did. It is known by its facts and what it expects, whatever its id. */
export function acceptedAs(text: string | null, { text: suggested, id }: Pick<SuggestedCaseAnswer, 'text' | 'id'>): string | null {
  if (text === null) return null;
  const { facts, expect } = partsOf(suggested);
  const same = readCases(text).cases.filter((golden) => (golden.id === id || golden.id.startsWith(`${id}-`)) && compact(golden.facts ? rawText(text, golden.facts) : '') === facts && compact(golden.expect ? rawText(text, golden.expect) : '') === expect);
  return same[0]?.id ?? null;
}

function partsOf(text: string) {
  const { root } = parseDocument(text);
  const part = (key: string) => { const node = member(root, key); return compact(node ? rawText(text, node) : ''); };
  return { facts: part('Facts'), expect: part('Expect') };
}

/** Without layout. */
const compact = (json: string) => json.replaceAll(/("(?:\\.|[^"\\])*")|\s+/g, (_, quoted: string | undefined) => quoted ?? '');

/** The suggested case as the last of the document, which is made when there is none; under another id where its own is taken. */
export function acceptSuggestion(text: string, { workflow, text: suggested, id }: SuggestedCaseAnswer): string {
  const taken = new Set(text.trim() === '' ? [] : readCases(text).cases.map((golden) => golden.id));
  let free = id;
  for (let i = 2; taken.has(free); i += 1) free = `${id}-${i}`;
  const value = parsedValue(suggested);
  return addCase(text, workflow, typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value, Id: free } : value);
}
