import { expect, it } from 'vitest';
import { wholeNumber } from './wholeNumber';

it.each<[unknown, number | null]>([['3', 3], [12, 12], ['0', null], ['-1', null], ['1.5', null], ['1e3', null], ['', null], [null, null], ['9'.repeat(20), null]])('%s in an address is %s', (text, number) => {
  expect(wholeNumber(text)).toBe(number);
});
