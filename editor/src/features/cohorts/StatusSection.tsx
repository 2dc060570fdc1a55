import type { CohortCounts } from '../../api/generated';
import { shareWords } from '../../model/cohorts/share';
import { counts } from '../../model/words';
import styles from './Results.module.css';
import { StackedBar, Swatch, type Part } from './StackedBar';

/** Every patient in one of four ways: decided, with something undetermined, failed, or not read at all. */
export function StatusSection({ data: { patients, refused, statuses } }: { data: CohortCounts }) {
  const parts: readonly (Part & { readonly text: string })[] = [
    { label: 'Decided', count: statuses.complete, look: 'yes', text: 'Every rule could be decided.' },
    { label: 'Something undetermined', count: statuses.incomplete, look: 'open', text: 'A fact is missing that would decide some rule. That is no “no”.' },
    { label: 'Failed', count: statuses.failed, look: 'failed', text: 'A rule could not be calculated. Do not rely on these.' },
    { label: 'Not read', count: refused, look: 'no', text: 'What stands in their line is refused, so that nothing is guessed.' },
  ];
  return (
    <section className={styles.section} aria-labelledby="decisions">
      <div className={styles.head}><h2 id="decisions">Decisions</h2><p className={styles.soft}>{counts.format(patients)} patients</p></div>
      <div className={styles.card}>
        <StackedBar parts={parts} large />
        <dl className={styles.tiles}>
          {parts.filter(({ count, look }) => count > 0 || look !== 'failed').map(({ label, count, look, text }) => (
            <div key={label}>
              <dt><Swatch look={look} />{label}</dt>
              <dd><strong>{counts.format(count)}</strong> <span>{shareWords(count, patients)}</span><small>{text}</small></dd>
            </div>
          ))}
        </dl>
      </div>
    </section>
  );
}
