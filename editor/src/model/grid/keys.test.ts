import { expect, it } from 'vitest';
import { commandOf, type GridCommand } from './keys';

const pressed = (combination: string) => {
  const parts = combination === '+' ? ['+'] : combination.split('+');
  const key = parts.at(-1) ?? '';
  return { key: key === 'Space' ? ' ' : key, ctrlKey: parts.includes('Ctrl'), metaKey: parts.includes('Cmd'), shiftKey: parts.includes('Shift'), altKey: parts.includes('Alt') };
};

it.each<[string, GridCommand | null]>([
  ['ArrowUp', { kind: 'move', motion: 'up', extend: false }],
  ['Shift+ArrowRight', { kind: 'move', motion: 'right', extend: true }],
  ['Ctrl+ArrowDown', { kind: 'move', motion: 'bottom', extend: false }],
  ['Ctrl+Shift+ArrowLeft', { kind: 'move', motion: 'rowStart', extend: true }],
  ['Home', { kind: 'move', motion: 'rowStart', extend: false }],
  ['Ctrl+Home', { kind: 'move', motion: 'first', extend: false }],
  ['End', { kind: 'move', motion: 'rowEnd', extend: false }],
  ['Cmd+End', { kind: 'move', motion: 'last', extend: false }],
  ['PageDown', { kind: 'move', motion: 'pageDown', extend: false }],
  ['Tab', { kind: 'move', motion: 'next', extend: false }],
  ['Shift+Tab', { kind: 'move', motion: 'previous', extend: false }],
  ['Enter', { kind: 'edit' }],
  ['F2', { kind: 'edit' }],
  ['Delete', { kind: 'clear' }],
  ['Escape', { kind: 'leave' }],
  ['Ctrl+a', { kind: 'selectAll' }],
  ['Ctrl+D', { kind: 'fillDown' }],
  ['Shift+Space', { kind: 'selectRow' }],
  ['Shift+F10', { kind: 'rowMenu' }],
  ['Alt+ArrowUp', { kind: 'shift', by: -1, what: 'rows' }],
  ['Alt+ArrowRight', { kind: 'shift', by: 1, what: 'column' }],
  ['>', { kind: 'type', text: '>' }],
  ['Space', { kind: 'type', text: ' ' }],
  ['Shift+A', { kind: 'type', text: 'A' }],
  ['Ctrl+Alt+|', { kind: 'type', text: '|' }],
  ['Alt+[', { kind: 'type', text: '[' }],
  ['Dead', { kind: 'type', text: '' }],
  ['Ctrl+c', null],
  ['Ctrl+z', null],
  ['Ctrl+Shift+D', null],
  ['F5', null],
  ['Shift', null],
])('%s', (combination, command) => {
  expect(commandOf(pressed(combination))).toEqual(command);
});
