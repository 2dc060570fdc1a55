import type { Problem } from '../../api/problem';
import type { LiveDecision } from './useDecision';

export const isOutOfUse = ({ problem }: LiveDecision): boolean => problem?.kind === 'retired';

const refusal: Problem = {
  kind: 'retired',
  title: 'This was taken out of use',
  status: 409,
  detail: 'no decision is given, because one without the part that was taken out of use could mislead; the reason stands above',
  traceId: null,
  errors: [],
};

/** What is out of use shows no decision, not even one from before. Where the list tells of it too, the page has the reason in words. The list of what is out of use may know it earlier than the next decision. */
export function withoutRetired(live: LiveDecision, listed: boolean): LiveDecision {
  const refused = isOutOfUse(live);
  if (!refused && !listed) return live;
  return { ...live, answer: null, current: false, problem: listed ? refusal : live.problem };
}
