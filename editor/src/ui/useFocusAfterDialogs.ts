import { useEffect } from 'react';

const dialog = '[role="dialog"]';

/**
 * Gives the keyboard back to where it was when a dialog goes. The component library does so only for dialogs that were on the page before
 * they opened; those that are made when they open would leave the focus nowhere.
 */
export function useFocusAfterDialogs() {
  useEffect(() => {
    let before: HTMLElement | null = null;
    const focused = ({ target }: FocusEvent) => {
      if (target instanceof HTMLElement && target !== document.body && !target.closest(dialog)) before = target;
    };
    const giveBack = () => {
      if (document.activeElement === document.body && before?.isConnected) before.focus({ preventScroll: true });
    };
    const observer = new MutationObserver((changes) => {
      const gone = changes.some(({ removedNodes }) => [...removedNodes].some((node) => node instanceof Element && (node.matches(dialog) || node.querySelector(dialog))));
      // After whatever else moves the focus on purpose.
      if (gone && !document.querySelector(dialog)) setTimeout(giveBack, 0);
    });
    document.addEventListener('focusin', focused);
    observer.observe(document.body, { childList: true, subtree: true });
    return () => {
      document.removeEventListener('focusin', focused);
      observer.disconnect();
    };
  }, []);
}
