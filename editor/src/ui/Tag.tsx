import type { ReactNode } from 'react';
import { Icon, type IconName } from './Icon';
import styles from './Tag.module.css';

export type Tone = 'good' | 'warn' | 'bad' | 'urgent' | 'info' | 'quiet' | 'plain';

/** A short word with a tone; the icon and the word carry the meaning, the colour only helps. */
export function Tag({ tone = 'quiet', icon, wrap, title, children }: { tone?: Tone; icon?: IconName; wrap?: boolean; title?: string; children: ReactNode }) {
  return (
    <span className={styles.tag} data-tone={tone} data-wrap={wrap || undefined} title={title}>
      {icon && <Icon name={icon} size={14} />}
      {children}
    </span>
  );
}
