import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../../rootRoute';

const workflow = createRoute({
  getParentRoute: () => rootRoute,
  path: '/workflows/$name',
  component: lazyRouteComponent(() => import('./TryItRoute'), 'TryItRoute'),
});

export const tryItRoutes = [workflow] as const;
