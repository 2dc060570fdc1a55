import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { sessionQuery } from '../../api/queries';
import { roleWords, type Session } from '../../model/session';
import { EmptyState } from '../../ui/EmptyState';
import { usePageTitle } from '../../ui/usePageTitle';
import { RequestError } from '../shell/RequestError';
import { NoAccountsPage } from './NoAccountsPage';
import { SignInLink } from './SignInLink';

interface Props {
  readonly title: string;
  readonly allows: (session: Session) => boolean;
  /** Whom the page is for, as the end of a sentence. */
  readonly whom: string;
  readonly children: (session: Session) => ReactNode;
}

/** A page that is not for everybody: says to the others why, and what to do. The server decides it once more with every request. */
export function Gate({ title, allows, whom, children }: Props) {
  const { data: session, error, refetch } = useQuery(sessionQuery);
  if (!session) return error ? <RequestError error={error} retry={() => { void refetch(); }} /> : <Skeleton height={420} maw={960} mx="auto" />;
  if (!session.hasStore) return <NoAccountsPage />;
  return allows(session) ? children(session) : <Closed title={title} whom={whom} session={session} />;
}

function Closed({ title, whom, session }: { title: string; whom: string; session: Session }) {
  usePageTitle(`${title} · BoneMets.Rules`);
  if (!session.name)
    return <EmptyState page icon="person" title={`${title}: sign in to see this`} actions={<SignInLink />}><p>It is for {whom}. Nobody is signed in, or the session has ended.</p></EmptyState>;
  return (
    <EmptyState page icon="person" title={`${title} is not open to you`}>
      <p>It is for {whom}. You are signed in as {session.name} ({roleWords(session.roles).toLowerCase()}). An administrator can give you another role.</p>
    </EmptyState>
  );
}
