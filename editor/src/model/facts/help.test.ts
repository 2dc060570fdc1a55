import { expect, it } from 'vitest';
import { splitHelp } from './help';

it('a short description stays whole, a long one is its first sentence and the rest', () => {
  expect(splitHelp('Known heart failure. Any grade.')).toEqual({ first: 'Known heart failure. Any grade.', rest: null });
  const rest = `ICD-10-CM: ${'C50 breast, '.repeat(20)}and others.`;
  expect(splitHelp(`Site or type of the primary tumour. ${rest}`)).toEqual({ first: 'Site or type of the primary tumour.', rest });
});
