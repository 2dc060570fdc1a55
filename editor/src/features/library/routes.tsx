import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../../rootRoute';

const library = createRoute({
  getParentRoute: () => rootRoute,
  path: '/',
  validateSearch: ({ view }: Record<string, unknown>): { view?: 'graph' } => (view === 'graph' ? { view } : {}),
  component: lazyRouteComponent(() => import('./LibraryPage'), 'LibraryPage'),
});

export const libraryRoutes = [library] as const;
