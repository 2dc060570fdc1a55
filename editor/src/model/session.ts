import { humanize } from './words';

/** Who is signed in, as the server says it. */
export interface Session {
  /** Null: nobody. */
  readonly name: string | null;
  readonly displayName: string | null;
  readonly roles: readonly string[];
  /** Goes with every request that changes something; another one after signing in or out. */
  readonly antiforgery: string | null;
  /** False: a folder is served read-only, there is nothing to sign in for. */
  readonly hasStore: boolean;
  /** Nobody administers this server yet. */
  readonly needsAdministrator: boolean;
}

/** What a person can be allowed to do, besides reading. */
export type Role = 'author' | 'reviewer' | 'publisher' | 'administrator';

export const roles: readonly { readonly role: Role; readonly may: string }[] = [
  { role: 'author', may: 'Drafts changes and submits them for review.' },
  { role: 'reviewer', may: 'Approves changes of others or sends them back, and sees recorded decisions.' },
  { role: 'publisher', may: 'Makes approved changes live, and goes back to an older release.' },
  { role: 'administrator', may: 'Gives people and applications access, and takes content out of use.' },
];

export const hasRole = (session: Pick<Session, 'name' | 'roles'> | null, role: Role): boolean => session?.name != null && session.roles.includes(role);

/** Drafts, reviews and the log are shown to people who hold any role. */
export const maySeeDrafts = (session: Pick<Session, 'name' | 'roles'> | null): boolean => roles.some(({ role }) => hasRole(session, role));

/** "Author, Reviewer", or that there is none. */
export const roleWords = (roles: readonly string[]): string => (roles.length > 0 ? roles.map(humanize).join(', ') : 'No role');

/** "Anna Example (anna)", or the name alone where that says everything. */
export function personWords({ name, displayName }: Pick<Session, 'name' | 'displayName'>): string {
  if (!displayName || displayName === name) return name ?? '';
  return `${displayName} (${name ?? ''})`;
}
