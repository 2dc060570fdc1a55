/** Exact decimal arithmetic on digits as they are written, as far as limits and their neighbours need it. */

const parts = (text: string) => /^(-?)(\d+)(?:\.(\d+))?$/.exec(text);

export const isDecimal = (text: string): boolean => parts(text) !== null;

/** How many digits stand behind the point. */
export const decimalsOf = (text: string): number => parts(text)?.[3]?.length ?? 0;

/** The number in units of its last decimal place; digits further behind are cut off downwards. */
function scaled(text: string, decimals: number): bigint {
  const [, sign = '', whole = '0', fraction = ''] = parts(text) ?? [];
  const magnitude = BigInt(whole + fraction.slice(0, decimals).padEnd(decimals, '0'));
  if (sign === '') return magnitude;
  return /[1-9]/.test(fraction.slice(decimals)) ? -magnitude - 1n : -magnitude;
}

function written(value: bigint, decimals: number): string {
  const digits = (value < 0n ? -value : value).toString().padStart(decimals + 1, '0');
  const at = digits.length - decimals;
  return `${value < 0n ? '-' : ''}${digits.slice(0, at)}${decimals > 0 ? `.${digits.slice(at)}` : ''}`;
}

/** The number moved by so many units of a decimal place: `step('30', 1, 1)` is `30.1`. */
export const step = (text: string, by: number, decimals: number): string => written(scaled(text, decimals) + BigInt(by), decimals);

export function compareDecimals(a: string, b: string): number {
  const decimals = Math.max(decimalsOf(a), decimalsOf(b));
  const difference = scaled(a, decimals) - scaled(b, decimals);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** How far apart two numbers are, for sorting only. */
export const distance = (a: string, b: string): number => Math.abs(Number(a) - Number(b));

/** A number half way between two others, with as many places as they have; null when none lies between. */
export function middle(a: string, b: string): string | null {
  const decimals = Math.max(decimalsOf(a), decimalsOf(b));
  const [low, high] = [scaled(a, decimals), scaled(b, decimals)].sort((x, y) => (x < y ? -1 : 1));
  if (low === undefined || high === undefined || high - low < 2n) return null;
  return written((low + high) / 2n, decimals);
}
