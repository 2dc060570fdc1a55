import { retiredBy, retiredPart } from '../../model/retirement';
import { sentence } from '../../model/words';
import { Banner } from '../../ui/Banner';
import styles from './Releases.module.css';
import type { OutOfUse } from './useOutOfUse';

/** On the page of a workflow that gives no decision: why, by whom, since when, and what to do. */
export function OutOfUseBanner({ workflow, outOfUse }: { workflow: string; outOfUse: OutOfUse }) {
  const { blocked, reasons, partsOf } = outOfUse;
  return (
    <div role="alert" className={styles.place}>
      {blocked && (
        <Banner tone="bad" icon="stop" title="Out of use: it gives no decision">
          {reasons.length > 0 && <ul className={styles.reasons}>
            {reasons.map((retirement) => (
              <li key={retirement.id}>
                <p>{retiredPart(retirement, workflow, partsOf)} was taken out of use: <strong>{sentence(retirement.reason)}</strong></p>
                <p className={styles.by}>{sentence(retiredBy(retirement))}</p>
              </li>
            ))}
          </ul>}
          <p>Do not rely on decisions that it gave before. An administrator brings it back into use.</p>
        </Banner>
      )}
    </div>
  );
}
