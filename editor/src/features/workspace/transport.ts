import { listDocuments } from '../../api/changes';
import { ConnectionLost, ProblemResponse } from '../../api/problem';
import { documentPath, getText, putText } from '../../api/text';
import type { DraftTransport, SaveOutcome } from '../../model/drafts/draftDocument';
import { sentence } from '../../model/words';

/** The documents below the path of a change or of a release. */
export const documentsOf = (path: string): DraftTransport => ({
  list: () => listDocuments(path),
  read: (name) => getText(documentPath(path, name)),
  save: async (name, text, tag) => {
    try {
      return { kind: 'saved', tag: await putText(documentPath(path, name), text, tag) };
    } catch (error) {
      return outcomeOf(error);
    }
  },
});

function outcomeOf(error: unknown): SaveOutcome {
  if (error instanceof ConnectionLost) return { kind: 'lost' };
  if (!(error instanceof ProblemResponse)) return { kind: 'refused', message: String(error) };
  const { kind, status, current, detail, title } = error.problem;
  if (kind === 'document-changed') return { kind: 'conflict', theirs: current ? { text: current.text, tag: current.hash } : null };
  if (kind === 'sign-in-needed' || kind === 'other-session') return { kind: 'signedOut' };
  // Too much at once, or the store is away for a moment.
  if (status === 429 || status >= 500) return { kind: 'lost' };
  return { kind: 'refused', message: sentence(detail ?? title) };
}
