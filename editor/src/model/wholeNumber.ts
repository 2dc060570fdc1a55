/** A number from 1 that an address holds; null for anything else. */
export function wholeNumber(value: unknown): number | null {
  if (typeof value !== 'string' && typeof value !== 'number') return null;
  const text = String(value);
  return /^[1-9]\d{0,14}$/.test(text) ? Number(text) : null;
}
