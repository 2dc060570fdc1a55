import { useEffect } from 'react';
import { hasModifier, isPressed } from '../../model/shortcut';
import { isMac } from './platform';
import { registry } from './registry';
import { singleKeys } from './singleKeys';

/** Whether what is pressed there is text. */
function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement) return true;
  return target instanceof HTMLInputElement && !['button', 'checkbox', 'radio', 'submit', 'reset', 'range', 'file'].includes(target.type);
}

/** A dialog has the keys for itself. */
const isBehindDialog = () => document.querySelector('[role="dialog"][aria-modal="true"]') !== null;

/** Runs what is offered when its keys are pressed. Once for the whole page. */
export function useShortcuts() {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || event.repeat || isBehindDialog()) return;
      const mac = isMac();
      const command = registry.current().find(({ shortcut }) => shortcut !== undefined && isPressed(shortcut, event, mac));
      if (!command?.shortcut) return;
      if (!hasModifier(command.shortcut) && (isTyping(event.target) || !singleKeys.areOn())) return;
      event.preventDefault();
      command.run();
    };
    window.addEventListener('keydown', press);
    return () => { window.removeEventListener('keydown', press); };
  }, []);
}
