import { createTheme, type MantineColorsTuple } from '@mantine/core';

/** The dark greys, tinted like the page. */
const dark: MantineColorsTuple = [
  '#e6ecef', '#c3ced4', '#a3b2ba', '#84949d', '#3d4a52', '#2c383f', '#202b31', '#182126', '#131b1f', '#10171b',
];

const petrol: MantineColorsTuple = [
  '#ebf7f8', '#d5ebee', '#aad7dc', '#7cc2ca', '#56b0ba', '#3da4b0', '#2496a3', '#14818e', '#0c6570', '#074c55',
];

/** Their close button needs a name, and their head is none of the page. */
const dialog = { defaultProps: { closeButtonProps: { 'aria-label': 'Close' }, attributes: { header: { role: 'presentation' } } } };

export const theme = createTheme({
  primaryColor: 'petrol',
  primaryShade: { light: 8, dark: 7 },
  colors: { petrol, dark },
  autoContrast: true,
  respectReducedMotion: true,
  defaultRadius: 'md',
  cursorType: 'pointer',
  fontFamily: 'system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif',
  fontFamilyMonospace: 'ui-monospace, SFMono-Regular, Menlo, Consolas, "Liberation Mono", monospace',
  headings: { fontWeight: '650' },
  components: { Modal: dialog, Drawer: dialog },
});
