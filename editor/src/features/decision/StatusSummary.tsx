import { use } from 'react';
import type { Decision } from '../../model/decision';
import { statusWords, summarize } from '../../model/status';
import { Icon } from '../../ui/Icon';
import { BehindContext } from '../tryit/behind';
import { statusLooks } from './looks';
import styles from './StatusSummary.module.css';

interface Props {
  readonly decision: Decision;
  readonly milliseconds: number;
  /** Whether it is for exactly the facts on screen. */
  readonly current: boolean;
  /** Whether it can no longer be brought up to date: then it must not look like a result. */
  readonly outdated: boolean;
}

/** The first thing to read: how far the decision can be relied on, in colour, sign and words. */
export function StatusSummary({ decision, milliseconds, current, outdated }: Props) {
  const words = statusWords[decision.status];
  const look = statusLooks[decision.status];
  const isBehind = use(BehindContext);
  return (
    <div className={styles.summary} data-tone={outdated ? 'quiet' : look.tone}>
      <Icon name={look.icon} size={24} />
      <div>
        <p className={styles.title}><strong>{outdated ? `Before: ${words.title.toLowerCase()}` : words.title}</strong> <span>{summarize(decision)}</span></p>
        <p className={styles.text}>{words.text}</p>
      </div>
      <span className={styles.time} title="From request to answer, as this browser saw it">{current && !isBehind ? `${Math.max(1, Math.round(milliseconds))} ms` : '…'}</span>
    </div>
  );
}
