import type { ReactNode } from 'react';
import styles from './EmptyState.module.css';
import { Icon, type IconName } from './Icon';

interface Props {
  readonly icon: IconName;
  readonly title: string;
  readonly actions?: ReactNode;
  /** It is all that the page shows. */
  readonly page?: boolean;
  readonly children: ReactNode;
}

/** Nothing to show: says why, and what to do about it. */
export function EmptyState({ icon, title, actions, page, children }: Props) {
  return (
    <div className={styles.empty}>
      <Icon name={icon} size={36} />
      {page ? <h1>{title}</h1> : <h2>{title}</h2>}
      {children}
      {actions && <div className={styles.actions}>{actions}</div>}
    </div>
  );
}
