import { useQuery } from '@tanstack/react-query';
import { Link, Outlet } from '@tanstack/react-router';
import { libraryQuery } from '../../api/queries';
import { AccountMenu } from '../access/AccountMenu';
import { Commands } from '../commands/Commands';
import { ReleaseBadge } from '../releases/ReleaseBadge';
import { ColorSchemeMenu } from './ColorSchemeMenu';
import { ConnectionBanner } from './ConnectionBanner';
import { MainNav } from './MainNav';
import { NoticeBanner } from './NoticeBanner';
import { useFocusAfterDialogs } from '../../ui/useFocusAfterDialogs';
import styles from './Shell.module.css';
import { StaleLibraryBanner } from './StaleLibraryBanner';
import { useNewContent } from './useNewContent';

/** What stands around every page: name, release status, intended use, and trouble that concerns all of it. */
export function Shell() {
  const { data: library } = useQuery(libraryQuery);
  useNewContent(library?.library.hash);
  useFocusAfterDialogs();
  const status = library?.library.releaseStatus ?? null;
  return (
    <>
      <a className="skip-link" href="#main">Skip to content</a>
      <header className={styles.header} data-no-print>
        <div className={styles.bar}>
          <Link to="/" activeOptions={{ exact: true }} className={styles.brand}>
            <img src="/favicon.svg" width={28} height={28} alt="" />
            <span>BoneMets<span>.Rules</span></span>
          </Link>
          <MainNav />
          <div className={styles.spacer} />
          <span className={styles.badge}><ReleaseBadge status={status} /></span>
          <Commands />
          <AccountMenu />
          <ColorSchemeMenu />
        </div>
      </header>
      <aside className={styles.notice} aria-label="Intended use" data-no-print>
        {/* Where the bar is too narrow for it, the badge stands here. */}
        <div><ReleaseBadge status={status} /></div>
        <p>For healthcare professionals; shows published guidance with its sources; it proposes, it does not decide.</p>
      </aside>
      <main id="main" tabIndex={-1} className={styles.main}>
        <div className={styles.banners} data-no-print>
          <NoticeBanner />
          <ConnectionBanner />
          {library?.library.status === 'stale' && <StaleLibraryBanner diagnostics={library.diagnostics} />}
        </div>
        <Outlet />
      </main>
    </>
  );
}
