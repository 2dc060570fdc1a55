import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { parseExact } from '../model/exactJson';
import { isAtWork } from '../model/cohorts/state';
import { base, request, segment, send } from './client';
import type { CohortAnswer, CohortCounts, CohortFileAnswer, CohortMapping, CohortPreview, CohortSummary, CohortTerms, CreateCohort, UndeterminedPage } from './generated';
import { ConnectionLost } from './problem';
import { formerAbout, lookForNewContentEvery, reconnectEvery } from './queries';
import { change, withToken } from './session';
import { tagOf } from './text';

/** While servers work on a run, ask this often how far they are; while it has no input, somebody may send one from elsewhere. */
const watchEvery = (state: string) => (isAtWork(state) ? 1000 : state === 'uploading' ? lookForNewContentEvery : false);

const cohortPath = (id: string) => `/cohorts/${segment(id)}`;

/** A run and the version of it: whoever changes or starts it says which one was looked at. */
export interface TaggedCohort {
  readonly run: CohortAnswer;
  readonly tag: string;
}

export const taggedCohort = async (response: Response): Promise<TaggedCohort> => ({ run: parseExact(await response.text()) as CohortAnswer, tag: tagOf(response) });

export const cohortsQuery = queryOptions({
  queryKey: ['cohorts'],
  queryFn: ({ signal }) => send('/cohorts', { signal }) as Promise<readonly CohortSummary[]>,
  staleTime: 0,
  refetchInterval: ({ state: { data, error } }) => (error instanceof ConnectionLost || data?.some(({ state }) => isAtWork(state)) ? lookForNewContentEvery : false),
});

export const cohortQuery = (id: string) => queryOptions({
  queryKey: ['cohort', id],
  queryFn: async ({ signal }) => taggedCohort(await request(cohortPath(id), { signal })),
  staleTime: 0,
  refetchInterval: ({ state: { data, error } }) => (error instanceof ConnectionLost ? reconnectEvery : data ? watchEvery(data.run.state) : false),
});

/** What facts, rules and outputs are called in the release of the run, which never changes. */
export const cohortTermsQuery = (id: string) => queryOptions({
  queryKey: ['cohort terms', id],
  queryFn: ({ signal }) => send(`${cohortPath(id)}/terms`, { signal }) as Promise<CohortTerms>,
  staleTime: Infinity,
});

/** Files of the server that a run may read where they lie. */
export const cohortFilesQuery = queryOptions({
  queryKey: ['cohort files'],
  queryFn: ({ signal }) => send('/cohort-files', { signal }) as Promise<readonly CohortFileAnswer[]>,
});

/** The most that the server decides without keeping anything. */
export const previewLines = 20;

/** The first patients of an input, decided with a mapping; null: as the run has it. An input is known by its hash. */
export const cohortPreviewQuery = (id: string, input: string, mapping: CohortMapping | null) => queryOptions({
  queryKey: ['cohort preview', id, input, mapping],
  queryFn: ({ signal }) => send(`${cohortPath(id)}/preview`, {
    method: 'POST', body: JSON.stringify({ mapping, lines: previewLines }), headers: { 'Content-Type': 'application/json' }, signal,
  }) as Promise<CohortPreview>,
  staleTime: Infinity,
  gcTime: 60_000,
  placeholderData: formerAbout(['cohort preview', id, input]),
});

/** What came of it so far; `state`: once it has ended, everything is read once more. */
export const cohortCountsQuery = (id: string, state: string) => queryOptions({
  queryKey: ['cohort counts', id, state],
  queryFn: ({ signal }) => send(`${cohortPath(id)}/summary`, { signal }) as Promise<CohortCounts>,
  placeholderData: formerAbout(['cohort counts', id]),
  staleTime: isAtWork(state) ? 0 : Infinity,
  refetchInterval: ({ state: { error } }) => (error instanceof ConnectionLost || isAtWork(state) ? lookForNewContentEvery : false),
});

export interface UndeterminedPlace {
  /** Only those who lack this fact. */
  readonly fact?: string;
  /** The place that the page before named. */
  readonly after?: string;
}

export const undeterminedPageSize = 100;

export const undeterminedQuery = (id: string, { fact, after }: UndeterminedPlace) => queryOptions({
  queryKey: ['cohort undetermined', id, fact ?? null, after ?? null],
  queryFn: ({ signal }) => {
    const search = new URLSearchParams({ limit: String(undeterminedPageSize) });
    if (fact) search.set('fact', fact);
    if (after) search.set('after', after);
    return send(`${cohortPath(id)}/undetermined?${search.toString()}`, { signal }) as Promise<UndeterminedPage>;
  },
  placeholderData: keepPreviousData,
  staleTime: 0,
});

export const createCohort = (made: CreateCohort) => change('POST', '/cohorts', made) as Promise<CohortAnswer>;

export const deleteCohort = (id: string) => change('DELETE', cohortPath(id));

const act = (method: 'POST' | 'PUT', path: string, body: unknown, tag: string | null): Promise<TaggedCohort> => withToken(async (token) => taggedCohort(await request(path, {
  method,
  ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  headers: { ...(body === undefined ? {} : { 'Content-Type': 'application/json' }), ...(tag === null ? {} : { 'If-Match': `"${tag}"` }), ...token },
})));

/** A file of the server as the input; it stays where it lies. */
export const referToFile = (id: string, file: string, separator: string | null) => act('POST', `${cohortPath(id)}/input/reference`, { file, separator }, null);

export const putMapping = (id: string, mapping: CohortMapping, tag: string) => act('PUT', `${cohortPath(id)}/mapping`, mapping, tag);

export const startCohort = (id: string, tag: string) => act('POST', `${cohortPath(id)}/start`, undefined, tag);

export const cancelCohort = (id: string) => act('POST', `${cohortPath(id)}/cancel`, undefined, null);

export const resumeCohort = (id: string) => act('POST', `${cohortPath(id)}/resume`, undefined, null);

export const inputPath = (id: string, separator: string | null) => `${cohortPath(id)}/input${separator === null ? '' : `?${new URLSearchParams({ separator }).toString()}`}`;

/** Where a browser downloads the answers. Of a run that is not whole only when `isPartial` says that this is known. */
export const resultsAddress = (id: string, format: 'ndjson' | 'csv', isPartial: boolean) =>
  `${base}${cohortPath(id)}/results?${new URLSearchParams({ format, ...(isPartial ? { partial: 'true' } : {}) }).toString()}`;
