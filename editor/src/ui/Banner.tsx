import type { ReactNode } from 'react';
import styles from './Banner.module.css';
import { Icon, type IconName } from './Icon';

interface Props {
  readonly tone: 'good' | 'info' | 'warn' | 'bad';
  readonly icon: IconName;
  readonly title: string;
  readonly action?: ReactNode;
  /** Announced at once; use it for what appears by itself. */
  readonly alert?: boolean;
  readonly children?: ReactNode;
}

export function Banner({ tone, icon, title, action, alert, children }: Props) {
  return (
    <div className={styles.banner} data-tone={tone} role={alert ? 'alert' : undefined}>
      <Icon name={icon} size={20} />
      <div className={styles.body}>
        <p className={styles.title}>{title}</p>
        {children}
      </div>
      {action && <div className={styles.action}>{action}</div>}
    </div>
  );
}
