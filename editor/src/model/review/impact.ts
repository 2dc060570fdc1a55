/** Words for the ways in which decisions differ, the gravest first, as the server orders them too. */
export const impactKinds: Readonly<Record<string, { readonly words: string; readonly text: string; readonly grave: boolean }>> = {
  noDecision: { words: 'Decision only on one side', text: 'Before or after there is no decision at all.', grave: true },
  newlyRecommended: { words: 'Newly recommended', text: 'It was not recommended before.', grave: true },
  noLongerRecommended: { words: 'No longer recommended', text: 'It was recommended before.', grave: true },
  otherUrgency: { words: 'Another urgency', text: 'Recommended before and after, with another urgency.', grave: true },
  otherText: { words: 'Other words', text: 'Recommended before and after, in other words or with other figures.', grave: false },
  newlyWithheld: { words: 'Newly withheld', text: 'Another rule holds it back now.', grave: true },
  noLongerWithheld: { words: 'No longer withheld', text: 'No rule holds it back any more.', grave: false },
  otherVerdict: { words: 'Another verdict', text: 'The rule is decided otherwise.', grave: false },
  otherValue: { words: 'Another value', text: 'A value in between differs.', grave: false },
};

const order = Object.keys(impactKinds);

export const impactWords = (kind: string): string => impactKinds[kind]?.words ?? kind;

/** The gravest kinds first, then what concerns most patients. */
export const byGravity = <T extends { readonly kind: string; readonly count: number; readonly workflow: string; readonly subject: string }>(groups: readonly T[]): readonly T[] =>
  groups.toSorted((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind) || b.count - a.count || `${a.workflow} ${a.subject}`.localeCompare(`${b.workflow} ${b.subject}`, 'en'));

/** Who a patient of the impact is. */
export type Origin = { readonly kind: 'case'; readonly id: string } | { readonly kind: 'decision'; readonly id: string } | { readonly kind: 'other'; readonly id: string };

/** `case mirels-limit-9`, `decision 0198…`. */
export function originOf(origin: string): Origin {
  const [, kind, id] = /^(case|decision) (.+)$/.exec(origin) ?? [];
  return (kind === 'case' || kind === 'decision') && id !== undefined ? { kind, id } : { kind: 'other', id: origin };
}
