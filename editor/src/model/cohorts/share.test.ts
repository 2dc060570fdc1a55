import { describe, expect, it } from 'vitest';
import { barPercent, shareWords } from './share';

describe('shares', () => {
  it.each([[0, 100, '0 %'], [1, 1000, '< 1 %'], [10, 1000, '1 %'], [125, 1000, '13 %'], [999, 1000, '> 99 %'], [1000, 1000, '100 %'], [0, 0, '0 %']])('%d of %d is %s', (count, total, words) => {
    expect(shareWords(count, total)).toBe(words);
  });

  it('draws what is there so that it is seen, and nothing where nothing is', () => {
    expect(barPercent(1, 1_000_000)).toBe(0.5);
    expect(barPercent(0, 10)).toBe(0);
    expect(barPercent(5, 0)).toBe(0);
    expect(barPercent(5, 10)).toBe(50);
  });
});
