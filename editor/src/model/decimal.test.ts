import { describe, expect, it } from 'vitest';
import { compareDecimals, decimalsOf, middle, step } from './decimal';

describe('decimals by their digits', () => {
  it.each([
    ['30', 1, 0, '31'],
    ['30', -1, 1, '29.9'],
    ['2.60', 1, 2, '2.61'],
    ['0', -1, 1, '-0.1'],
    ['7.5', 0, 0, '7'],
    ['-7.5', 0, 0, '-8'],
    ['0.1000000000000000055', 1, 19, '0.1000000000000000056'],
  ])('%s moved by %i at %i places is %s', (text, by, decimals, result) => {
    expect(step(text, by, decimals)).toBe(result);
  });

  it.each([['2.60', '2.6', 0], ['-1', '1', -1], ['10', '9.99', 1]])('%s to %s compares as %i', (a, b, result) => {
    expect(compareDecimals(a, b)).toBe(result);
  });

  it.each([['50', '99', '74'], ['2.6', '2.5', null], ['0', '0.5', '0.2'], ['-3', '3', '0']])('between %s and %s lies %s', (a, b, between) => {
    expect(middle(a, b)).toBe(between);
  });

  it('counts places', () => { expect([decimalsOf('2.60'), decimalsOf('3')]).toEqual([2, 0]); });
});
