import type { ReactNode } from 'react';
import { usePageTitle } from '../../ui/usePageTitle';
import styles from './Access.module.css';

/** A page that is one small form. */
export function AccessCard({ title, lead, children }: { title: string; lead?: ReactNode; children: ReactNode }) {
  usePageTitle(`${title} · BoneMets.Rules`);
  return (
    <div className={styles.page}>
      <section className={styles.card} aria-labelledby="access-title">
        <div className={styles.head}>
          <h1 id="access-title">{title}</h1>
          {lead && <p>{lead}</p>}
        </div>
        {children}
      </section>
    </div>
  );
}
