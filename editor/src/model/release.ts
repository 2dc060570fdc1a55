import type { DocumentAnswer, ReleaseAnswer } from '../api/generated';
import { day } from './moment';
import { humanize, plural } from './words';

/** A numbered set of documents. */
export type Release = Pick<ReleaseAnswer, 'number' | 'live' | 'status'> & Partial<Pick<ReleaseAnswer, 'approvedBy' | 'approvedAt'>>;

/** "Release 3, approved". */
export const releaseTitle = ({ number, status }: Release): string => `Release ${number}, ${humanize(status).toLowerCase()}`;

/** What the status means for who reads its advice. */
export function releaseSentence(release: Release): string {
  const title = releaseTitle(release);
  if (release.status === 'unreviewed') return `${title}: no clinician has approved this content.`;
  return release.status === 'approved' && release.approvedBy ? `${title} ${approvalWords(release)}.` : `${title}.`;
}

/** "by rita on 25 Nov 2026". */
export const approvalWords = ({ approvedBy, approvedAt }: Pick<Release, 'approvedBy' | 'approvedAt'>): string =>
  [approvedBy && `by ${approvedBy}`, approvedAt && `on ${day(approvedAt)}`].filter(Boolean).join(' ');

/** Where its content came from, where that is not a change. */
export function originWords({ kind, restores }: Pick<ReleaseAnswer, 'kind' | 'restores'>): string | null {
  if (kind === 'imported') return 'Imported';
  return kind === 'rolledBack' && restores !== null ? `Back to release ${restores}` : null;
}

export type DocumentState = 'added' | 'edited' | 'removed' | 'same';

export interface ComparedDocument {
  readonly name: string;
  readonly state: DocumentState;
}

/** All documents of both, by name: what became of each on the way from one to the other. */
export function compareDocuments(before: readonly DocumentAnswer[], after: readonly DocumentAnswer[]): ComparedDocument[] {
  const old = new Map(before.map(({ name, hash }) => [name, hash]));
  const kept = after.map(({ name, hash }): ComparedDocument => {
    const was = old.get(name);
    return { name, state: was === undefined ? 'added' : was === hash ? 'same' : 'edited' };
  });
  const there = new Set(after.map(({ name }) => name));
  const gone = before.filter(({ name }) => !there.has(name)).map(({ name }): ComparedDocument => ({ name, state: 'removed' }));
  return [...kept, ...gone].sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** "2 documents edited, 1 removed", or that nothing differs. */
export function differenceWords(documents: readonly ComparedDocument[]): string {
  const counts = (['edited', 'added', 'removed'] as const)
    .map((state) => ({ state, count: documents.filter((document) => document.state === state).length }))
    .filter(({ count }) => count > 0);
  if (counts.length === 0) return 'no document differs';
  return counts.map(({ state, count }, i) => `${i === 0 ? plural(count, 'document') : count} ${state}`).join(', ');
}
