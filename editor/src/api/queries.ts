import { QueryCache, QueryClient, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { referencedSchemas, type FactSchema } from '../model/facts/schema';
import type { Library } from '../model/workflow';
import { askAbout, execute, getFactSchema, getLibrary, getWorkflow, type FactQuestion, type TimedDecision } from './client';
import type { ContrastAnswer, QuestionsAnswer } from './generated';
import { ConnectionLost, ProblemResponse } from './problem';
import { getReleaseDocuments, getReleases } from './releases';
import { getRetirements } from './retirements';
import { getSession } from './session';
import { documentPath, getText } from './text';

/** While the server does not answer, ask again this often. */
export const reconnectEvery = 3000;

/** The former answer stays in sight until the next one is there, as long as it is about the same: its key begins with `about`. */
export const formerAbout = (about: readonly unknown[]) => <T>(former: T | undefined, of: { readonly queryKey: readonly unknown[] } | undefined): T | undefined =>
  of && about.every((part, i) => of.queryKey[i] === part) ? former : undefined;

/** The newest answer that there is about it, for whichever text. */
export const newestAbout = <T>(client: QueryClient, about: readonly unknown[]): T | undefined =>
  client.getQueriesData<T>({ queryKey: about }).findLast(([, data]) => data !== undefined)?.[1];

export function createQueryClient() {
  const client: QueryClient = new QueryClient({
    // A session that ended, by time or by an administrator, is noticed by the first answer that says so.
    queryCache: new QueryCache({
      onError(error) {
        if (isProblem(error, 'sign-in-needed') && client.getQueryData(sessionQuery.queryKey)?.name) void client.invalidateQueries(sessionQuery);
      },
    }),
    defaultOptions: {
      mutations: { networkMode: 'always' },
      queries: {
        // The server may run on this very machine: being offline is found out by asking.
        networkMode: 'always',
        retry: false,
        staleTime: 30_000,
        refetchInterval: (query) => (query.state.error instanceof ConnectionLost ? reconnectEvery : false),
      },
    },
  });
  return client;
}

const isProblem = (error: Error | null, kind: string) => error instanceof ProblemResponse && error.problem.kind === kind;

export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: ({ signal }) => getSession(signal),
});

/** The files behind the server may change at any time: ask this often whether they did. */
export const lookForNewContentEvery = 3000;

export const libraryQuery = queryOptions({
  queryKey: ['library'],
  queryFn: ({ signal }) => getLibrary(signal),
  refetchInterval: lookForNewContentEvery,
});

export const workflowQuery = (name: string) => queryOptions({
  queryKey: ['workflow', name],
  queryFn: ({ signal }) => getWorkflow(name, signal),
});

/** The named schemas and all that they refer to. */
export const schemasQuery = (names: readonly string[]) => queryOptions({
  queryKey: ['schemas', ...names],
  queryFn: async ({ signal }) => {
    const schemas: Record<string, FactSchema> = {};
    let wanted = [...new Set(names)];
    while (wanted.length > 0) {
      const found = await Promise.all(wanted.map((name) => getFactSchema(name, signal)));
      wanted.forEach((name, i) => {
        schemas[name] = found[i] ?? {};
      });
      wanted = [...new Set(found.flatMap(referencedSchemas))].filter((name) => !(name in schemas));
    }
    return schemas;
  },
});

/** Whatever decides: what is live, or documents as they are on a screen. */
export interface DecisionSource {
  /** Names what decides: another content has another key. */
  readonly key: readonly unknown[];
  /** `request` is JSON text as `writeRequest` gives it. */
  readonly decide: (request: string, signal?: AbortSignal) => Promise<TimedDecision>;
  /** `request` as `writeQuestion` gives it. */
  readonly ask: <T>(question: FactQuestion, request: string, signal?: AbortSignal) => Promise<T>;
}

export const liveSource = (workflow: string, hash: string | null): DecisionSource => ({
  key: ['live', workflow, hash],
  decide: (request, signal) => execute(workflow, request, signal),
  ask: (question, request, signal) => askAbout(workflow, question, request, signal),
});

/** What to find out next, the most telling first. */
export const questionsQuery = (source: DecisionSource, request: string) => queryOptions({
  queryKey: ['questions', ...source.key, request],
  queryFn: ({ signal }) => source.ask<QuestionsAnswer>('questions', request, signal),
  staleTime: Infinity,
  gcTime: 60_000,
});

/** Why a rule has its verdict, and what would change it. */
export const contrastQuery = (source: DecisionSource, request: string) => queryOptions({
  queryKey: ['contrast', ...source.key, request],
  queryFn: ({ signal }) => source.ask<ContrastAnswer>('contrast', request, signal),
  staleTime: Infinity,
  gcTime: 60_000,
});

export const decisionQuery = (source: DecisionSource, request: string) => queryOptions({
  queryKey: ['decision', ...source.key, request],
  queryFn: ({ signal }) => source.decide(request, signal),
  gcTime: 60_000,
  // What is out of use may come back at any time.
  refetchInterval: ({ state: { error } }) => (error instanceof ConnectionLost || isProblem(error, 'retired') ? reconnectEvery : false),
});

/** Read again whenever the library says that it serves something else, or the same with another status. */
export const releasesQuery = (library: Library['library'] | undefined) => queryOptions({
  queryKey: ['releases', library?.hash, library?.loadedAt, library?.releaseStatus],
  queryFn: ({ signal }) => getReleases(signal),
  placeholderData: keepPreviousData,
});

/** A release never changes. */
export const releaseDocumentsQuery = (number: number) => queryOptions({
  queryKey: ['release documents', number],
  queryFn: ({ signal }) => getReleaseDocuments(number, signal),
  staleTime: Infinity,
});

/** Taken out of use means at once: pages that are open have to learn it. */
export const retirementsQuery = queryOptions({
  queryKey: ['retirements'],
  queryFn: ({ signal }) => getRetirements(signal),
  refetchInterval: lookForNewContentEvery,
});

/** A document of a release as text: it never changes. */
export const documentTextQuery = (of: string, name: string) => queryOptions({
  queryKey: ['text', of, name],
  queryFn: ({ signal }) => getText(documentPath(of, name), signal),
  staleTime: Infinity,
});
