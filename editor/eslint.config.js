import js from '@eslint/js';
import globals from 'globals';
import hooks from 'eslint-plugin-react-hooks';
import ts from 'typescript-eslint';

export default ts.config(
  { ignores: ['dist', 'node_modules', 'src/api/generated.ts'] },
  js.configs.recommended,
  {
    files: ['**/*.{ts,tsx}'],
    extends: [...ts.configs.strict, ...ts.configs.stylistic],
    plugins: { 'react-hooks': hooks },
    rules: {
      ...hooks.configs.recommended.rules,
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-definitions': ['error', 'interface'],
      '@typescript-eslint/consistent-type-imports': 'error',
    },
  },
  {
    files: ['src/**/*.{ts,tsx}'],
    rules: { 'max-lines': ['error', { max: 300 }] },
  },
  {
    files: ['src/App.tsx'],
    rules: { 'max-lines': ['error', { max: 150 }] },
  },
  {
    files: ['src/model/**'],
    rules: {
      'no-restricted-imports': ['error', {
        patterns: [
          { group: ['react', 'react-dom', 'react/*', '@mantine/*', '@tanstack/*'], message: 'The model stays free of any view library, so that it can be tested and reused alone.' },
          // The generated types say what the server's answers look like; they hold no transport.
          { group: ['**/api/*', '!**/api/generated', '**/features/**', '**/ui/*'], message: 'The model knows nothing of transport or screens.' },
        ],
      }],
    },
  },
  {
    files: ['src/ui/**'],
    rules: {
      'no-restricted-imports': ['error', {
        patterns: [{ group: ['**/model/**', '**/api/*', '**/features/**'], message: 'Components in ui/ hold no domain words.' }],
      }],
    },
  },
  { files: ['**/*.{mjs,js}'], languageOptions: { globals: globals.node } },
  // Parts of it run inside the page.
  { files: ['tools/screenshots.mjs'], languageOptions: { globals: globals.browser } },
);
