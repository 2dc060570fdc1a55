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

/** "Author, Reviewer", or that there is none. */
export const roleWords = (roles: readonly string[]): string => (roles.length > 0 ? roles.map(humanize).join(', ') : 'No role');

/** "Anna Example (anna)", or the name alone where that says everything. */
export function personWords({ name, displayName }: Pick<Session, 'name' | 'displayName'>): string {
  if (!displayName || displayName === name) return name ?? '';
  return `${displayName} (${name ?? ''})`;
}
