import { Skeleton, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { changesQuery } from '../../api/changes';
import type { ChangeSummary } from '../../api/generated';
import { countByState, findChanges, type ChangeFilter } from '../../model/changes/changeList';
import { changeStates, stateTitle } from '../../model/changes/changeState';
import { plural } from '../../model/words';
import { EmptyState } from '../../ui/EmptyState';
import { Icon } from '../../ui/Icon';
import { Segmented } from '../../ui/Segmented';
import { usePageTitle } from '../../ui/usePageTitle';
import { useSession } from '../access/useSession';
import { RequestError } from '../shell/RequestError';
import { BeginChange } from './BeginChange';
import { ChangeList } from './ChangeList';
import styles from './Changes.module.css';
import { HowRulesGetLive } from './HowRulesGetLive';

/** All changes of the library: what is being written, reviewed, and what became of it. */
export function ChangesPage() {
  usePageTitle('Changes · BoneMets.Rules');
  const session = useSession();
  const { data, error, refetch } = useQuery({ ...changesQuery, enabled: session?.hasStore === true });
  if (session && !session.hasStore)
    return <EmptyState page icon="book" title="There are no changes here"><p>This server serves a folder of files, read-only. Start it with a store to write, review and publish in the browser.</p></EmptyState>;
  if (!data && error) return <RequestError home error={error} retry={() => { void refetch(); }} />;
  return (
    <div className={styles.page}>
      <div className={styles.head}>
        <div>
          <h1>Changes</h1>
          <p>What is live is never edited directly. A change collects edits until somebody else has reviewed them and they are published.</p>
        </div>
        <BeginChange />
      </div>
      {!data ? <div aria-busy="true"><Skeleton height={260} /><span className="visually-hidden" role="status">Loading changes</span></div>
        : data.length === 0 ? <EmptyState icon="pencil" title="No change has been begun yet"><p>This is how a rule gets live:</p><HowRulesGetLive /></EmptyState>
          : <Found changes={data} me={session?.name ?? null} />}
    </div>
  );
}

function Found({ changes, me }: { changes: readonly ChangeSummary[]; me: string | null }) {
  const filter: ChangeFilter = useSearch({ from: '/changes' });
  const navigate = useNavigate({ from: '/changes' });
  const found = findChanges(changes, filter, me);
  const count = countByState(changes, filter, me);
  const show = (changed: Partial<ChangeFilter>) => { void navigate({ search: { ...filter, ...changed }, replace: true }); };
  return (
    <>
      <div className={styles.filters} role="search">
        <TextInput
          type="search" aria-label="Search changes" placeholder="Search: title, number, name …" leftSection={<Icon name="search" />}
          value={filter.search ?? ''} onChange={(event) => { show({ search: event.currentTarget.value || undefined }); }}
        />
        {me !== null && <Segmented label="Whose" segments={[{ value: 'all', label: 'Everybody’s' }, { value: 'mine', label: 'Mine' }]} value={filter.mine ? 'mine' : 'all'} onChange={(whose) => { show({ mine: whose === 'mine' ? true : undefined }); }} />}
        <nav className={styles.states} aria-label="State">
          {([undefined, ...changeStates, 'all'] as const).map((state) => (
            <Link key={state ?? 'open'} to="/changes" search={{ ...filter, state }} replace aria-current={filter.state === state ? 'true' : undefined} activeProps={{ 'aria-current': filter.state === state ? 'true' : undefined }}>
              {state === undefined ? 'Open' : state === 'all' ? 'All' : stateTitle(state)} <span>{count(state)}</span>
            </Link>
          ))}
        </nav>
      </div>
      <p role="status" className="visually-hidden">{plural(found.length, 'change')}</p>
      {found.length > 0 ? <ChangeList changes={found} /> : <Nothing filter={filter} />}
    </>
  );
}

function Nothing({ filter: { state, mine, search } }: { filter: ChangeFilter }) {
  if (search) return <EmptyState icon="search" title={`Nothing found for “${search}”`}><p>The search looks at titles, numbers and who began a change, among those shown by the choices above.</p></EmptyState>;
  return (
    <EmptyState icon="check" title={state === undefined && !mine ? 'Nothing is open' : 'There is none of these'}>
      <p>{state === undefined ? 'Every change was published or withdrawn. “All” shows them.' : 'Another choice above shows the others.'}</p>
      {state === undefined && <HowRulesGetLive />}
    </EmptyState>
  );
}
