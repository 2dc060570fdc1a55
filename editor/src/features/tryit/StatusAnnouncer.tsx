import type { Decision } from '../../model/decision';
import { statusWords, summarize } from '../../model/status';
import { useSettled } from '../../ui/useSettled';

/** Tells screen readers what changed, once typing has come to rest. */
export function StatusAnnouncer({ decision }: { decision: Decision | null }) {
  const sentence = useSettled(decision ? `Decision ${statusWords[decision.status].title.toLowerCase()}: ${summarize(decision)}.` : '', 700);
  return <p className="visually-hidden" role="status" aria-live="polite">{sentence}</p>;
}
