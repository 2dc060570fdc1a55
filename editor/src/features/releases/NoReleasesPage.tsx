import { Link } from '@tanstack/react-router';
import { EmptyState } from '../../ui/EmptyState';
import { usePageTitle } from '../../ui/usePageTitle';

/** A server of a folder: its content is whatever the folder holds. */
export function NoReleasesPage() {
  usePageTitle('Releases · BoneMets.Rules');
  return (
    <EmptyState page icon="book" title="This server has no releases" actions={<Link to="/">All workflows</Link>}>
      <p>It serves a folder as it is: what is saved there counts at once, and nothing is numbered or kept. Start it without <code>--library</code> to have releases, reviews and a log.</p>
    </EmptyState>
  );
}
