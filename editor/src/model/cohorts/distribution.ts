import type { OutputCounts } from '../../api/generated';
import { isExactNumber, type JsonNumber } from '../exactJson';
import { formatNumber, formatValue, type Value } from '../value';

/** A bar of a distribution. */
export interface Bar {
  readonly label: string;
  readonly count: number;
}

/** Bars of equal width without gaps: numbers on an axis. */
export interface Histogram {
  readonly kind: 'histogram';
  readonly bars: readonly Bar[];
  /** What stands below the left end, the middle and the right end. */
  readonly axis: readonly [string, string, string];
  /** Where the median stands, from 0 at the left end to 1. */
  readonly median: number;
}

/** Values beside each other; `other`: how often it was something else. */
export interface ValueBars {
  readonly kind: 'values';
  readonly bars: readonly Bar[];
  readonly other: number;
}

/** So few different numbers are shown one by one, if they are whole or come again and again: points of a score, counts of lesions, doses. */
const fewNumbers = 12;
const again = 4;

export const toNumber = (value: JsonNumber): number => (isExactNumber(value) ? Number(value.digits) : value);

const isNumber = (value: Value): value is JsonNumber => typeof value === 'number' || isExactNumber(value);

/** How the values of an output are drawn: numbers as a histogram unless there are few different ones, everything else as bars. */
export function distributionOf({ values, otherValues, numbers, known }: Pick<OutputCounts, 'values' | 'otherValues' | 'numbers' | 'known'>): Histogram | ValueBars {
  const shown = values as readonly { readonly value: Value; readonly count: number }[];
  const allNumbers = shown.every(({ value }) => isNumber(value));
  const isFew = otherValues === 0 && shown.length <= fewNumbers
    && (known >= again * shown.length || shown.every(({ value }) => isNumber(value) && Number.isInteger(toNumber(value))));
  if (!numbers || !allNumbers || isFew) {
    const sorted = allNumbers ? [...shown].sort((a, b) => toNumber(a.value as JsonNumber) - toNumber(b.value as JsonNumber)) : shown;
    return { kind: 'values', bars: sorted.map(({ value, count }) => ({ label: formatValue(value), count })), other: otherValues };
  }
  const { classes, median } = numbers;
  const [left, right] = [classes[0]?.from ?? 0, classes.at(-1)?.to ?? 0];
  const [from, to] = [toNumber(left), toNumber(right)];
  return {
    kind: 'histogram',
    bars: classes.map((of, i) => ({ label: `${formatNumber(of.from)} to ${i === classes.length - 1 ? '' : 'below '}${formatNumber(of.to)}`, count: of.count })),
    axis: [formatNumber(left), classes.length % 2 === 0 ? formatNumber(classes[classes.length / 2]?.from ?? 0) : '', formatNumber(right)],
    median: to > from ? Math.min(1, Math.max(0, (toNumber(median) - from) / (to - from))) : 0.5,
  };
}

/** "Mean 10.4, median 10.1, from 7.9 to 15.2", for one line and for screen readers. */
export function numberWords({ numbers }: Pick<OutputCounts, 'numbers'>): { readonly mean: string; readonly median: string; readonly range: string } | null {
  if (!numbers) return null;
  const { least, most, mean, median } = numbers;
  return { mean: formatNumber(mean), median: formatNumber(median), range: `${formatNumber(least)} to ${formatNumber(most)}` };
}
