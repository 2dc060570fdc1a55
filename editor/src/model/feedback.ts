import type { FeedbackCountAnswer } from '../api/generated';
import { gather, localName } from './grouping';
import { humanize } from './words';

interface Outcomes {
  readonly accepted: number;
  readonly overridden: number;
}

/** How the cards of one rule, or of one other kind, fared. */
export interface RuleFeedback extends Outcomes {
  readonly key: string;
  readonly title: string;
  /** As decisions name it; null for cards that stand for no single rule. */
  readonly rule: string | null;
  readonly service: string;
  /** The newest first; null for a served folder. */
  readonly releases: readonly (Outcomes & { readonly release: number | null })[];
  /** The most frequent first; those without one are told as "no reason given". */
  readonly reasons: readonly { readonly words: string; readonly count: number }[];
}

const kinds: Readonly<Record<string, string>> = { pending: 'What is not decided yet', data: 'What the data do not say', deceased: 'The patient has died', relevance: 'Nothing that concerns the patient' };

/** What the cards were about: the rule in words, or what a card without a rule stands for. */
const titleOf = ({ known, kind, rule }: FeedbackCountAnswer) => {
  if (!known) return 'Cards that this server did not give';
  return rule === null ? (kinds[kind ?? ''] ?? humanize(kind ?? 'card')) : humanize(localName(rule));
};

const reasonWords = ({ reason }: FeedbackCountAnswer) => (reason === null ? 'no reason given' : (reason.display ?? humanize(reason.code)).toLowerCase());

function tally(counts: readonly FeedbackCountAnswer[]): Outcomes {
  const sum = (outcome: string) => counts.filter((count) => count.outcome === outcome).reduce((total, { count }) => total + count, 0);
  return { accepted: sum('accepted'), overridden: sum('overridden') };
}

/** What is overridden most often first: that is where a rule may not fit those whom it is shown to. */
export function byRule(counts: readonly FeedbackCountAnswer[]): readonly RuleFeedback[] {
  const groups = gather(counts, ({ service, known, kind, rule }) => JSON.stringify([service, known, kind, rule]));
  return [...groups].flatMap(([key, group]) => {
    const [first] = group;
    if (!first) return [];
    const releases = [...gather(group, ({ release }) => release)].map(([release, of]) => ({ release, ...tally(of) })).sort((a, b) => (b.release ?? 0) - (a.release ?? 0));
    const reasons = [...gather(group.filter(({ outcome }) => outcome === 'overridden'), reasonWords)]
      .map(([words, of]) => ({ words, count: of.reduce((total, { count }) => total + count, 0) })).sort((a, b) => b.count - a.count);
    return [{ key, title: titleOf(first), rule: first.rule, service: first.service, ...tally(group), releases, reasons }];
  }).sort((a, b) => b.overridden - a.overridden || b.accepted - a.accepted);
}

/** Of all that was reported, rounded down so that 100 is all of it. */
export const overriddenPercent = ({ accepted, overridden }: Outcomes): number => (accepted + overridden === 0 ? 0 : Math.floor((100 * overridden) / (accepted + overridden)));
