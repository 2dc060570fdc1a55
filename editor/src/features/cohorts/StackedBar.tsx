import { barPercent } from '../../model/cohorts/share';
import styles from './Results.module.css';

export interface Part {
  readonly label: string;
  readonly count: number;
  /** `open`: neither yes nor no, which has a pattern of its own. */
  readonly look: 'yes' | 'no' | 'open' | 'failed';
}

/** Shares of a whole beside each other; the words that go with it stand elsewhere. */
export function StackedBar({ parts, large }: { parts: readonly Part[]; large?: boolean }) {
  const total = parts.reduce((sum, { count }) => sum + count, 0);
  return (
    <span className={styles.stack} data-large={large || undefined} aria-hidden="true">
      {parts.filter(({ count }) => count > 0).map(({ label, count, look }) => <span key={label} data-look={look} title={label} style={{ flexGrow: barPercent(count, total) }} />)}
    </span>
  );
}

export const Swatch = ({ look }: { look: Part['look'] }) => <span className={styles.swatch} data-look={look} aria-hidden="true" />;
