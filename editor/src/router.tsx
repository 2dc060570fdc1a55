import { createRouter } from '@tanstack/react-router';
import { accessRoutes } from './features/access/routes';
import { authoringRoutes } from './features/authoring/routes';
import { oneTimeSecret } from './features/access/secret';
import { administrationRoutes } from './features/administration/routes';
import { auditRoutes } from './features/audit/routes';
import { cohortRoutes } from './features/cohorts/routes';
import { feedbackRoutes } from './features/feedback/routes';
import { changesRoutes } from './features/changes/routes';
import { libraryRoutes } from './features/library/routes';
import { releaseRoutes } from './features/releases/routes';
import { notices } from './features/shell/notice';
import { PageError } from './features/shell/PageError';
import { tryItRoutes } from './features/tryit/routes';
import { rootRoute } from './rootRoute';

const routeTree = rootRoute.addChildren([
  ...libraryRoutes,
  ...tryItRoutes,
  ...releaseRoutes,
  ...auditRoutes,
  ...feedbackRoutes,
  ...cohortRoutes,
  ...administrationRoutes,
  ...accessRoutes,
  ...changesRoutes,
  ...authoringRoutes,
]);

export function createAppRouter() {
  // Before the router reads the address: it would keep the secret, and write it back.
  oneTimeSecret.take();
  const router = createRouter({ routeTree, scrollRestoration: true, defaultPreload: 'intent', defaultErrorComponent: PageError });
  router.subscribe('onBeforeNavigate', ({ toLocation }) => { notices.moved(toLocation.pathname); });
  return router;
}

declare module '@tanstack/react-router' {
  interface Register { router: ReturnType<typeof createAppRouter> }
}
