import type { ReactNode } from 'react';
import styles from './RowList.module.css';

/** Things of one kind below each other. `data-row-link` on a link in a row makes all of that row lead there. */
export function RowList({ label, children }: { label?: string; children: ReactNode }) {
  return <ul className={styles.list} aria-label={label}>{children}</ul>;
}

interface RowProps {
  /** The first of it is the name of the thing. */
  readonly title: ReactNode;
  readonly actions?: ReactNode;
  /** It is over, or away. */
  readonly quiet?: boolean;
  readonly children?: ReactNode;
}

export function Row({ title, actions, quiet, children }: RowProps) {
  return (
    <li className={styles.row} data-quiet={quiet || undefined}>
      <div className={styles.main}>
        <div className={styles.title}>{title}</div>
        {children}
      </div>
      {actions && <div className={styles.actions}>{actions}</div>}
    </li>
  );
}

/** What else there is to know about a row, in a lower voice. */
export function RowNote({ children }: { children: ReactNode }) {
  return <p className={styles.soft}>{children}</p>;
}
