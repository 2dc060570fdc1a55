/** A typed number as JSON writes it, nothing at all, or a word about why it is not a number. */
export type NumberReading =
  | { readonly kind: 'empty' }
  | { readonly kind: 'number'; readonly json: string }
  | { readonly kind: 'unreadable'; readonly message: string };

/**
 * Reads digits as text, so that 2.60 stays 2.60 and no digit is lost to binary fractions.
 * A decimal comma is refused: `1,234` means two different numbers in two countries.
 */
export function readNumber(typed: string): NumberReading {
  const text = typed.trim();
  if (text === '') return { kind: 'empty' };
  const match = /^([+-]?)(\d*)(?:\.(\d*))?$/.exec(text);
  const [, sign = '', whole = '', fraction = ''] = match ?? [];
  if (!match || (whole === '' && fraction === ''))
    return { kind: 'unreadable', message: text.includes(',') ? 'Write decimals with a point, such as 2.6' : 'This is not a number yet' };
  const digits = whole.replace(/^0+(?=\d)/, '') || '0';
  return { kind: 'number', json: `${sign === '-' ? '-' : ''}${digits}${fraction === '' ? '' : `.${fraction}`}` };
}
