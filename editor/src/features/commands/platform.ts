/** Where ⌘ is what Ctrl is elsewhere. */
export const isMac = (): boolean => /Mac|iPhone|iPad/.test(navigator.userAgent);
