import { describe, expect, it } from 'vitest';
import type { OutputCounts } from '../../api/generated';
import { distributionOf, numberWords } from './distribution';

const output = (changes: Partial<OutputCounts>): OutputCounts => ({ name: 'x', known: 0, unknown: 0, values: [], otherValues: 0, numbers: null, ...changes });
const values = (...of: readonly (readonly [unknown, number])[]) => of.map(([value, count]) => ({ value, count })) as OutputCounts['values'];
const numbers = (changes: Partial<NonNullable<OutputCounts['numbers']>> = {}) => ({
  least: 7.9, most: 15.2, mean: 10.4, median: 10, isRounded: false,
  classes: [{ from: 7, to: 10, count: 3 }, { from: 10, to: 13, count: 5 }, { from: 13, to: 16, count: 1 }, { from: 16, to: 19, count: 0 }], ...changes,
});

describe('how the values of an output are drawn', () => {
  it('one by one where there are few different numbers, in their order', () => {
    expect(distributionOf(output({ values: values([10, 5], [2, 3], [7, 1]), numbers: numbers() }))).toEqual({
      kind: 'values', other: 0, bars: [{ label: '2', count: 3 }, { label: '7', count: 1 }, { label: '10', count: 5 }],
    });
  });

  it('as a histogram where few values are measured ones that do not come again', () => {
    const measured = values([9.4, 1], [12.1, 2]);
    expect(distributionOf(output({ known: 3, values: measured, numbers: numbers() })).kind).toBe('histogram');
    expect(distributionOf(output({ known: 8, values: measured, numbers: numbers() })).kind).toBe('values');
  });

  it('as a histogram where there are many, with the median where it stands', () => {
    const shape = distributionOf(output({ values: values([10, 5]), otherValues: 4, numbers: numbers() }));
    expect(shape).toMatchObject({ kind: 'histogram', axis: ['7', '13', '19'], median: 0.25 });
    expect(shape.bars.map(({ label }) => label)).toEqual(['7 to below 10', '10 to below 13', '13 to below 16', '16 to 19']);
  });

  it('counts the same in both', () => {
    const shape = distributionOf(output({ values: values([10, 5]), otherValues: 4, numbers: numbers() }));
    expect(shape.bars.reduce((sum, { count }) => sum + count, 0)).toBe(9);
  });

  it('stands with a single class too', () => {
    expect(distributionOf(output({ values: values([1, 1]), otherValues: 1, numbers: numbers({ classes: [{ from: 5, to: 5, count: 2 }] }) }))).toMatchObject({ median: 0.5, axis: ['5', '', '5'] });
  });

  it('names yes, no, words and exact numbers as all pages do, the most frequent first', () => {
    expect(distributionOf(output({ values: values([true, 8], [false, 2]) })).bars).toEqual([{ label: 'yes', count: 8 }, { label: 'no', count: 2 }]);
    expect(distributionOf(output({ values: values(['zoledronicAcid', 8]), otherValues: 3 }))).toEqual({ kind: 'values', bars: [{ label: 'zoledronic acid', count: 8 }], other: 3 });
    expect(distributionOf(output({ values: values([{ digits: '10.50' }, 7], [2, 1]), known: 8, numbers: numbers() })).bars.map(({ label }) => label)).toEqual(['2', '10.50']);
  });

  it('says mean, median and range', () => {
    expect(numberWords(output({ numbers: numbers() }))).toEqual({ mean: '10.4', median: '10', range: '7.9 to 15.2' });
    expect(numberWords(output({}))).toBeNull();
  });
});
