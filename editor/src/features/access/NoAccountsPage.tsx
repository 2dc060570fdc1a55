import { Link } from '@tanstack/react-router';
import { EmptyState } from '../../ui/EmptyState';
import { usePageTitle } from '../../ui/usePageTitle';

/** A server of a folder: nobody can sign in. */
export function NoAccountsPage() {
  usePageTitle('No accounts · BoneMets.Rules');
  return (
    <EmptyState page icon="person" title="This server has no accounts" actions={<Link to="/">All workflows</Link>}>
      <p>It serves a folder, which everybody on this machine may read and nobody changes here. Start it without <code>--library</code> to work with accounts.</p>
    </EmptyState>
  );
}
