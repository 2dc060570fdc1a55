import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { hasRole, type Session } from '../../model/session';
import { administrationPages } from '../../model/site';
import { Page } from '../../ui/Page';
import { Gate } from '../access/Gate';
import styles from './Administration.module.css';

interface Props {
  readonly title: string;
  readonly lead: string;
  readonly actions?: ReactNode;
  readonly children: (session: Session) => ReactNode;
}

/** What stands around the pages of administrators. */
export function AdministrationPage({ title, lead, actions, children }: Props) {
  return (
    <Gate title={title} allows={(session) => hasRole(session, 'administrator')} whom="administrators">
      {(session) => (
        <Page
          title={title}
          site="BoneMets.Rules"
          lead={lead}
          actions={actions}
          crumb={(
            <nav aria-label="Administration" className={styles.tabs}>
              {administrationPages.map((page) => <Link key={page.path} to={page.path} activeOptions={{ exact: true }} className={styles.tab}>{page.title}</Link>)}
            </nav>
          )}
        >
          {children(session)}
        </Page>
      )}
    </Gate>
  );
}
