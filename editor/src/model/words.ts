/** Abbreviations that names write like words. */
const abbreviations: ReadonlySet<string> = new Set(['ct', 'ecog', 'escc', 'mri', 'psa', 'sins']);

/** "mirelsSitePoints" → "Mirels site points"; abbreviations keep their capitals, "c1" becomes "C1". */
export function humanize(name: string): string {
  const spaced = name
    .replaceAll(/([a-z\d])([A-Z])/g, '$1 $2')
    .replaceAll(/([A-Z]+)([A-Z][a-z])/g, '$1 $2')
    .replaceAll(/[_-]+/g, ' ')
    .trim();
  const words = spaced.split(' ').map((word) => {
    if (/^[A-Z][A-Z\d]+$/.test(word)) return word;
    const lower = word.toLowerCase();
    return abbreviations.has(lower) ? lower.toUpperCase() : lower;
  });
  const text = words.join(' ');
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** "1,897". */
export const counts = new Intl.NumberFormat('en-GB');

export function plural(count: number, one: string, many = `${one}s`): string {
  return `${counts.format(count)} ${count === 1 ? one : many}`;
}

/** "a", "a or b", "a, b or c". */
export function listed(items: readonly string[], last = 'or'): string {
  if (items.length < 2) return items.join('');
  return `${items.slice(0, -1).join(', ')} ${last} ${items.at(-1) ?? ''}`;
}

/** Server messages are lower case without a stop; on a page they stand as sentences. */
export function sentence(message: string): string {
  return message.charAt(0).toUpperCase() + message.slice(1) + (/[.?!]$/.test(message) ? '' : '.');
}
