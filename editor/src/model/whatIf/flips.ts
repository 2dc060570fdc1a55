import type { Verdict } from '../decision';
import { compareDecimals } from '../decimal';
import { entryWords } from '../facts/entryWords';
import type { Field } from '../facts/form';
import { withUnit } from '../unit';
import { listed } from '../words';
import type { Candidate } from './candidates';

/** A candidate with the verdict that the server gave for it; null where it refused the facts. */
export interface Tried {
  readonly candidate: Candidate;
  readonly verdict: Verdict | null;
}

/** Values of one fact with which the rule comes out otherwise. */
export interface Flip {
  readonly fact: string;
  readonly verdict: 'met' | 'notMet';
  /** "30 mL/min or more", "moderate or functional", "yes". */
  readonly values: string;
  /** The one to try first. */
  readonly nearest: Candidate;
}

/** What was found to change a verdict, in the order in which the facts were tried. Only values that the server decided are named. */
export function flipsAmong(before: Verdict, tried: readonly Tried[], now: (fact: string) => string | null): readonly Flip[] {
  const wanted: readonly ('met' | 'notMet')[] = before === 'undetermined' ? ['met', 'notMet'] : ['met'];
  const facts = [...new Set(tried.map(({ candidate }) => candidate.fact))];
  return facts.flatMap((fact) => {
    const of = tried.filter(({ candidate }) => candidate.fact === fact);
    return wanted.flatMap((verdict) => flipsOf(fact, verdict, of, now(fact)));
  });
}

function flipsOf(fact: string, verdict: 'met' | 'notMet', tried: readonly Tried[], now: string | null): readonly Flip[] {
  const hits = tried.filter((one) => one.verdict === verdict);
  const [first] = hits;
  if (!first) return [];
  const { field } = first.candidate;
  if (field.kind === 'number') return runs(verdict, tried, now).map(({ values, nearest }) => ({ fact, verdict, values: withUnitOf(field, values), nearest }));
  return [{ fact, verdict, values: listed(hits.map(({ candidate }) => entryWords(candidate.entry, candidate.field))), nearest: first.candidate }];
}

interface Run {
  readonly values: string;
  readonly nearest: Candidate;
}

const digitsOf = ({ entry }: Candidate) => (entry.kind === 'number' ? entry.text : '0');

/** Neighbouring values that all flip; a run that reaches the end of what can be tried is open there. */
function runs(verdict: Verdict, tried: readonly Tried[], now: string | null): readonly Run[] {
  const points = [...tried].sort((a, b) => compareDecimals(digitsOf(a.candidate), digitsOf(b.candidate)));
  const found: Run[] = [];
  let from = 0;
  while (from < points.length) {
    if (points[from]?.verdict !== verdict) { from += 1; continue; }
    let to = from;
    while (points[to + 1]?.verdict === verdict && !between(points[to], points[to + 1], now)) to += 1;
    const [low, high] = [points[from]?.candidate, points[to]?.candidate];
    if (low && high) found.push({ values: runWords(digitsOf(low), digitsOf(high), from === 0 && low.isEnd, to === points.length - 1 && high.isEnd), nearest: nearer(low, high, now) });
    from = to + 1;
  }
  return found;
}

const between = (a: Tried | undefined, b: Tried | undefined, now: string | null): boolean =>
  Boolean(a && b && now !== null && compareDecimals(digitsOf(a.candidate), now) < 0 && compareDecimals(digitsOf(b.candidate), now) > 0);

const nearer = (low: Candidate, high: Candidate, now: string | null) => (now !== null && compareDecimals(digitsOf(high), now) < 0 ? high : low);

function runWords(low: string, high: string, openLow: boolean, openHigh: boolean): string {
  if (low === high) return low;
  if (openLow && openHigh) return 'any value';
  if (openHigh) return `${low} or more`;
  return openLow ? `${high} or less` : `${low} to ${high}`;
}

/** The unit behind the number: "30 mL/min or more". */
function withUnitOf(field: Field, words: string): string {
  if (field.kind !== 'number' || !/^[\d-]/.test(words)) return words;
  const [, value = words, rest = ''] = /^(.*?)( or more| or less)?$/.exec(words) ?? [];
  return `${withUnit(value, field.unit)}${rest}`;
}
