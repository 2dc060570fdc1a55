import { itemsOf, member, parseDocument, pointerOf, rawText, stringOf, type JsonDocument } from './json';
import type { Placed } from './workflowDocument';

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
