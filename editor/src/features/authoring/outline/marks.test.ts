import { expect, it } from 'vitest';
import { marksOf } from './marks';

const finding = (pointer: string, severity: string) => ({ code: 'BMR1', severity, document: 'w', pointer, line: 1, column: 1, message: 'm', help: null, start: null, length: null, fix: null });

it('marks each place with the gravest finding at it or below it', () => {
  const marks = marksOf([finding('/Rules/1/Expression', 'error'), finding('/Rules/1', 'warning'), finding('/Rules/12/Title', 'warning'), finding('/Metadata', 'info')]);
  expect(['/Rules', '/Rules/1', '/Rules/1/Expression', '/Rules/12', '/Rules/2', '/Metadata'].map(marks)).toEqual(['error', 'error', 'error', 'warning', null, null]);
});
