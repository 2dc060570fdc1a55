import type { CaseView } from '../documents/casesDocument';
import { member, membersOf } from '../documents/json';
import { searchFor } from '../search';

/** One case as a replay found it. */
export interface ReplayedCase {
  readonly workflow: string;
  readonly id: string;
  readonly passed: boolean;
  readonly status: 'complete' | 'incomplete' | 'failed' | null;
  readonly differences: readonly CaseDifference[];
  /** Of a failed case: what it would have to expect. */
  readonly expect: Readonly<Record<string, unknown>> | null;
}

export interface CaseDifference {
  readonly subject: string;
  readonly expected: string;
  readonly actual: string;
}

export interface ReplayAnswer {
  readonly passed: number;
  readonly failed: number;
  readonly milliseconds: number;
  readonly workflows: readonly { readonly workflow: string; readonly passed: number; readonly failed: number; readonly hasErrors: boolean }[];
  readonly results: readonly ReplayedCase[];
}

export type CaseOutcome = 'passed' | 'failed' | 'notRun';

export interface ListedCase {
  readonly golden: CaseView;
  readonly outcome: CaseOutcome;
  readonly result: ReplayedCase | null;
  /** Names of the rules that it states. */
  readonly rules: readonly string[];
}

/** Cases in document order with what became of them; `results` are those of their workflow, null while it cannot be replayed. */
export function listCases(cases: readonly CaseView[], results: readonly ReplayedCase[] | null): readonly ListedCase[] {
  const byId = new Map(results?.map((result) => [result.id, result]));
  return cases.map((golden) => {
    const result = byId.get(golden.id) ?? null;
    const rules = membersOf(member(golden.expect, 'Rules')).map(({ key }) => key);
    return { golden, result, outcome: result ? (result.passed ? 'passed' : 'failed') : 'notRun', rules };
  });
}

/** Those that hold every word of a search in id, title, why, source, rules or tags, failed ones only where asked. */
export function filterCases(listed: readonly ListedCase[], search: string, failedOnly: boolean): readonly ListedCase[] {
  const found = searchFor(search);
  return listed.filter(({ golden: { id, title, why, source, tags }, rules, outcome }) =>
    (!failedOnly || outcome === 'failed') && found(id, title, why, source, ...tags, ...rules));
}

/** The difference about one stated thing: `rule X`, `output y`, `missing`, `events`. */
export const differenceAt = (result: ReplayedCase | null, subject: string): CaseDifference | null =>
  result?.differences.find((difference) => difference.subject === subject) ?? null;
