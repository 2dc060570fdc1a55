import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { readFilter } from '../../model/changes/changeList';
import { rootRoute } from '../../rootRoute';

/** The list; the page of one change stands inside its workspace. */
const changes = createRoute({
  getParentRoute: () => rootRoute,
  path: '/changes',
  validateSearch: readFilter,
  component: lazyRouteComponent(() => import('./ChangesPage'), 'ChangesPage'),
});

export const changesRoutes = [changes] as const;
