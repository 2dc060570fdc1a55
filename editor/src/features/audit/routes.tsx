import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import type { AuditPlace } from '../../api/audit';
import { wholeNumber } from '../../model/wholeNumber';
import { rootRoute } from '../../rootRoute';

const audit = createRoute({
  getParentRoute: () => rootRoute,
  path: '/audit',
  validateSearch: ({ subject, before }: Record<string, unknown>): AuditPlace => {
    const older = wholeNumber(before);
    return { ...(typeof subject === 'string' && subject ? { subject } : {}), ...(older === null ? {} : { before: older }) };
  },
  component: lazyRouteComponent(() => import('./AuditPage'), 'AuditPage'),
});

export const auditRoutes = [audit] as const;
