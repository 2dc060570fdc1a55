import { Button, Group } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { libraryQuery } from '../../api/queries';
import { sample } from '../../model/cohorts/template';
import { titleOf } from '../../model/pathway';
import { download } from '../../ui/download';
import { EmptyState } from '../../ui/EmptyState';
import { Icon } from '../../ui/Icon';
import styles from './Cohorts.module.css';

/** Nothing has run yet: what a run is, and a table to try it with. */
export function NoRuns({ make }: { make: () => void }) {
  // The sample fits the shipped content; a server of other content has no use for it.
  const workflow = useQuery(libraryQuery).data?.workflows.find(({ name }) => name === sample.workflow);
  return (
    <EmptyState
      icon="list"
      title="No runs yet"
      actions={(
        <Group justify="center" gap="xs">
          <Button leftSection={<Icon name="plus" size={16} />} onClick={make}>New run</Button>
          {workflow && <Button variant="default" leftSection={<Icon name="download" size={16} />} onClick={() => { download(sample.name, new Blob([sample.text], { type: 'text/csv;charset=utf-8' })); }}>Sample table (CSV)</Button>}
        </Group>
      )}
    >
      <ol className={styles.lesson}>
        <li><strong>Choose a workflow</strong> and the day for which it decides.</li>
        <li><strong>Bring the patients</strong>: a table saved as CSV, a row for each, or NDJSON as the API takes it.</li>
        <li><strong>Say what the columns mean.</strong> Most are recognised; the first patients are decided while you look.</li>
        <li><strong>Start it.</strong> It goes on without you; what came of it is counted, and can be downloaded.</li>
      </ol>
      {workflow && <p>The sample has ten made-up patients for “{titleOf(workflow)}”, with decimal commas, a heading that has to be explained and a value that is none.</p>}
    </EmptyState>
  );
}
