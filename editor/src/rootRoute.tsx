import { createRootRoute } from '@tanstack/react-router';
import { NotFoundPage } from './features/shell/NotFoundPage';
import { Shell } from './features/shell/Shell';

/** What every page stands in. The routes of a feature stand with it, in its `routes.tsx`. */
export const rootRoute = createRootRoute({ component: Shell, notFoundComponent: NotFoundPage });
