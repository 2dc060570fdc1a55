import { isExactNumber, type JsonNumber } from './exactJson';
import { humanize, listed } from './words';

/** A value inside a decision. Text, dates and enumeration values are all strings. */
export type Value = boolean | string | JsonNumber | null | readonly Value[];

const shownDecimals = 4;

/** Numbers are shown to four decimals; a rounded one says so with "≈". */
export function formatNumber(value: JsonNumber): string {
  const text = isExactNumber(value) ? value.digits : String(value);
  const [, sign = '', whole = '', fraction = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text) ?? [];
  if (whole === '' || fraction.replace(/0+$/, '').length <= shownDecimals) return text;
  const rounded = roundHalfUp(whole + fraction.slice(0, shownDecimals), fraction.charAt(shownDecimals));
  if (/^0*$/.test(rounded)) return text;
  const at = rounded.length - shownDecimals;
  return `≈ ${sign}${rounded.slice(0, at)}.${rounded.slice(at)}`.replace(/\.?0+$/, '');
}

function roundHalfUp(digits: string, next: string): string {
  return next >= '5' ? (BigInt(digits) + 1n).toString().padStart(digits.length, '0') : digits;
}

export function formatValue(value: Value): string {
  if (value === null) return 'not recorded';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'number' || isExactNumber(value)) return formatNumber(value);
  if (typeof value === 'string') return formatText(value);
  return value.length === 0 ? 'none' : listed(value.map(formatValue), 'and');
}

/** The words for `true` and `false` in a document; null for any other text. */
export const truthText = (text: string): string | null => (text === 'true' || text === 'false' ? formatValue(text === 'true') : null);

/** One camelCase word is a name from an enumeration; anything else is text for people. */
export function formatText(text: string): string {
  return /^[a-z]+([A-Z][a-z\d]*|\d+)*$/.test(text) ? humanize(text).toLowerCase() : text;
}

/** What an undecided value can still be. */
export interface ValueRange {
  readonly min?: JsonNumber | null;
  readonly max?: JsonNumber | null;
  readonly values?: readonly Value[] | null;
}

/** "10 to 12", "at least 10", "high or borderline". */
export function formatRange({ min, max, values }: ValueRange): string {
  if (values) return listed(values.map(formatValue));
  const low = min ?? null;
  const high = max ?? null;
  if (low !== null && high !== null) return `${formatNumber(low)} to ${formatNumber(high)}`;
  if (low !== null) return `at least ${formatNumber(low)}`;
  return high === null ? 'not recorded' : `at most ${formatNumber(high)}`;
}
