import type { RuleResult } from '../decision';
import { compareDecimals, decimalsOf, distance, isDecimal, step } from '../decimal';
import { isExactNumber } from '../exactJson';
import type { Explanation, Explanations } from '../explanation';
import { readEntry, type Draft, type Entry } from '../facts/draft';
import type { Field, InputForm, NumberField } from '../facts/form';
import { findField } from '../facts/labels';
import { parsePath, type FactPath } from '../facts/path';
import { leadsOf, type Lead } from './leads';

/** One fact with another value, to be tried on the server. */
export interface Candidate {
  readonly fact: string;
  readonly path: FactPath;
  readonly field: Field;
  readonly entry: Entry;
  /** The lowest or highest number that is worth trying: what holds there holds beyond. */
  readonly isEnd: boolean;
}

/** More requests than this are not sent for one question. */
export const mostCandidates = 20;

/** What could make a rule met (or decided, when it is undetermined), one fact at a time; the likeliest facts first, each with its likeliest value. */
export function candidatesFor(rule: RuleResult, explanations: Explanations, form: readonly InputForm[], draft: Draft): readonly Candidate[] {
  const values = leadsOf(rule, explanations, true).flatMap((lead) => {
    const path = parsePath(lead.fact);
    const field = lead.fact.includes('[]') ? null : findField(form, path);
    if (!field) return [];
    const current = readEntry(draft, path);
    return [entriesFor(field, current, lead, valueRead(lead.fact, rule, explanations)).map((value): Candidate => ({ fact: lead.fact, path, field, ...value }))];
  });
  return takeInTurns(values, mostCandidates);
}

/** First the first of each, then the second of each. */
function takeInTurns<T>(lists: readonly (readonly T[])[], most: number): readonly T[] {
  const taken: T[] = [];
  const longest = Math.max(0, ...lists.map(({ length }) => length));
  for (let turn = 0; turn < longest; turn += 1)
    for (const list of lists) {
      const item = list[turn];
      if (item !== undefined && taken.length < most) taken.push(item);
    }
  return taken;
}

type Value = Pick<Candidate, 'entry' | 'isEnd'>;

const plain = (entry: Entry): Value => ({ entry, isEnd: false });

function entriesFor(field: Field, current: Entry | undefined, lead: Lead, read: string | null): readonly Value[] {
  switch (field.kind) {
    case 'boolean':
      return [true, false].filter((value) => current?.kind !== 'boolean' || current.value !== value).map((value) => plain({ kind: 'boolean', value }));
    case 'choice': {
      const now = current?.kind === 'choice' ? current.value : null;
      const named = (value: string) => (lead.words.includes(value) ? 0 : 1);
      return field.options.map(({ value }) => value).filter((value) => value !== now).sort((a, b) => named(a) - named(b)).map((value) => plain({ kind: 'choice', value }));
    }
    case 'number': {
      const values = samples(field, lead.limits, read);
      const sorted = [...values].sort(compareDecimals);
      return values.map((text) => ({ entry: { kind: 'number', text, unit: null }, isEnd: text === sorted[0] || text === sorted.at(-1) }));
    }
    case 'list':
      return current ? [] : [plain({ kind: 'list', items: [] })];
    default:
      return [];
  }
}

/** So many of the values next to the present one come before the ends of the range. */
const nearestFirst = 2;

/** Each limit with its two neighbours, nearest to the present value first, and the ends of the range. */
function samples(field: NumberField, limits: readonly string[], now: string | null): readonly string[] {
  const [lowest, highest] = [field.minimum, field.maximum].map((end) => (end !== null && isDecimal(String(end)) ? String(end) : null));
  const near = limits.filter(isDecimal).flatMap((limit) => {
    const decimals = field.integer ? 0 : Math.max(decimalsOf(limit), now === null ? 0 : decimalsOf(now));
    return [0, -1, 1].map((by) => step(limit, by, decimals));
  });
  if (now !== null) near.sort((a, b) => distance(a, now) - distance(b, now));
  const isAllowed = (value: string) => (now === null || compareDecimals(value, now) !== 0)
    && (!lowest || compareDecimals(value, lowest) >= 0)
    && (!highest || compareDecimals(value, highest) <= 0);
  const kept: string[] = [];
  for (const value of [...near.slice(0, nearestFirst), highest, lowest, ...near.slice(nearestFirst)])
    if (value && isAllowed(value) && kept.every((other) => compareDecimals(other, value) !== 0)) kept.push(value);
  return kept;
}

/** The number that was read for a fact, in its own unit whatever was entered; null when it is unknown. */
export function valueRead(fact: string, rule: RuleResult, explanations: Explanations): string | null {
  const search = (node: Explanation): string | null => {
    if (node.kind === 'fact' && node.text === fact && node.state === 'known') {
      const digits = isExactNumber(node.value) ? node.value.digits : typeof node.value === 'number' ? String(node.value) : null;
      return digits !== null && isDecimal(digits) ? digits : null;
    }
    for (const child of node.children ?? []) {
      const found = search(child);
      if (found !== null) return found;
    }
    return null;
  };
  for (const node of [...(rule.explanation ? [rule.explanation] : []), ...Object.values(explanations)]) {
    const found = search(node);
    if (found !== null) return found;
  }
  return null;
}
