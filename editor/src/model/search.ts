/** The words of a search, in small letters. */
export const searchWords = (search: string): readonly string[] => search.toLowerCase().split(/\s+/).filter(Boolean);

/** Whether texts hold every word of a search, each anywhere in them; a search without words finds all. What is not stated holds none. */
export function searchFor(search: string): (...texts: readonly (string | number | null | undefined)[]) => boolean {
  const words = searchWords(search);
  return (...texts) => {
    if (words.length === 0) return true;
    const all = texts.join(' ').toLowerCase();
    return words.every((word) => all.includes(word));
  };
}
