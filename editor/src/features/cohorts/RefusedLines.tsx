import type { CohortCounts } from '../../api/generated';
import { barPercent, shareWords } from '../../model/cohorts/share';
import { counts, plural, sentence } from '../../model/words';
import styles from './Results.module.css';

/** Lines that could not be read, by what is wrong with them. */
export function RefusedLines({ data: { errors, refused, patients } }: { data: CohortCounts }) {
  const most = errors[0]?.patients ?? 0;
  return (
    <section className={styles.section} aria-labelledby="refused">
      <div className={styles.head}>
        <h2 id="refused">Not read</h2>
        {refused > 0 && <p className={styles.soft}>{`${plural(refused, 'patient')} (${shareWords(refused, patients)})`}</p>}
      </div>
      {refused === 0 ? <p className={styles.card}>Every line could be read.</p> : (
        <div className={styles.card}>
          <ul className={styles.bars}>
            {errors.map(({ code, title, patients: with_ }) => (
              <li key={code}>
                <span>{sentence(title).replace(/\.$/, '')} <code>{code}</code></span>
                <span className={styles.figure}>{counts.format(with_)}<span className="visually-hidden"> patients</span></span>
                <span className={styles.bar} data-look="no" aria-hidden="true"><span style={{ width: `${barPercent(with_, most)}%` }} /></span>
              </li>
            ))}
          </ul>
          <p className={styles.soft}>The downloads say for each of them which value of which column it is, and what to do.</p>
        </div>
      )}
    </section>
  );
}
