import { useId, type ReactNode } from 'react';
import styles from './Section.module.css';

/** A titled part of a panel. */
export function Section({ title, count, note, children }: { title: string; count?: number; note?: ReactNode; children: ReactNode }) {
  const id = useId();
  return (
    <section className={styles.section} aria-labelledby={id}>
      <div className={styles.head}>
        <h3 id={id}>{title}</h3>
        {count !== undefined && <span className={styles.count}>{count}</span>}
        {note && <p className={styles.note}>{note}</p>}
      </div>
      {children}
    </section>
  );
}
