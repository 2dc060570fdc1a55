/**
 * The secret of a one-time link stands behind `#`, so that no server and no log gets it. It is taken out of the address at once, before
 * anything else reads that, and kept in memory only: not in the history, not in storage.
 */
let secret: string | null = null;

export const oneTimeSecret = {
  path: '/welcome',
  /** The secret of this page's link; null when there is none. */
  take(): string | null {
    const { pathname, search, hash } = window.location;
    if (pathname === oneTimeSecret.path && hash.length > 1) {
      secret = hash.slice(1);
      window.history.replaceState(window.history.state, '', pathname + search);
    }
    return secret;
  },
  forget() { secret = null; },
};
