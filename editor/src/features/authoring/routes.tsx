import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../../rootRoute';

/** The documents of a change, or `live`. */
const workspace = createRoute({
  getParentRoute: () => rootRoute,
  path: '/changes/$change',
  component: lazyRouteComponent(() => import('./WorkspaceRoute'), 'WorkspaceRoute'),
});

const change = createRoute({
  getParentRoute: () => workspace,
  path: '/',
  component: lazyRouteComponent(() => import('../changes/ChangePage'), 'ChangePage'),
});

const review = createRoute({
  getParentRoute: () => workspace,
  path: '/review',
  component: lazyRouteComponent(() => import('../review/ReviewPage'), 'ReviewPage'),
});

const document = createRoute({
  getParentRoute: () => workspace,
  path: '/documents/$',
  component: lazyRouteComponent(() => import('./DocumentRoute'), 'DocumentRoute'),
});

const facts = createRoute({
  getParentRoute: () => workspace,
  path: '/facts/$schema',
  component: lazyRouteComponent(() => import('./facts/FactSchemaRoute'), 'FactSchemaRoute'),
});

const evidence = createRoute({
  getParentRoute: () => workspace,
  path: '/evidence',
  component: lazyRouteComponent(() => import('./evidence/EvidencePage'), 'EvidencePage'),
});

const workflow = createRoute({
  getParentRoute: () => workspace,
  path: '/workflows/$folder',
  component: lazyRouteComponent(() => import('./WorkflowRoute'), 'WorkflowRoute'),
});

const about = createRoute({
  getParentRoute: () => workflow,
  path: '/',
  component: lazyRouteComponent(() => import('./about/AboutPage'), 'AboutPage'),
});

const parameters = createRoute({
  getParentRoute: () => workflow,
  path: '/parameters',
  component: lazyRouteComponent(() => import('./parameters/ParametersPage'), 'ParametersPage'),
});

const rule = createRoute({
  getParentRoute: () => workflow,
  path: '/rules/$rule',
  component: lazyRouteComponent(() => import('./rules/RuleRoute'), 'RuleRoute'),
});

const table = createRoute({
  getParentRoute: () => workflow,
  path: '/tables/$table',
  component: lazyRouteComponent(() => import('./tables/TableRoute'), 'TableRoute'),
});

const score = createRoute({
  getParentRoute: () => workflow,
  path: '/scores/$score',
  component: lazyRouteComponent(() => import('./scores/ScoreRoute'), 'ScoreRoute'),
});

const text = createRoute({
  getParentRoute: () => workflow,
  path: '/text',
  component: lazyRouteComponent(() => import('./text/WorkflowTextPage'), 'WorkflowTextPage'),
});

const cases = createRoute({
  getParentRoute: () => workflow,
  path: '/cases',
  component: lazyRouteComponent(() => import('./cases/CasesPage'), 'CasesPage'),
});

const goldenCase = createRoute({
  getParentRoute: () => workflow,
  path: '/cases/$case',
  component: lazyRouteComponent(() => import('./cases/CaseRoute'), 'CaseRoute'),
});

const newCase = createRoute({
  getParentRoute: () => workflow,
  path: '/new-case',
  component: lazyRouteComponent(() => import('./tryit/NewCaseRoute'), 'NewCaseRoute'),
});

const failedCases = createRoute({
  getParentRoute: () => workspace,
  path: '/cases',
  component: lazyRouteComponent(() => import('./cases/FailedCasesRoute'), 'FailedCasesRoute'),
});

const verification = createRoute({
  getParentRoute: () => workspace,
  path: '/verification',
  component: lazyRouteComponent(() => import('../verification/FindingsRoute'), 'FindingsRoute'),
});

const print = createRoute({
  getParentRoute: () => workspace,
  path: '/workflows/$folder/print',
  component: lazyRouteComponent(() => import('../guideline/GuidelinePage'), 'GuidelinePage'),
});

export const authoringRoutes = [
  workspace.addChildren([
    change,
    review,
    print,
    document,
    facts,
    evidence,
    failedCases,
    verification,
    workflow.addChildren([about, parameters, rule, table, score, text, cases, goldenCase, newCase]),
  ]),
] as const;
