import type { ReactNode } from 'react';
import styles from './Page.module.css';
import { usePageTitle } from './usePageTitle';

interface Props {
  readonly title: string;
  /** Whose page it is, behind the title in the browser's tab. */
  readonly site: string;
  readonly lead?: ReactNode;
  /** Where the page belongs, above its title. */
  readonly crumb?: ReactNode;
  /** Short words beside the title. */
  readonly tags?: ReactNode;
  readonly actions?: ReactNode;
  readonly wide?: boolean;
  readonly children: ReactNode;
}

/** A page with its title, what it is for, and what can be done on it. */
export function Page({ title, site, lead, crumb, tags, actions, wide, children }: Props) {
  usePageTitle(`${title} · ${site}`);
  return (
    <div className={styles.page} data-wide={wide || undefined}>
      {crumb && <div className={styles.crumb}>{crumb}</div>}
      <div className={styles.head}>
        <div className={styles.words}>
          <div className={styles.title}><h1>{title}</h1>{tags}</div>
          {lead && <p>{lead}</p>}
        </div>
        {actions && <div className={styles.actions}>{actions}</div>}
      </div>
      {children}
    </div>
  );
}
