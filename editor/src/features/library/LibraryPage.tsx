import { Skeleton, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { libraryQuery } from '../../api/queries';
import { orderWorkflows, searchWorkflows } from '../../model/workflow';
import { plural } from '../../model/words';
import { EmptyState } from '../../ui/EmptyState';
import { Icon } from '../../ui/Icon';
import { usePageTitle } from '../../ui/usePageTitle';
import { ReleaseLine } from '../releases/ReleaseLine';
import { RequestError } from '../shell/RequestError';
import styles from './Library.module.css';
import { WorkflowList } from './WorkflowList';

/** All workflows: choose one to try. */
export function LibraryPage() {
  usePageTitle('Workflows · BoneMets.Rules');
  const { data, error, refetch } = useQuery(libraryQuery);
  const [search, setSearch] = useState('');

  if (!data) return error ? <RequestError error={error} retry={() => { void refetch(); }} /> : <Loading />;
  const found = orderWorkflows(searchWorkflows(data.workflows, search));
  return (
    <div className={styles.page}>
      <div className={styles.head}>
        <h1>Workflows</h1>
        <p>Choose a clinical question. Enter what is known about a patient and see what applies, why, on whose evidence, and what is still missing.</p>
        <ReleaseLine />
      </div>
      {data.workflows.length === 0 ? (
        <EmptyState icon="book" title="The library is empty">
          <p>The server found no workflows. Put a folder with a <code>workflow.json</code> into the library that it watches; it appears here by itself.</p>
        </EmptyState>
      ) : (
        <>
          <div className={styles.search}>
            <TextInput
              type="search"
              size="md"
              aria-label="Search workflows"
              placeholder="Search: fracture, calcium, dosing …"
              leftSection={<Icon name="search" />}
              value={search}
              onChange={(event) => { setSearch(event.currentTarget.value); }}
            />
            <p role="status">{plural(found.length, 'workflow')}</p>
          </div>
          {found.length > 0 ? <WorkflowList workflows={found} /> : (
            <EmptyState icon="search" title={`Nothing found for “${search}”`}>
              <p>The search looks at titles, descriptions and tags. Try a single word, such as “spine”.</p>
            </EmptyState>
          )}
        </>
      )}
    </div>
  );
}

function Loading() {
  return (
    <div className={styles.page} aria-busy="true">
      <Skeleton height={28} width={180} />
      <Skeleton height={42} />
      <Skeleton height={280} />
      <span className="visually-hidden" role="status">Loading workflows</span>
    </div>
  );
}
