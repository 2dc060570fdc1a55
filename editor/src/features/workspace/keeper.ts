import type { DraftKeeper, KeptText } from '../../model/drafts/draftDocument';

const prefix = 'bonemets.draft.1.';

function read(key: string): KeptText | null {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? 'null');
    if (typeof kept !== 'object' || kept === null || !('name' in kept) || !('text' in kept) || !('tag' in kept)) return null;
    const { name, text, tag } = kept;
    if (typeof name !== 'string' || !(text === null || typeof text === 'string') || !(tag === null || typeof tag === 'string')) return null;
    return { name, text, tag };
  } catch {
    return null;
  }
}

/** Unsaved texts of one person in one change, in this browser. Documents hold no patients' facts, so they may outlive the session. */
export function keeperFor(person: string, change: number): DraftKeeper {
  const start = `${prefix}${encodeURIComponent(person)}.${change}.`;
  return {
    all: () => Object.keys(localStorage).filter((key) => key.startsWith(start)).flatMap((key) => read(key) ?? []),
    keep: (kept) => {
      try {
        localStorage.setItem(start + kept.name, JSON.stringify(kept));
      } catch {
        // Storage is full or forbidden: the text is still on the screen and on its way to the server.
      }
    },
    drop: (name) => { localStorage.removeItem(start + name); },
  };
}
