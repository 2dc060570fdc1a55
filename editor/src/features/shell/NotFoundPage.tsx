import { Link } from '@tanstack/react-router';
import { EmptyState } from '../../ui/EmptyState';
import { usePageTitle } from '../../ui/usePageTitle';

export function NotFoundPage() {
  usePageTitle('Not found · BoneMets.Rules');
  return (
    <EmptyState page icon="search" title="There is no page at this address" actions={<Link to="/">All workflows</Link>}>
      <p>It may have been renamed. All workflows can be reached from the start page.</p>
    </EmptyState>
  );
}
