/** What shall stand of a document that both the change and a newer release changed. */
export type Choice = 'theirs' | 'mine' | 'merge';

/** The texts of both sides and of the release that the change began on; null where a side does not have the document. */
export interface Sides {
  readonly document: string;
  readonly base: string | null;
  readonly theirs: string | null;
  readonly mine: string | null;
}

export interface Resolution {
  readonly choice: Choice;
  /** What stands in the merge view. */
  readonly merged: string;
}

/** Nothing is chosen for anybody. A side that removed the document has nothing to merge. */
export const choicesFor = ({ theirs, mine }: Sides): readonly Choice[] => (theirs !== null && mine !== null ? ['theirs', 'mine', 'merge'] : ['theirs', 'mine']);

export const choiceWords = ({ theirs, mine }: Sides, choice: Choice, release: number): string => {
  if (choice === 'merge') return 'Merge both';
  if (choice === 'theirs') return theirs === null ? `Remove it, as release ${release}` : `Take that of release ${release}`;
  return mine === null ? 'Remove it, as this change' : 'Keep that of this change';
};

/** The text that shall stand; null removes the document. */
export function textOf({ theirs, mine }: Sides, { choice, merged }: Resolution): string | null {
  return choice === 'theirs' ? theirs : choice === 'mine' ? mine : merged;
}

/** For the server, once every document is settled; null while one is open. */
export function settled(conflicts: readonly Sides[], resolutions: ReadonlyMap<string, Resolution>): Readonly<Record<string, string | null>> | null {
  const texts = conflicts.flatMap((sides) => {
    const resolution = resolutions.get(sides.document);
    return resolution ? [[sides.document, textOf(sides, resolution)] as const] : [];
  });
  return texts.length === conflicts.length ? Object.fromEntries(texts) : null;
}
