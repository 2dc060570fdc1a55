import { readCases, type CaseView, type CasesView } from '../documents/casesDocument';
import { insertAt, removeAt } from '../documents/editJson';
import { parseDocument, Raw, rawText, valueOf, type JsonValue, type Node } from '../documents/json';
import type { Decision, RuleResult } from '../decision';
import type { Explanation } from '../explanation';
import { jsonOf } from './expectation';

/** What the author of a new case decides; the rest is taken from the decision. */
export interface NewCase {
  readonly id: string;
  readonly title: string;
  readonly asOf: string | null;
  readonly rules: ReadonlySet<string>;
  readonly outputs: ReadonlySet<string>;
  readonly missing: boolean;
  readonly events: boolean;
  readonly why: string;
  readonly source: string;
}

/** What is expected when nobody says otherwise: that what is met stays met and what is undetermined stays so, with what it lacks. */
export function proposeCase(decision: Decision, cases: CasesView | null, folder: string, chosenDate: string | null): NewCase {
  const rules = (decision.rules ?? []).filter(({ verdict }) => verdict === 'met' || verdict === 'undetermined');
  return {
    id: suggestId(cases, folder),
    title: '',
    asOf: chosenDate ?? (readsDate(decision) ? decision.asOf : null),
    rules: new Set(rules.map(({ name }) => name)),
    outputs: new Set(),
    missing: rules.some(({ verdict }) => verdict === 'undetermined'),
    events: false,
    why: '',
    source: '',
  };
}

/** The most common beginning of the ids that there are, with the next number: `mirels-73`. */
export function suggestId(cases: CasesView | null, folder: string): string {
  const taken = new Set((cases?.cases ?? []).map(({ id }) => id));
  const beginnings = new Map<string, number>();
  for (const id of taken) {
    const word = /^[A-Za-z]+/.exec(id)?.[0];
    if (word) beginnings.set(word, (beginnings.get(word) ?? 0) + 1);
  }
  const [first] = [...beginnings].sort(([, a], [, b]) => b - a);
  const beginning = first?.[0] ?? folder;
  for (let i = taken.size + 1; ; i += 1) if (!taken.has(`${beginning}-${i}`)) return `${beginning}-${i}`;
}

/** Why an id cannot be that of a case; null when it can. */
export function idProblem(id: string, cases: CasesView | null, own: string | null = null): string | null {
  if (id.trim() === '') return 'A case needs an id';
  if (id !== id.trim()) return 'An id neither begins nor ends with a space';
  if (id !== own && cases?.cases.some((other) => other.id === id)) return 'Another case has this id already';
  return null;
}

const mentionsDate = (node: Explanation): boolean => /\basOf\b/.test(node.text) || (node.children ?? []).some(mentionsDate);

/** Whether the decision hangs on its date: then a case has to state one. */
export const readsDate = ({ rules, explanations }: Decision): boolean =>
  [...(rules ?? []).flatMap(({ explanation }) => (explanation ? [explanation] : [])), ...Object.values(explanations ?? {})].some(mentionsDate);

/** What the undetermined ones of the rules lack, sorted as the server sorts. */
export const missingOf = (rules: readonly RuleResult[]): readonly string[] =>
  [...new Set(rules.filter(({ verdict }) => verdict === 'undetermined').flatMap(({ missing }) => missing ?? []))].sort(ordinal);

/** The events that were reported, sorted as the server sorts. */
export const eventsOf = ({ rules }: Decision): readonly string[] => (rules ?? []).flatMap(({ event }) => event ?? []).sort(ordinal);

const ordinal = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** The case as its document states it. `facts` is JSON text, numbers as typed. */
export function caseValue(chosen: NewCase, decision: Decision, facts: string): JsonValue {
  const rules = (decision.rules ?? []).filter(({ name }) => chosen.rules.has(name));
  const outputs = Object.entries(decision.outputs).filter(([name]) => chosen.outputs.has(name));
  const optional = (text: string) => (text.trim() === '' ? undefined : text.trim());
  return {
    Id: chosen.id.trim(),
    Title: optional(chosen.title),
    AsOf: chosen.asOf ?? undefined,
    Facts: parsedValue(facts),
    Expect: {
      Rules: rules.length > 0 ? Object.fromEntries(rules.map(({ name, verdict }) => [name, verdict])) : undefined,
      Outputs: outputs.length > 0 ? Object.fromEntries(outputs.map(([name, value]) => [name, jsonOf(value)])) : undefined,
      Missing: chosen.missing ? missingOf(rules) : undefined,
      Events: chosen.events ? eventsOf(decision) : undefined,
    },
    Why: optional(chosen.why),
    Source: optional(chosen.source),
  };
}

/** JSON text as a value that keeps its digits. */
export function parsedValue(json: string): JsonValue {
  const { root } = parseDocument(json);
  return root ? valueOf(json, root) : {};
}

/** A `cases.json` without cases. */
export const newCasesText = (workflow: string): string => `{
  "$schema": "../../schemas/cases.schema.json",
  "Workflow": ${JSON.stringify(workflow)},
  "Cases": []
}
`;

/** One more case, last; in a document that is made when there is none. */
export function addCase(text: string, workflow: string, value: JsonValue): string {
  const document = text.trim() === '' ? newCasesText(workflow) : text;
  return insertAt(document, ['Cases'], readCases(document).cases.length, value, ['$schema', 'Workflow', 'Cases']);
}

/** A copy behind its original, under an id that is free. */
export function duplicateCase(text: string, golden: CaseView): { readonly text: string; readonly id: string } {
  const { cases } = readCases(text);
  const taken = new Set(cases.map(({ id }) => id));
  let id = `${golden.id}-copy`;
  for (let i = 2; taken.has(id); i += 1) id = `${golden.id}-copy-${i}`;
  const index = cases.findIndex(({ pointer }) => pointer === golden.pointer);
  const copy = withId(rawText(text, golden.node), golden.node, id);
  return { text: insertAt(text, ['Cases'], index + 1, new Raw(copy)), id };
}

function withId(raw: string, node: Node, id: string): string {
  const value = (node.children ?? []).find(({ children }) => String(children?.[0]?.value).toLowerCase() === 'id')?.children?.[1];
  if (!value) return raw;
  const start = value.offset - node.offset;
  return raw.slice(0, start) + JSON.stringify(id) + raw.slice(start + value.length);
}

/** The document without some of its cases, from the last to the first so that places stay what they are. */
export const removeCases = (text: string, ids: ReadonlySet<string>): string =>
  readCases(text).cases.reduceRight((edited, golden) => (ids.has(golden.id) ? removeAt(edited, golden.path) : edited), text);
