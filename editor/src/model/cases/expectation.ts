import { isExactNumber } from '../exactJson';
import { itemsOf, member, membersOf, Raw, stringOf, valueOf, type JsonValue, type Node } from '../documents/json';
import type { Verdict } from '../decision';
import type { Value } from '../value';

/** What a golden case says must come out; a list that is not stated is null. */
export interface Expectation {
  readonly rules: readonly { readonly name: string; readonly verdict: string }[];
  readonly outputs: readonly { readonly name: string; readonly value: JsonValue }[];
  readonly missing: readonly string[] | null;
  readonly events: readonly string[] | null;
}

export const verdicts: readonly Verdict[] = ['met', 'notMet', 'undetermined', 'failed'];

export function readExpectation(text: string, node: Node | null): Expectation {
  const list = (key: string) => {
    const found = member(node, key);
    return found?.type === 'array' ? itemsOf(found).flatMap((item) => stringOf(item) ?? []) : null;
  };
  return {
    rules: membersOf(member(node, 'Rules')).map(({ key, value }) => ({ name: key, verdict: stringOf(value) ?? '' })),
    outputs: membersOf(member(node, 'Outputs')).map(({ key, value }) => ({ name: key, value: valueOf(text, value) })),
    missing: list('Missing'),
    events: list('Events'),
  };
}

/** A value of an answer as a document writes it, digit by digit. */
export function jsonOf(value: unknown): JsonValue {
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number') return new Raw(String(value));
  if (isExactNumber(value)) return new Raw(value.digits);
  if (Array.isArray(value)) return value.map(jsonOf);
  if (typeof value === 'object' && value !== null) return Object.fromEntries(Object.entries(value).map(([key, inside]) => [key, jsonOf(inside)]));
  return null;
}

/** A stated value as decisions hold theirs, so that both are shown the same way. */
export function shownValue(value: JsonValue): Value {
  if (value instanceof Raw) {
    const number = Number(value.text);
    return String(number) === value.text ? number : { digits: value.text };
  }
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
  return Array.isArray(value) ? value.map((item: JsonValue) => shownValue(item)) : null;
}
