import { Skeleton, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { lazy, Suspense, useMemo, useRef, useState } from 'react';
import { libraryQuery } from '../../api/queries';
import { groupBySteps } from '../../model/pathway';
import { searchWorkflows } from '../../model/workflow';
import { plural } from '../../model/words';
import { EmptyState } from '../../ui/EmptyState';
import { Icon } from '../../ui/Icon';
import { Page } from '../../ui/Page';
import { Segmented } from '../../ui/Segmented';
import { useCommands } from '../commands/useCommands';
import { ReleaseLine } from '../releases/ReleaseLine';
import { RequestError } from '../shell/RequestError';
import styles from './Library.module.css';
import { WorkflowList } from './WorkflowList';

const PathwayGraph = lazy(() => import('./graph/PathwayGraph').then(({ PathwayGraph: it }) => ({ default: it })));

const views = [
  { value: 'list', label: <><Icon name="list" size={16} />List</> },
  { value: 'graph', label: <><Icon name="graph" size={16} />Graph</> },
] as const;

/** All workflows, in clinical order or as who uses whom: choose one to try. */
export function LibraryPage() {
  const view = useSearch({ from: '/' }).view ?? 'list';
  const navigate = useNavigate();
  const { data, error, refetch } = useQuery(libraryQuery);
  const [search, setSearch] = useState('');
  const field = useRef<HTMLInputElement>(null);
  const groups = useMemo(() => groupBySteps(data?.workflows ?? []), [data?.workflows]);
  useCommands(useMemo(() => {
    const show = (next: 'list' | 'graph') => { void navigate({ to: '/', search: next === 'graph' ? { view: next } : {} }); };
    return [
      { id: 'library.search', title: 'Search workflows', group: 'This page', shortcut: '/', run: () => { field.current?.focus(); } },
      view === 'list'
        ? { id: 'library.graph', title: 'Show workflows as a graph', group: 'This page', words: 'pathway map uses', run: () => { show('graph'); } }
        : { id: 'library.list', title: 'Show workflows as a list', group: 'This page', run: () => { show('list'); } },
    ];
  }, [navigate, view]));

  if (!data) return error ? <RequestError error={error} retry={() => { void refetch(); }} /> : <Loading />;
  const found = searchWorkflows(data.workflows, search);
  return (
    <Page
      title="Workflows"
      site="BoneMets.Rules"
      wide={view === 'graph'}
      lead="Choose a clinical question. Enter what is known about a patient and see what applies, why, on whose evidence, and what is still missing."
    >
      <div className={styles.release}><ReleaseLine /></div>
      {data.workflows.length === 0 ? (
        <EmptyState icon="book" title="The library is empty">
          <p>The server found no workflows. Put a folder with a <code>workflow.json</code> into the library that it watches; it appears here by itself.</p>
        </EmptyState>
      ) : (
        <>
          <div className={styles.search}>
            <TextInput
              ref={field}
              type="search"
              size="md"
              aria-label="Search workflows"
              placeholder="Search: fracture, calcium, dosing …"
              leftSection={<Icon name="search" />}
              value={search}
              onChange={(event) => { setSearch(event.currentTarget.value); }}
            />
            <Segmented
              label="View"
              segments={views}
              value={view}
              onChange={(next) => { void navigate({ to: '/', search: next === 'graph' ? { view: next } : {}, resetScroll: false }); }}
            />
            <p role="status">{plural(found.length, 'workflow')}</p>
          </div>
          {found.length === 0 ? (
            <EmptyState icon="search" title={`Nothing found for “${search}”`}>
              <p>The search looks at titles, descriptions and tags. Try a single word, such as “spine”.</p>
            </EmptyState>
          ) : view === 'list' ? <WorkflowList groups={groups} found={found} /> : (
            <Suspense fallback={<Skeleton height={520} />}><PathwayGraph groups={groups} found={found} /></Suspense>
          )}
        </>
      )}
    </Page>
  );
}

function Loading() {
  return (
    <div className={styles.loading} aria-busy="true">
      <Skeleton height={28} width={180} />
      <Skeleton height={42} />
      <Skeleton height={280} />
      <span className="visually-hidden" role="status">Loading workflows</span>
    </div>
  );
}
