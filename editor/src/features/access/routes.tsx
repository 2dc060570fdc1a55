import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../../rootRoute';
import { oneTimeSecret } from './secret';

const welcome = createRoute({
  getParentRoute: () => rootRoute,
  path: oneTimeSecret.path,
  component: lazyRouteComponent(() => import('./WelcomePage'), 'WelcomePage'),
});

const signIn = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sign-in',
  validateSearch: ({ next }: Record<string, unknown>): { next?: string } => (typeof next === 'string' ? { next } : {}),
  component: lazyRouteComponent(() => import('./SignInPage'), 'SignInPage'),
});

const account = createRoute({
  getParentRoute: () => rootRoute,
  path: '/account',
  component: lazyRouteComponent(() => import('./AccountPage'), 'AccountPage'),
});

export const accessRoutes = [welcome, signIn, account] as const;
