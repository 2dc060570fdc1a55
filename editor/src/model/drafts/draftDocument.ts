/** Where a document of a draft stands between this screen and the server. */
export type DraftStatus =
  /** The server has what is on the screen. */
  | { readonly kind: 'saved' }
  /** Edited, and about to be sent. */
  | { readonly kind: 'waiting' }
  | { readonly kind: 'saving' }
  /** The server does not answer; sent again by itself. */
  | { readonly kind: 'lost' }
  /** Nobody is signed in any more; sent again after signing in. */
  | { readonly kind: 'signedOut' }
  /** Somebody else saved it meanwhile: a person has to say what shall stand. `theirs` is null when they removed it. */
  | { readonly kind: 'conflict'; readonly theirs: SavedText | null }
  /** The server does not take it, and will not take it later either. */
  | { readonly kind: 'refused'; readonly message: string };

/** A text that the server has, and the tag by which it knows it. */
export interface SavedText {
  readonly text: string;
  readonly tag: string;
}

export interface DraftDocument {
  readonly name: string;
  /** On the screen; null: it shall go. */
  readonly text: string | null;
  /** What the server had when it was last heard; null: nothing of this name. */
  readonly saved: SavedText | null;
  readonly status: DraftStatus;
}

export const isEdited = ({ text, saved }: DraftDocument): boolean => text !== (saved?.text ?? null);

export type SaveOutcome =
  | { readonly kind: 'saved'; readonly tag: string }
  | { readonly kind: 'conflict'; readonly theirs: SavedText | null }
  | { readonly kind: 'lost' }
  | { readonly kind: 'signedOut' }
  | { readonly kind: 'refused'; readonly message: string };

/** How documents of a draft travel. */
export interface DraftTransport {
  readonly list: () => Promise<readonly { readonly name: string; readonly hash: string }[]>;
  readonly read: (name: string) => Promise<SavedText>;
  /** `text` null removes; `tag` null says that the document is new. Never throws for what a server or network can answer. */
  readonly save: (name: string, text: string | null, tag: string | null) => Promise<SaveOutcome>;
}

/** What outlives a closed tab or a crash: texts that the server does not have yet. */
export interface DraftKeeper {
  readonly all: () => readonly KeptText[];
  readonly keep: (kept: KeptText) => void;
  readonly drop: (name: string) => void;
}

export interface KeptText {
  readonly name: string;
  readonly text: string | null;
  /** Of the version that it was made from. */
  readonly tag: string | null;
}
