import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../../rootRoute';

const feedback = createRoute({
  getParentRoute: () => rootRoute,
  path: '/feedback',
  component: lazyRouteComponent(() => import('./FeedbackPage'), 'FeedbackPage'),
});

export const feedbackRoutes = [feedback] as const;
