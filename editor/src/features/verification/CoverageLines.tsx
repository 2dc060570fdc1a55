import type { CoverageTotalsAnswer } from '../../api/generated';
import { linesOf } from '../../model/verification/coverage';
import { counts } from '../../model/words';
import styles from './Coverage.module.css';

/** How much of what there is to show the cases show. */
export function CoverageLines({ totals }: { totals: CoverageTotalsAnswer }) {
  return (
    <dl className={styles.lines}>
      {linesOf(totals).map(({ label, covered, total }) => (
        <div key={label} data-full={covered === total || undefined}>
          <dt>{label}</dt>
          <dd>
            <span className={styles.bar} aria-hidden="true"><span style={{ width: `${(100 * covered) / total}%` }} /></span>
            <span>{`${counts.format(covered)} of ${counts.format(total)}`}</span>
          </dd>
        </div>
      ))}
    </dl>
  );
}
