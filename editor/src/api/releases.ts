import { base, segment, send } from './client';
import type { ApproveRelease, DocumentAnswer, Reason, ReleaseAnswer } from './generated';
import { change } from './session';

/** The newest first: that one is live. */
export const getReleases = (signal?: AbortSignal) => send('/releases', { signal }) as Promise<readonly ReleaseAnswer[]>;

export const getReleaseDocuments = (number: number, signal?: AbortSignal) =>
  send(`/releases/${number}/documents`, { signal }) as Promise<readonly DocumentAnswer[]>;

/** `manifestHash` is that of the content that was read: approval is given to nothing else. */
export const approveRelease = (number: number, approval: ApproveRelease) => change('POST', `/releases/${number}/approval`, approval) as Promise<ReleaseAnswer>;

/** Answers with the new release that has the old documents. */
export const rollBack = (number: number, reason: Reason) => change('POST', `/releases/${number}/rollback`, reason) as Promise<ReleaseAnswer>;

/** Where a browser downloads all documents of a release as a zip file. */
export const archiveAddress = (number: number) => `${base}/library?release=${number}`;

/** Where a browser reads one document of a release as text. */
export const documentAddress = (number: number, name: string) => `${base}/releases/${number}/documents/${name.split('/').map(segment).join('/')}`;
