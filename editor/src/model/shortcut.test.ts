import { describe, expect, it } from 'vitest';
import { hasModifier, isPressed, keysOf, type KeyPress } from './shortcut';

const press = (key: string, changes: Partial<KeyPress> = {}): KeyPress => ({ key, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...changes });

describe('a shortcut', () => {
  it.each<[string, KeyPress, boolean, boolean]>([
    ['mod+k', press('k', { ctrlKey: true }), false, true],
    ['mod+k', press('K', { ctrlKey: true }), false, true],
    ['mod+k', press('k', { metaKey: true }), false, false],
    ['mod+k', press('k', { metaKey: true }), true, true],
    ['mod+k', press('k', { ctrlKey: true, metaKey: true }), true, false],
    ['mod+k', press('k', { ctrlKey: true, shiftKey: true }), false, false],
    ['mod+shift+k', press('K', { ctrlKey: true, shiftKey: true }), false, true],
    ['mod+k', press('k'), false, false],
    ['?', press('?', { shiftKey: true }), false, true],
    ['?', press('?'), false, true],
    ['?', press('?', { ctrlKey: true }), false, false],
    ['?', press('/'), false, false],
    ['g', press('g'), false, true],
    ['g', press('G', { shiftKey: true }), false, false],
    ['alt+arrowdown', press('ArrowDown', { altKey: true }), false, true],
    ['alt+arrowdown', press('ArrowDown'), false, false],
    ['escape', press('Escape', { shiftKey: true }), false, false],
  ])('%s, pressed %o, on a Mac: %s → %s', (shortcut, pressed, mac, expected) => {
    expect(isPressed(shortcut, pressed, mac)).toBe(expected);
  });

  it.each([['mod+k', true], ['alt+n', true], ['shift+n', false], ['?', false]])('%s has a modifier that no text needs: %s', (shortcut, expected) => {
    expect(hasModifier(shortcut)).toBe(expected);
  });

  it.each([
    ['mod+k', false, ['Ctrl', 'K']],
    ['mod+shift+arrowup', true, ['⌘', 'Shift', '↑']],
    ['?', false, ['?']],
    ['escape', false, ['Esc']],
  ])('%s is shown as its keys', (shortcut, mac, keys) => { expect(keysOf(shortcut, mac)).toEqual(keys); });
});
