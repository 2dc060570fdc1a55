import { createRootRoute, createRoute, createRouter } from '@tanstack/react-router';
import { AccountPage } from './features/access/AccountPage';
import { oneTimeSecret } from './features/access/secret';
import { SignInPage } from './features/access/SignInPage';
import { WelcomePage } from './features/access/WelcomePage';
import { LibraryPage } from './features/library/LibraryPage';
import { NotFoundPage } from './features/shell/NotFoundPage';
import { notices } from './features/shell/notice';
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

const welcome = createRoute({ getParentRoute: () => root, path: oneTimeSecret.path, component: WelcomePage });

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: ({ next }: Record<string, unknown>): { next?: string } => (typeof next === 'string' ? { next } : {}),
  component: function SignInRoute() {
    return <SignInPage next={signIn.useSearch().next} />;
  },
});

const account = createRoute({ getParentRoute: () => root, path: '/account', component: AccountPage });

export function createAppRouter() {
  // Before the router reads the address: it would keep the secret, and write it back.
  oneTimeSecret.take();
  const router = createRouter({ routeTree: root.addChildren([library, workflow, welcome, signIn, account]), scrollRestoration: true, defaultPreload: 'intent' });
  router.subscribe('onBeforeNavigate', ({ toLocation }) => { notices.moved(toLocation.pathname); });
  return router;
}

declare module '@tanstack/react-router' {
  interface Register { router: ReturnType<typeof createAppRouter> }
}
