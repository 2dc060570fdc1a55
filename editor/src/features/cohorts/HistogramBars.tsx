import type { Histogram } from '../../model/cohorts/distribution';
import { barPercent, shareWords } from '../../model/cohorts/share';
import { withUnit } from '../../model/unit';
import { counts, plural } from '../../model/words';
import { Disclosure } from '../../ui/Disclosure';
import styles from './Results.module.css';

interface Props {
  readonly title: string;
  readonly unit: string | null;
  readonly histogram: Histogram;
  readonly summary: { readonly mean: string; readonly median: string; readonly range: string } | null;
  readonly isRounded: boolean;
}

/** Numbers in classes of equal width: as a picture with what it says in words, and as a table. */
export function HistogramBars({ title, unit, histogram: { bars, axis, median }, summary, isRounded }: Props) {
  const most = Math.max(...bars.map(({ count }) => count));
  const total = bars.reduce((sum, { count }) => sum + count, 0);
  const words = summary ? `median ${withUnit(summary.median, unit)}, mean ${withUnit(summary.mean, unit)}, ${withUnit(summary.range, unit)}` : '';
  return (
    <>
      <div className={styles.histogram}>
        <div className={styles.plot} role="img" aria-label={`${title} in ${plural(bars.length, 'class', 'classes')}: ${words}. The table below has the figures.`}>
          {bars.map(({ label, count }) => <span key={label} title={`${label}: ${counts.format(count)}`}><span style={{ height: `${barPercent(count, most)}%` }} data-none={count === 0 || undefined} /></span>)}
          <span className={styles.median} style={{ insetInlineStart: `${(median * 100).toFixed(2)}%` }} title="Median" />
        </div>
        <p className={styles.axis} aria-hidden="true">{axis.map((text, i) => <span key={i}>{i === 2 ? withUnit(text, unit) : text}</span>)}</p>
      </div>
      {isRounded && <p className={styles.soft}>There were so many different values that they were rounded to three digits before they were counted.</p>}
      <Disclosure plain summary="Figures" label={`Figures of ${title}`}>
        {() => (
          <table className={styles.figures}>
            <thead><tr><th scope="col">{withUnit('From, to below', unit)}</th><th scope="col">Count</th><th scope="col">Share</th></tr></thead>
            <tbody>{bars.map(({ label, count }) => <tr key={label}><th scope="row">{label}</th><td>{counts.format(count)}</td><td>{shareWords(count, total)}</td></tr>)}</tbody>
          </table>
        )}
      </Disclosure>
    </>
  );
}
