/** What a key event says, as far as shortcuts look at it. */
export interface KeyPress {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

interface Combination {
  readonly key: string;
  readonly mod: boolean;
  readonly alt: boolean;
  readonly shift: boolean;
}

/** "mod+shift+k"; the last part is the key, as browsers name it. `mod` is Ctrl, and ⌘ on a Mac. */
function parse(shortcut: string): Combination {
  const parts = shortcut.toLowerCase().split('+');
  return { key: parts.at(-1) ?? '', mod: parts.includes('mod'), alt: parts.includes('alt'), shift: parts.includes('shift') };
}

/** Without a modifier a key is a character, which belongs to the field that somebody types in. */
export function hasModifier(shortcut: string): boolean {
  const { mod, alt } = parse(shortcut);
  return mod || alt;
}

export function isPressed(shortcut: string, press: KeyPress, mac: boolean): boolean {
  const { key, mod, alt, shift } = parse(shortcut);
  const [command, other] = mac ? [press.metaKey, press.ctrlKey] : [press.ctrlKey, press.metaKey];
  if (press.key.toLowerCase() !== key || command !== mod || other || press.altKey !== alt) return false;
  // Shift is what makes some characters, such as `?`: asked for only where the key is not one of those.
  return /^[a-z\d]$|^.{2,}$/.test(key) ? press.shiftKey === shift : true;
}

const names: Readonly<Record<string, string>> = { escape: 'Esc', arrowup: '↑', arrowdown: '↓', arrowleft: '←', arrowright: '→', enter: 'Enter', delete: 'Delete', backspace: 'Backspace' };

/** The keys to press, one by one: ["Ctrl", "K"]. */
export function keysOf(shortcut: string, mac: boolean): string[] {
  const { key, mod, alt, shift } = parse(shortcut);
  return [
    ...(mod ? [mac ? '⌘' : 'Ctrl'] : []),
    ...(alt ? [mac ? '⌥' : 'Alt'] : []),
    ...(shift ? ['Shift'] : []),
    names[key] ?? key.charAt(0).toUpperCase() + key.slice(1),
  ];
}
