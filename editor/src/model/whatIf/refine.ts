import type { Verdict } from '../decision';
import { compareDecimals, distance, middle } from '../decimal';
import type { Candidate } from './candidates';
import type { Tried } from './flips';

interface Point {
  readonly digits: string;
  readonly verdict: Verdict | null;
}

/**
 * Where a rule turns between two numbers that were tried, the number half way between: the limit of a fact that is calculated with before it
 * is compared stands in no condition, but is found so. Null when every turn is known to the last place.
 */
export function betweenTried(before: Verdict, tried: readonly Tried[], now: (fact: string) => string | null): Candidate | null {
  const facts = [...new Set(tried.map(({ candidate }) => candidate.fact))];
  for (const fact of facts) {
    const of = tried.filter(({ candidate }) => candidate.fact === fact);
    const example = of[0]?.candidate;
    if (example?.entry.kind !== 'number') continue;
    const value = turn(before, of, now(fact));
    if (value !== null) return { ...example, entry: { ...example.entry, text: value }, isEnd: false };
  }
  return null;
}

function turn(before: Verdict, tried: readonly Tried[], now: string | null): string | null {
  const points = [...tried.map(pointOf), ...(now === null ? [] : [{ digits: now, verdict: before }])].sort((a, b) => compareDecimals(a.digits, b.digits));
  const pairs = points.flatMap((low, i) => {
    const high = points[i + 1];
    const flips = high && low.verdict !== high.verdict && low.verdict !== null && high.verdict !== null && [low, high].some(({ verdict }) => verdict === 'met' || (before === 'undetermined' && verdict === 'notMet'));
    const value = flips ? middle(low.digits, high.digits) : null;
    return value === null ? [] : [value];
  });
  return (now === null ? pairs : pairs.sort((a, b) => distance(a, now) - distance(b, now)))[0] ?? null;
}

const pointOf = ({ candidate: { entry }, verdict }: Tried): Point => ({ digits: entry.kind === 'number' ? entry.text : '0', verdict });
