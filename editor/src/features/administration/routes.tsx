import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { rootRoute } from '../../rootRoute';

const administration = createRoute({
  getParentRoute: () => rootRoute,
  path: '/administration',
  beforeLoad: () => { throw redirect({ to: '/administration/users', replace: true }); },
});

const users = createRoute({
  getParentRoute: () => rootRoute,
  path: '/administration/users',
  component: lazyRouteComponent(() => import('./UsersPage'), 'UsersPage'),
});

const keys = createRoute({
  getParentRoute: () => rootRoute,
  path: '/administration/keys',
  component: lazyRouteComponent(() => import('./KeysPage'), 'KeysPage'),
});

const outOfUse = createRoute({
  getParentRoute: () => rootRoute,
  path: '/administration/out-of-use',
  component: lazyRouteComponent(() => import('./OutOfUsePage'), 'OutOfUsePage'),
});

export const administrationRoutes = [administration, users, keys, outOfUse] as const;
