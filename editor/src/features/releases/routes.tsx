import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../../rootRoute';
import { wholeNumber } from '../../model/wholeNumber';

const releases = createRoute({
  getParentRoute: () => rootRoute,
  path: '/releases',
  component: lazyRouteComponent(() => import('./ReleasesPage'), 'ReleasesPage'),
});

const release = createRoute({
  getParentRoute: () => rootRoute,
  path: '/releases/$number',
  validateSearch: (search: Record<string, unknown>): { with?: number } => {
    const other = wholeNumber(search.with);
    return other === null ? {} : { with: other };
  },
  component: lazyRouteComponent(() => import('./ReleaseRoute'), 'ReleaseRoute'),
});

export const releaseRoutes = [releases, release] as const;
