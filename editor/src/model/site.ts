import { hasRole, maySeeDrafts, type Session } from './session';

/** A part of the site that the header leads to. */
export interface Section {
  readonly path: string;
  readonly title: string;
  /** Addresses that belong to it although they do not begin with its own. */
  readonly also?: readonly string[];
  /** Its pages, where it has several beside each other. */
  readonly pages?: readonly { readonly path: string; readonly title: string }[];
}

interface Guarded extends Section {
  readonly shownTo: (session: Session | null) => boolean;
}

export const administrationPages = [
  { path: '/administration/users', title: 'People' },
  { path: '/administration/keys', title: 'Keys' },
  { path: '/administration/out-of-use', title: 'Out of use' },
] as const;

/** How the cards of the releases were received: beside these, for reviewers. */
export const feedbackPath = '/feedback';

const sections: readonly Guarded[] = [
  { path: '/', title: 'Workflows', also: ['/workflows'], shownTo: () => true },
  { path: '/changes', title: 'Changes', shownTo: maySeeDrafts },
  { path: '/releases', title: 'Releases', also: [feedbackPath], shownTo: (session) => session?.hasStore === true },
  { path: '/cohorts', title: 'Cohorts', shownTo: maySeeDrafts },
  { path: '/audit', title: 'Audit', shownTo: maySeeDrafts },
  { path: '/administration', title: 'Administration', pages: administrationPages, shownTo: (session) => hasRole(session, 'administrator') },
];

/** What this person can use; the server decides it once more with every request. */
export const sectionsFor = (session: Session | null): readonly Section[] => sections.filter(({ shownTo }) => shownTo(session));

/** The section itself, a page within it, or neither. */
export function placeIn({ path, also = [] }: Section, pathname: string): 'page' | 'within' | null {
  if (pathname === path || pathname === `${path}/`) return 'page';
  const roots = path === '/' ? also : [path, ...also];
  return roots.some((root) => pathname === root || pathname.startsWith(`${root}/`)) ? 'within' : null;
}

export const changePath = (id: number | string): string => `/changes/${encodeURIComponent(id)}`;
