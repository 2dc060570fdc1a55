import { createRootRoute, createRoute, createRouter } from '@tanstack/react-router';
import { LibraryPage } from './features/library/LibraryPage';
import { NotFoundPage } from './features/shell/NotFoundPage';
import { Shell } from './features/shell/Shell';
import { TryItPage } from './features/tryit/TryItPage';

const root = createRootRoute({ component: Shell, notFoundComponent: NotFoundPage });

const library = createRoute({ getParentRoute: () => root, path: '/', component: LibraryPage });

const workflow = createRoute({
  getParentRoute: () => root,
  path: '/workflows/$name',
  component: function WorkflowRoute() {
    const { name } = workflow.useParams();
    return <TryItPage key={name} name={name} />;
  },
});

export const createAppRouter = () =>
  createRouter({ routeTree: root.addChildren([library, workflow]), scrollRestoration: true, defaultPreload: 'intent' });

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createAppRouter>;
  }
}
