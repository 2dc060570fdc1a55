import type { Evidence } from '../decision';
import { itemsOf, member, parseDocument, stringOf, valueOf, Raw } from './json';

/** What a text of `evidence.json` says, read as it stands; a source without an id cannot be cited and is left out. */
export function readSources(text: string): readonly Evidence[] {
  const { root } = parseDocument(text);
  return itemsOf(member(root, 'Sources')).flatMap((node) => {
    const source = stringOf(member(node, 'Id'));
    if (!source) return [];
    const year = member(node, 'Year');
    const written = year ? valueOf(text, year) : null;
    const verified = member(node, 'Verified')?.value;
    return [{
      source,
      title: stringOf(member(node, 'Title')),
      authors: stringOf(member(node, 'Authors')),
      publisher: stringOf(member(node, 'Publisher')),
      year: written instanceof Raw ? Number(written.text) : null,
      doi: stringOf(member(node, 'Doi')),
      url: stringOf(member(node, 'Url')),
      note: stringOf(member(node, 'Note')),
      ...(typeof verified === 'boolean' ? { verified } : {}),
    }];
  });
}

/** Sources that hold every word of a search in title, authors, publisher, year or id. */
export function searchSources(sources: readonly Evidence[], search: string): readonly Evidence[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  return sources.filter(({ source, title, authors, publisher, year }) => {
    const all = [source, title, authors, publisher, year].join(' ').toLowerCase();
    return words.every((word) => all.includes(word));
  });
}
