/** Pages that only lead back to where one came from. */
const passedThrough = new Set(['/sign-in', '/welcome']);

/**
 * Where to go after signing in: a path of this site, or the start page. Whatever a browser would read as another site
 * (`//host`, `/\host`, a scheme, a line break in between) is not followed, because a link with it may come from anybody.
 */
export function pathOfSite(wanted: string | undefined, origin: string): string {
  if (!wanted?.startsWith('/') || !URL.canParse(wanted, origin)) return '/';
  const url = new URL(wanted, origin);
  if (url.origin !== origin || passedThrough.has(url.pathname)) return '/';
  const path = url.pathname + url.search + url.hash;
  // `/.//host` is of this site, but what is left of it would not be.
  return path.startsWith('//') ? '/' : path;
}
