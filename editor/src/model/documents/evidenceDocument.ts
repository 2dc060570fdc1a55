import type { Evidence } from '../decision';
import { itemsOf, member, parseDocument, pointerOf, rawText, stringOf, type JsonDocument } from './json';
import type { Placed } from './workflowDocument';
import { searchFor } from '../search';

export interface SourceView extends Placed {
  readonly id: string;
  readonly title: string | null;
  readonly authors: string | null;
  readonly publisher: string | null;
  /** As written. */
  readonly year: string | null;
  readonly doi: string | null;
  readonly url: string | null;
  readonly verified: boolean;
  readonly reviewDue: string | null;
  readonly note: string | null;
}

export interface EvidenceView {
  readonly document: JsonDocument;
  readonly sources: readonly SourceView[];
}

export const evidenceDocument = 'evidence.json';

export const sourceOrder = ['Id', 'Title', 'Authors', 'Publisher', 'Year', 'Doi', 'Url', 'Verified', 'ReviewDue', 'Note'] as const;

/** What the text of `evidence.json` says, read as it stands. */
export function readEvidence(text: string): EvidenceView {
  const document = parseDocument(text);
  return {
    document,
    sources: itemsOf(member(document.root, 'Sources')).map((node, i) => {
      const path = ['Sources', i];
      const word = (key: string) => stringOf(member(node, key));
      const year = member(node, 'Year');
      return {
        path, pointer: pointerOf(path), node,
        id: word('Id') ?? '',
        title: word('Title'), authors: word('Authors'), publisher: word('Publisher'), doi: word('Doi'), url: word('Url'), reviewDue: word('ReviewDue'), note: word('Note'),
        year: year ? rawText(text, year) : null,
        verified: member(node, 'Verified')?.value === true,
      };
    }),
  };
}

/** The sources as decisions show them; one without an id cannot be cited and is left out. */
export const readSources = (text: string): readonly Evidence[] =>
  readEvidence(text).sources.filter(({ id }) => id !== '').map(({ id, title, authors, publisher, year, doi, url, note, node }) => {
    const verified: unknown = member(node, 'Verified')?.value;
    return { source: id, title, authors, publisher, year: year === null ? null : Number(year), doi, url, note, ...(typeof verified === 'boolean' ? { verified } : {}) };
  });

/** Sources that hold every word of a search in title, authors, publisher, year or id. */
export function searchSources(sources: readonly Evidence[], search: string): readonly Evidence[] {
  const found = searchFor(search);
  return sources.filter(({ source, title, authors, publisher, year }) => found(source, title, authors, publisher, year));
}
