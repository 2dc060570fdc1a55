import { useEffect } from 'react';

const dialog = '[role="dialog"]';

/**
 * Gives the keyboard back to where it was when a dialog goes, or to the page when that is gone too. The component library does so only for
 * dialogs that were on the page before they opened; those that are made when they open would leave the focus nowhere.
 */
export function useFocusAfterDialogs() {
  useEffect(() => {
    let before: HTMLElement | null = null;
    const giveBack = () => {
      if (document.activeElement !== document.body) return;
      before?.focus({ preventScroll: true });
      // What is gone or switched off takes no focus.
      if (document.activeElement === document.body) document.getElementById('main')?.focus({ preventScroll: true });
    };
    // Watches only while a dialog has the keyboard: the page changes at every key.
    const observer = new MutationObserver(() => {
      if (document.querySelector(dialog)) return;
      observer.disconnect();
      // After whatever else moves the focus on purpose.
      setTimeout(giveBack, 0);
    });
    const focused = ({ target }: FocusEvent) => {
      if (!(target instanceof HTMLElement) || target === document.body) return;
      if (target.closest(dialog)) observer.observe(document.body, { childList: true, subtree: true });
      else before = target;
    };
    document.addEventListener('focusin', focused);
    return () => {
      document.removeEventListener('focusin', focused);
      observer.disconnect();
    };
  }, []);
}
