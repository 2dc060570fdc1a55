import { readCases, type CaseView } from '../documents/casesDocument';
import { removeAt, setAt } from '../documents/editJson';
import { membersOf, nodeAt, parseDocument, rawText, valueOf, type JSONPath } from '../documents/json';
import { memberOrder } from '../documents/workflowDocument';
import { writeJson } from '../documents/writeJson';
import { jsonOf } from './expectation';

/** What a case would have to expect to pass, as a replay says it: the members that it states, with what came out. */
export type NewExpectation = Readonly<Record<string, unknown>>;

export interface Reason {
  readonly text: string;
  /** The former reason stays before the new one. */
  readonly keepFormer: boolean;
}

/** Cases expect what came out, each with the reason why that is right. One pass over the document, whatever their number. */
export function acceptExpectations(text: string, accepted: ReadonlyMap<string, NewExpectation>, reason: Reason): string {
  const { cases } = readCases(text);
  return cases.reduceRight((edited, golden) => {
    const expect = accepted.get(golden.id);
    if (!expect) return edited;
    const { offset, length } = golden.node;
    return edited.slice(0, offset) + acceptOne(rawText(text, golden.node), golden, expect, reason) + edited.slice(offset + length);
  }, text);
}

function acceptOne(raw: string, golden: CaseView, expect: NewExpectation, reason: Reason): string {
  const edited = Object.entries(expect).reduce((text, [key, value]) => acceptMember(text, ['Expect', key], value), raw);
  return setAt(edited, ['Why'], joinReasons(reason.keepFormer ? golden.why : null, reason.text), memberOrder.case);
}

/** Only what differs is written anew: the layout of the rest stays. */
function acceptMember(text: string, path: JSONPath, value: unknown): string {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return acceptValue(text, path, value);
  const gone = membersOf(nodeAt(parseDocument(text).root, path)).filter(({ key }) => !(key in value));
  const without = gone.reduce((edited, { key }) => removeAt(edited, [...path, key]), text);
  return Object.entries(value).reduce((edited, [name, inside]) => acceptValue(edited, [...path, name], inside), without);
}

function acceptValue(text: string, path: JSONPath, value: unknown): string {
  const stated = nodeAt(parseDocument(text).root, path);
  const next = jsonOf(value);
  return stated && writeJson(valueOf(text, stated)) === writeJson(next) ? text : setAt(text, path, next, memberOrder.expect);
}

export function joinReasons(former: string | null, next: string): string {
  const before = former?.trim() ?? '';
  const after = next.trim();
  if (before === '') return after;
  return `${/[.!?;]$/.test(before) ? before : `${before}.`} ${after}`;
}
