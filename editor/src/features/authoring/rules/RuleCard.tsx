import { useId, type ReactNode } from 'react';
import styles from './Rules.module.css';

/** A part of the page of a rule. */
export function RuleCard({ title, note, action, children }: { title: string; note?: ReactNode; action?: ReactNode; children?: ReactNode }) {
  const id = useId();
  return (
    <section className={styles.card} aria-labelledby={id}>
      <div className={styles.cardHead}>
        <h3 id={id}>{title}</h3>
        {action}
      </div>
      {note && <p className={styles.note}>{note}</p>}
      {children}
    </section>
  );
}
