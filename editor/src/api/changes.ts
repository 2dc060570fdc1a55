import { queryOptions } from '@tanstack/react-query';
import { send } from './client';
import type { ChangeAnswer, ChangeSummary, DocumentAnswer } from './generated';
import { change } from './session';

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
