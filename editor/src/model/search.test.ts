import { expect, it } from 'vitest';
import { searchFor } from './search';

it.each<[string, readonly (string | number | null)[], boolean]>([
  ['', ['Calcium'], true],
  ['   ', [null], true],
  ['calc', ['Calcium'], true],
  ['limit calcium', ['Calcium', 'the limit'], true],
  ['limit calcium', ['Calcium', null], false],
  ['3', ['Change', 3], true],
  ['null', [null], false],
])('the search “%s” in %j', (search, texts, found) => {
  expect(searchFor(search)(...texts)).toBe(found);
});
