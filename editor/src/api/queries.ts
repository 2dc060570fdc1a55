import { QueryClient, queryOptions } from '@tanstack/react-query';
import { referencedSchemas, type FactSchema } from '../model/facts/schema';
import { execute, getFactSchema, getLibrary, getWorkflow } from './client';
import { ConnectionLost } from './problem';

/** While the server does not answer, ask again this often. */
export const reconnectEvery = 3000;

export function createQueryClient() {
  return new QueryClient({
    defaultOptions: {
      queries: {
        // The server may run on this very machine: being offline is found out by asking.
        networkMode: 'always',
        retry: false,
        staleTime: 30_000,
        refetchInterval: (query) => (query.state.error instanceof ConnectionLost ? reconnectEvery : false),
      },
    },
  });
}

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

export const decisionQuery = (workflow: string, hash: string | null, body: string) => queryOptions({
  queryKey: ['decision', workflow, hash, body],
  queryFn: ({ signal }) => execute(workflow, body, signal),
  gcTime: 60_000,
});
