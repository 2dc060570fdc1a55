import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { sessionQuery } from '../../api/queries';
import { EmptyState } from '../../ui/EmptyState';
import { usePageTitle } from '../../ui/usePageTitle';
import { RequestError } from '../shell/RequestError';
import { NoAccountsPage } from './NoAccountsPage';
import { oneTimeSecret } from './secret';
import { WelcomeForm } from './WelcomeForm';

/** Where a one-time link leads: choose a password, and be signed in. */
export function WelcomePage() {
  usePageTitle('Welcome · BoneMets.Rules');
  const { data: session, error, refetch } = useQuery(sessionQuery);
  const [secret, setSecret] = useState(oneTimeSecret.take);
  // A second link that is opened in the same tab changes only what stands behind the `#`.
  useEffect(() => {
    const again = () => { setSecret(oneTimeSecret.take()); };
    window.addEventListener('hashchange', again);
    return () => { window.removeEventListener('hashchange', again); };
  }, []);

  if (!session) return error ? <RequestError error={error} retry={() => { void refetch(); }} /> : <Skeleton height={420} maw={448} mx="auto" />;
  if (!session.hasStore) return <NoAccountsPage />;
  if (!secret)
    return (
      <EmptyState page icon="person" title="Open the whole link" actions={<Link to="/sign-in" search={{}}>Sign in</Link>}>
        <p>This page needs the secret that stands at the end of a one-time link, behind <code>#</code>. It is kept nowhere, so after a reload the link has to be opened again. If you have a password already, sign in.</p>
      </EmptyState>
    );
  return <WelcomeForm key={secret} secret={secret} session={session} />;
}
