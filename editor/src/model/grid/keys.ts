import type { Motion } from './selection';

export interface Key {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
}

/** What a key means in a grid while no cell is edited. */
export type GridCommand =
  | { readonly kind: 'move'; readonly motion: Motion; readonly extend: boolean }
  | { readonly kind: 'edit' }
  /** Typing replaces what the cell says; '' where the input method writes the first letter itself. */
  | { readonly kind: 'type'; readonly text: string }
  | { readonly kind: 'clear' | 'selectAll' | 'selectRow' | 'fillDown' | 'rowMenu' | 'leave' }
  /** Moves what the focus is in: rows up and down, a column of the heading left and right. */
  | { readonly kind: 'shift'; readonly by: -1 | 1; readonly what: 'rows' | 'column' };

type Motions = Readonly<Record<string, Motion>>;

const near: Motions = {
  ArrowUp: 'up', ArrowDown: 'down', ArrowLeft: 'left', ArrowRight: 'right', PageUp: 'pageUp', PageDown: 'pageDown', Home: 'rowStart', End: 'rowEnd',
};

/** With Ctrl. */
const farthest: Motions = { ArrowUp: 'top', ArrowDown: 'bottom', ArrowLeft: 'rowStart', ArrowRight: 'rowEnd', Home: 'first', End: 'last' };

const isCharacter = (key: string) => [...key].length === 1;

/** Null: the key is not the grid's. Copying, cutting and pasting are events of their own. */
export function commandOf({ key, ctrlKey, metaKey, shiftKey, altKey }: Key): GridCommand | null {
  // Many keyboards write `|`, `[` or `@` with Alt, or with what arrives as Ctrl and Alt.
  if (altKey) return shiftOf(key) ?? (isCharacter(key) && !metaKey ? { kind: 'type', text: key } : null);
  const control = ctrlKey || metaKey;
  const motion = control ? farthest[key] : near[key];
  if (motion) return { kind: 'move', motion, extend: shiftKey };
  if (control) return shiftKey ? null : controlled(key.toLowerCase());
  switch (key) {
    case 'Tab': return { kind: 'move', motion: shiftKey ? 'previous' : 'next', extend: false };
    case 'Enter': case 'F2': return { kind: 'edit' };
    case 'Escape': return { kind: 'leave' };
    case 'Delete': case 'Backspace': return { kind: 'clear' };
    case 'ContextMenu': return { kind: 'rowMenu' };
    case 'F10': return shiftKey ? { kind: 'rowMenu' } : null;
    case 'Dead': case 'Process': return { kind: 'type', text: '' };
    case ' ': return shiftKey ? { kind: 'selectRow' } : { kind: 'type', text: key };
    default: return isCharacter(key) ? { kind: 'type', text: key } : null;
  }
}

function shiftOf(key: string): GridCommand | null {
  switch (key) {
    case 'ArrowUp': return { kind: 'shift', by: -1, what: 'rows' };
    case 'ArrowDown': return { kind: 'shift', by: 1, what: 'rows' };
    case 'ArrowLeft': return { kind: 'shift', by: -1, what: 'column' };
    case 'ArrowRight': return { kind: 'shift', by: 1, what: 'column' };
    default: return null;
  }
}

function controlled(key: string): GridCommand | null {
  if (key === 'a') return { kind: 'selectAll' };
  return key === 'd' ? { kind: 'fillDown' } : null;
}
