/** "12 %": whole percents, except that nothing is rounded to none or to all. */
export function shareWords(count: number, total: number): string {
  if (total <= 0 || count <= 0) return '0 %';
  if (count >= total) return '100 %';
  const percent = (100 * count) / total;
  if (percent < 1) return '< 1 %';
  return percent > 99 ? '> 99 %' : `${Math.round(percent)} %`;
}

/** For the width of a bar: what is there is seen. */
export const barPercent = (count: number, most: number): number => (most <= 0 || count <= 0 ? 0 : Math.max(0.5, Math.min(100, (100 * count) / most)));
