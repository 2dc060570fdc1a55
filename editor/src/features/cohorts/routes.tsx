import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../../rootRoute';

const cohorts = createRoute({
  getParentRoute: () => rootRoute,
  path: '/cohorts',
  component: lazyRouteComponent(() => import('./CohortsPage'), 'CohortsPage'),
});

const cohort = createRoute({
  getParentRoute: () => rootRoute,
  path: '/cohorts/$id',
  component: lazyRouteComponent(() => import('./CohortRoute'), 'CohortRoute'),
});

const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : null);

const undetermined = createRoute({
  getParentRoute: () => rootRoute,
  path: '/cohorts/$id/undetermined',
  validateSearch: (search: Record<string, unknown>): { fact?: string; after?: string } => {
    const [fact, after] = [text(search.fact), text(search.after)];
    return { ...(fact ? { fact } : {}), ...(after ? { after } : {}) };
  },
  component: lazyRouteComponent(() => import('./UndeterminedRoute'), 'UndeterminedRoute'),
});

export const cohortRoutes = [cohorts, cohort, undetermined] as const;
