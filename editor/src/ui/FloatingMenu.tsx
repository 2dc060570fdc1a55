import { useLayoutEffect, useRef, type KeyboardEvent } from 'react';
import styles from './FloatingMenu.module.css';
import { Icon, type IconName } from './Icon';

export interface MenuAction {
  readonly label: string;
  readonly icon?: IconName;
  /** A shortcut that does the same. */
  readonly keys?: string;
  readonly danger?: boolean;
  readonly disabled?: boolean;
  /** A line above it. */
  readonly apart?: boolean;
  readonly run: () => void;
}

interface Props {
  readonly label: string;
  readonly actions: readonly MenuAction[];
  /** What it opens at. */
  readonly anchor: () => Element | null;
  /** `chosen`: something was done, and what was done may want the focus. */
  readonly onClose: (chosen: boolean) => void;
}

/** A menu that is open as long as it is there: arrow keys, Escape, a click elsewhere. It stays inside the window. */
export function FloatingMenu({ label, actions, anchor, onClose }: Props) {
  const menu = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const { current } = menu;
    const place = anchor()?.getBoundingClientRect();
    if (!current || !place) return;
    current.showPopover();
    const { offsetWidth: width, offsetHeight: height } = current;
    current.style.left = `${Math.max(8, Math.min(place.left, innerWidth - width - 8))}px`;
    current.style.top = `${place.bottom + height + 8 > innerHeight ? Math.max(8, place.top - height - 4) : place.bottom + 4}px`;
    current.querySelector<HTMLElement>('button:not([disabled])')?.focus({ preventScroll: true });
  }, [anchor]);
  const pressed = (event: KeyboardEvent) => {
    event.stopPropagation();
    const items = [...(menu.current?.querySelectorAll<HTMLElement>('button:not([disabled])') ?? [])];
    const now = items.findIndex((item) => item === document.activeElement);
    const target = { ArrowDown: (now + 1) % items.length, ArrowUp: (now - 1 + items.length) % items.length, Home: 0, End: items.length - 1 }[event.key];
    if (target !== undefined) items[target]?.focus();
    else if (event.key === 'Escape' || event.key === 'Tab') onClose(false);
    else return;
    event.preventDefault();
  };
  return (
    <div ref={menu} role="menu" aria-label={label} popover="auto" tabIndex={-1} className={styles.menu} onKeyDown={pressed} onToggle={(event) => { if (event.newState === 'closed') onClose(false); }}>
      {actions.map(({ label: text, icon, keys, danger, disabled, apart, run }) => (
        <button key={text} type="button" role="menuitem" tabIndex={-1} disabled={disabled} data-danger={danger || undefined} data-apart={apart || undefined} className={styles.item} onClick={() => { onClose(true); run(); }}>
          <span className={styles.icon}>{icon && <Icon name={icon} size={14} />}</span>
          <span>{text}</span>
          {keys && <kbd>{keys}</kbd>}
        </button>
      ))}
    </div>
  );
}
