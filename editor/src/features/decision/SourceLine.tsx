import { day } from '../../model/moment';
import type { DecisionSource } from '../../model/decision';
import { Banner } from '../../ui/Banner';
import styles from './SourceLine.module.css';

/** What the workflow says about itself belongs beside its advice, and before all that its review is overdue. */
export function SourceLine({ source }: { source: DecisionSource | null | undefined }) {
  if (!source) return null;
  const { title, intendedUse, developer, reviewDue, reviewOverdue } = source;
  const origin = [developer && `By ${developer}`, reviewDue && !reviewOverdue && `Review due ${day(reviewDue)}`].filter(Boolean).join(' · ');
  return (
    <div className={styles.source}>
      {reviewOverdue && (
        <Banner tone="warn" icon="clock" title="The review of this content is overdue">
          <p>{reviewDue ? `It was due on ${day(reviewDue)}. ` : ''}What is advised may no longer be the state of knowledge: compare it with the current sources.</p>
        </Banner>
      )}
      {(title || origin) && <p className={styles.origin}>{title && <strong>{title}</strong>}{title && origin && ' · '}{origin}</p>}
      {intendedUse && <p><span className={styles.label}>Intended use:</span> {intendedUse}</p>}
    </div>
  );
}
