import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { Button } from '@mantine/core';
import type { CohortCounts } from '../../api/generated';
import { barPercent, shareWords } from '../../model/cohorts/share';
import { isPerElement } from '../../model/cohorts/terms';
import { fold } from '../../model/grouping';
import { counts, humanize, plural } from '../../model/words';
import styles from './Results.module.css';

const few = 10;

/** Facts that would decide something and are not known, by how many patients lack them; each leads to these patients. */
export function MissingFacts({ id, data: { missing, undetermined, patients } }: { id: string; data: CohortCounts }) {
  const [all, setAll] = useState(false);
  const { shown, rest } = fold(missing, all ? missing.length : few);
  return (
    <section className={styles.section} aria-labelledby="missing">
      <div className={styles.head}>
        <h2 id="missing">Missing facts</h2>
        {undetermined > 0 && <p className={styles.soft}>{`${plural(undetermined, 'patient')} (${shareWords(undetermined, patients)}) ${undetermined === 1 ? 'lacks' : 'lack'} a fact that would decide something`}</p>}
      </div>
      {missing.length === 0 ? <p className={styles.card}>Nobody lacks a fact that would decide anything.</p> : (
        <div className={styles.card}>
          <ul className={styles.bars}>
            {shown.map(({ fact, label, patients: lacking }) => (
              <li key={fact}>
                <Link to="/cohorts/$id/undetermined" params={{ id }} search={{ fact }}>{label ?? humanize(fact.split('.').at(-1) ?? fact)}{isPerElement(fact) && ' (of some element)'}</Link>
                <span className={styles.figure}>{counts.format(lacking)}<span className="visually-hidden"> patients</span> <small>{shareWords(lacking, patients)}</small></span>
                <span className={styles.bar} data-look="open" aria-hidden="true"><span style={{ width: `${barPercent(lacking, patients)}%` }} /></span>
              </li>
            ))}
          </ul>
          <div className={styles.buttons}>
            {rest.length > 0 && <Button variant="subtle" size="xs" onClick={() => { setAll(true); }}>{`Show ${rest.length} more`}</Button>}
            <Link to="/cohorts/$id/undetermined" params={{ id }} search={{}}>All undetermined patients</Link>
          </div>
        </div>
      )}
    </section>
  );
}
