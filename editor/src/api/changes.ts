import { queryOptions } from '@tanstack/react-query';
import { send } from './client';
import type { ChangeAnswer, ChangeDifferencesAnswer, ChangeSummary, CommentAnswer, DocumentAnswer, ExaminationAnswer } from './generated';
import { change } from './session';
import { documentPath, getText } from './text';

export const changePath = (id: number | string) => `/changes/${id}`;

export const changesQuery = queryOptions({
  queryKey: ['changes'],
  queryFn: ({ signal }) => send('/changes', { signal }) as Promise<readonly ChangeSummary[]>,
});

export const changeQuery = (id: number) => queryOptions({
  queryKey: ['changes', id],
  queryFn: ({ signal }) => send(changePath(id), { signal }) as Promise<ChangeAnswer>,
});

export const listDocuments = (of: string) => send(`${of}/documents`, {}) as Promise<readonly DocumentAnswer[]>;

export const createChange = (title: string, description: string) => change('POST', '/changes', { title, description }) as Promise<ChangeAnswer>;

const act = (id: number, action: string, body?: unknown) => change('POST', `${changePath(id)}/${action}`, body) as Promise<ChangeAnswer>;

export const submitChange = (id: number) => act(id, 'submit');

export const publishChange = (id: number) => act(id, 'publish');

export const withdrawChange = (id: number, text: string) => act(id, 'withdraw', { text });

/** `resolutions`: what shall stand where both sides changed a document; null removes it. */
export const rebaseChange = (id: number, resolutions: Readonly<Record<string, string | null>>) => act(id, 'rebase', { resolutions });

/** `contentHash`: of the content that was looked at. */
export const reviewChange = (id: number, contentHash: string, verdict: 'approve' | 'sendBack', comment: string) => act(id, 'reviews', { contentHash, verdict, comment });

/** About exactly one content: another one is asked about anew. Recorded decisions come in all the time, so that it also ages. */
export const examinationQuery = (id: number, contentHash: string) => queryOptions({
  queryKey: ['examination', id, contentHash],
  queryFn: ({ signal }) => send(`${changePath(id)}/examination`, { signal }) as Promise<ExaminationAnswer>,
  staleTime: 5 * 60_000,
});

/** About exactly one content, like the examination; the answer says about which. */
export const differencesQuery = (id: number, contentHash: string) => queryOptions({
  queryKey: ['differences', id, contentHash],
  queryFn: ({ signal }) => send(`${changePath(id)}/differences`, { signal }) as Promise<ChangeDifferencesAnswer>,
  staleTime: Infinity,
});

/** What submitting found, as the server kept it. */
export const evidenceOf = ({ evidence }: ChangeAnswer): ExaminationAnswer | null => evidence as ExaminationAnswer | null;

export const commentsQuery = (id: number) => queryOptions({
  queryKey: ['comments', id],
  queryFn: ({ signal }) => send(`${changePath(id)}/comments`, { signal }) as Promise<readonly CommentAnswer[]>,
});

export const addComment = (id: number, document: string, place: string, text: string) => change('POST', `${changePath(id)}/comments`, { document, place, text }) as Promise<CommentAnswer>;

export const resolveComment = (id: number, comment: number) => change('POST', `${changePath(id)}/comments/${comment}/resolve`) as Promise<CommentAnswer>;

/** A document as a release has it. Releases never change. */
export const releasedTextQuery = (release: number, name: string) => queryOptions({
  queryKey: ['released', release, name],
  queryFn: async ({ signal }) => (await getText(documentPath(`/releases/${release}`, name), signal)).text,
  staleTime: Infinity,
});
