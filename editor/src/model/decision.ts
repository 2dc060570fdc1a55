import type { Explanation, Explanations } from './explanation';
import type { Value, ValueRange } from './value';

export type Status = 'complete' | 'incomplete' | 'failed';
export type Verdict = 'met' | 'notMet' | 'undetermined' | 'failed';
export type Urgency = 'emergency' | 'urgent' | 'routine' | 'info';
export type Strength = 'strong' | 'conditional' | 'consensus';

export interface Recommendation {
  readonly rule: string;
  readonly title?: string | null;
  readonly text?: string | null;
  readonly urgency?: Urgency | null;
  readonly strength?: Strength | null;
}

export interface Pending extends Recommendation {
  readonly missing: readonly string[];
}

export interface Withheld extends Recommendation {
  readonly by: readonly string[];
  readonly reason?: string | null;
}

export interface MissingFact {
  readonly fact: string;
  readonly label?: string | null;
  readonly unit?: string | null;
  readonly rules: readonly string[];
}

export interface Evidence {
  readonly source: string;
  readonly title?: string | null;
  readonly authors?: string | null;
  readonly publisher?: string | null;
  readonly year?: number | null;
  readonly doi?: string | null;
  readonly url?: string | null;
  readonly locator?: string | null;
  readonly verified?: boolean | null;
  /** How it was compared, or why not. */
  readonly note?: string | null;
}

export interface RuleResult {
  readonly name: string;
  readonly title?: string | null;
  readonly verdict: Verdict;
  readonly event?: string | null;
  readonly message?: string | null;
  readonly recommendation?: Omit<Recommendation, 'rule' | 'title'> | null;
  readonly evidence?: readonly Evidence[];
  readonly missing?: readonly string[];
  readonly error?: { readonly code: string; readonly message: string } | null;
  readonly explanation?: Explanation | null;
}

export interface Notice {
  readonly code: string;
  readonly message: string;
  readonly output?: string | null;
}

/** What the workflow states about its origin; to be shown with its advice. */
export interface DecisionSource {
  readonly title?: string;
  readonly intendedUse?: string;
  readonly developer?: string;
  readonly reviewDue?: string;
  /** There when `asOf` lies after `reviewDue`. */
  readonly reviewOverdue?: true;
}

export interface Decision {
  readonly workflow: string;
  readonly release?: string | number | null;
  readonly releaseStatus?: string | null;
  readonly hash: string;
  readonly engineVersion: string;
  readonly source?: DecisionSource | null;
  readonly decisionId: string;
  readonly asOf: string;
  readonly evaluatedAt: string;
  readonly status: Status;
  readonly recommendations: readonly Recommendation[];
  readonly pending: readonly Pending[];
  readonly withheld: readonly Withheld[];
  readonly missing: readonly MissingFact[];
  readonly verdicts: Readonly<Record<string, Verdict>>;
  readonly outputs: Readonly<Record<string, Value>>;
  readonly ranges?: Readonly<Record<string, ValueRange>> | null;
  readonly notices?: readonly Notice[] | null;
  readonly rules?: readonly RuleResult[] | null;
  readonly explanations?: Explanations | null;
}

export const ruleNamed = (decision: Decision, name: string): RuleResult | null =>
  decision.rules?.find((rule) => rule.name === name) ?? null;

export const ruleTitle = (decision: Decision, name: string): string => ruleNamed(decision, name)?.title ?? name;

/** One piece of advice in reading order: given now, or waiting for facts. */
export type Advice =
  | { readonly kind: 'given'; readonly item: Recommendation }
  | { readonly kind: 'pending'; readonly item: Pending };

/** An undecided emergency stands before everything that is not an emergency itself; the rest waits below. */
export function arrangeAdvice(decision: Decision): { first: Advice[]; waiting: Pending[] } {
  const isEmergency = (item: Recommendation) => item.urgency === 'emergency';
  const given = (items: readonly Recommendation[]) => items.map((item): Advice => ({ kind: 'given', item }));
  const { recommendations, pending } = decision;
  return {
    first: [
      ...given(recommendations.filter(isEmergency)),
      ...pending.filter(isEmergency).map((item): Advice => ({ kind: 'pending', item })),
      ...given(recommendations.filter((item) => !isEmergency(item))),
    ],
    waiting: pending.filter((item) => !isEmergency(item)),
  };
}

/** How many emergencies are neither met nor ruled out. */
export const openEmergencies = (decision: Decision): number =>
  decision.pending.filter(({ urgency }) => urgency === 'emergency').length;

/** Verdict counts, for one line of summary. */
export function countVerdicts(decision: Pick<Decision, 'verdicts'>): Readonly<Record<Verdict, number>> {
  const counts = { met: 0, notMet: 0, undetermined: 0, failed: 0 };
  for (const verdict of Object.values(decision.verdicts)) counts[verdict] += 1;
  return counts;
}
