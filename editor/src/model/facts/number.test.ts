import { describe, expect, it } from 'vitest';
import { readNumber } from './number';

describe('a typed number', () => {
  it.each([
    ['2.60', '2.60'],
    ['0.1000000000000000055511151231257827', '0.1000000000000000055511151231257827'],
    ['12345678901234567890', '12345678901234567890'],
    [' 7 ', '7'],
    ['007', '7'],
    ['.5', '0.5'],
    ['5.', '5'],
    ['-0.50', '-0.50'],
    ['+3', '3'],
    ['000', '0'],
  ])('%j is sent as %s', (typed, json) => {
    expect(readNumber(typed)).toEqual({ kind: 'number', json });
    expect(() => { JSON.parse(json); }).not.toThrow();
  });

  it.each(['', '   '])('%j is nothing', (typed) => {
    expect(readNumber(typed)).toEqual({ kind: 'empty' });
  });

  it.each(['.', '-', '1e5', 'abc', '1 000', '0x10', 'NaN', '1.2.3'])('%j is not a number yet', (typed) => {
    expect(readNumber(typed)).toEqual({ kind: 'unreadable', message: 'This is not a number yet' });
  });

  it('a comma is refused, because it means two things', () => {
    expect(readNumber('1,234')).toEqual({ kind: 'unreadable', message: 'Write decimals with a point, such as 2.6' });
  });
});
