import { Button, Select, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { cohortCountsQuery, cohortQuery, undeterminedQuery, type UndeterminedPlace } from '../../api/cohorts';
import type { CohortCounts, UndeterminedPatient } from '../../api/generated';
import { idWords, lineWords } from '../../model/cohorts/answers';
import { isAtWork } from '../../model/cohorts/state';
import { fold } from '../../model/grouping';
import { counts, humanize, plural } from '../../model/words';
import { Banner } from '../../ui/Banner';
import { Disclosure } from '../../ui/Disclosure';
import { EmptyState } from '../../ui/EmptyState';
import { Page } from '../../ui/Page';
import { RequestError } from '../shell/RequestError';
import styles from './Results.module.css';
import { RunProblem } from './RunProblem';

/** Who lacks which facts, in the order of the input, page by page. */
export function UndeterminedPage({ id, place }: { id: string; place: UndeterminedPlace }) {
  const run = useQuery(cohortQuery(id));
  const state = run.data?.run.state ?? '';
  const summary = useQuery({ ...cohortCountsQuery(id, state), enabled: run.data !== undefined });
  if (!run.data) return run.error ? <RunProblem error={run.error} retry={() => { void run.refetch(); }} /> : <Skeleton height={420} maw={960} mx="auto" />;
  const { name } = run.data.run;
  return (
    <Page
      title="Undetermined patients"
      site={`${name} · BoneMets.Rules`}
      crumb={<nav aria-label="Breadcrumb" className={styles.crumb}><Link to="/cohorts">Cohorts</Link> <span aria-hidden="true">/</span> <Link to="/cohorts/$id" params={{ id }}>{name}</Link></nav>}
      lead="For each of them some rule is neither met nor not met, because a fact is not known. Undetermined is no “no”: what is missing has to be found out."
    >
      {summary.data && !summary.data.isWhole && (
        <Banner tone="warn" icon="hourglass" title="Not whole"><p>{isAtWork(state) ? 'The run goes on; those who are decided so far stand here.' : 'The run ended early; those who were decided stand here.'}</p></Banner>
      )}
      <Filter id={id} fact={place.fact ?? null} missing={summary.data?.missing ?? []} all={summary.data?.undetermined ?? null} />
      <Patients id={id} place={place} missing={summary.data?.missing ?? []} />
    </Page>
  );
}

const labelOf = (missing: CohortCounts['missing'], fact: string) => missing.find((of) => of.fact === fact)?.label ?? humanize(fact.split('.').at(-1) ?? fact);

function Filter({ id, fact, missing, all }: { id: string; fact: string | null; missing: CohortCounts['missing']; all: number | null }) {
  const navigate = useNavigate();
  return (
    <Select
      className={styles.filter}
      label="Who lack"
      searchable
      clearable
      clearButtonProps={{ 'aria-label': 'Any fact' }}
      placeholder={`Any fact${all === null ? '' : ` (${counts.format(all)})`}`}
      data={missing.map((of) => ({ value: of.fact, label: `${labelOf(missing, of.fact)} (${counts.format(of.patients)})` }))}
      nothingFoundMessage="Nobody lacks such a fact"
      maxDropdownHeight={320}
      comboboxProps={{ transitionProps: { duration: 0 } }}
      value={fact}
      onChange={(value) => { void navigate({ to: '/cohorts/$id/undetermined', params: { id }, search: value === null ? {} : { fact: value } }); }}
    />
  );
}

function Patients({ id, place, missing }: { id: string; place: UndeterminedPlace; missing: CohortCounts['missing'] }) {
  const { data, error, refetch, isPlaceholderData } = useQuery(undeterminedQuery(id, place));
  const { fact, after } = place;
  if (!data || (error && !isPlaceholderData)) return error ? <RequestError error={error} retry={() => { void refetch(); }} /> : <Skeleton height={320} />;
  if (data.patients.length === 0)
    return <EmptyState icon="check" title={after ? 'No more patients' : 'Nobody'} actions={<Link to="/cohorts/$id" params={{ id }}>Back to the run</Link>}><p>{after ? 'This was the end of the list.' : 'No patient who was decided lacks it.'}</p></EmptyState>;
  const of = fact ? { fact } : {};
  return (
    <>
      <p className={styles.soft} role="status">{`${plural(data.total, 'patient')}${fact ? ` ${data.total === 1 ? 'lacks' : 'lack'} ${labelOf(missing, fact).toLowerCase()}` : ''}${data.total > data.patients.length ? `; ${data.patients.length} on this page` : ''}`}</p>
      <div className={styles.scroll} role="region" aria-label="Undetermined patients" tabIndex={0} aria-busy={isPlaceholderData}>
        <table className={styles.table}>
          <thead><tr><th scope="col">Patient</th><th scope="col">Not known, and would decide something</th></tr></thead>
          <tbody>{data.patients.map((patient) => <Row key={idWords(patient.line)} patient={patient} fact={fact ?? null} missing={missing} />)}</tbody>
        </table>
      </div>
      <nav aria-label="Pages of the list" className={styles.pages}>
        {after !== undefined && <Button variant="default" renderRoot={(props) => <Link to="/cohorts/$id/undetermined" params={{ id }} search={of} {...props} />}>First page</Button>}
        {data.next !== null && <Button variant="default" renderRoot={(props) => <Link to="/cohorts/$id/undetermined" params={{ id }} search={{ ...of, after: data.next ?? '' }} {...props} />}>Next page</Button>}
      </nav>
    </>
  );
}

/** A patient of whom little is known lacks hundreds of facts: a page of such patients is read by its first few of each. */
const few = 12;

function Row({ patient, fact, missing }: { patient: UndeterminedPatient; fact: string | null; missing: CohortCounts['missing'] }) {
  const id = idWords(patient.id);
  const line = lineWords(patient.line);
  // The fact that was asked for is never among those that are folded.
  const { shown, rest } = fold([...patient.missing].sort((a, b) => Number(b === fact) - Number(a === fact)), few);
  const chips = (facts: readonly string[]) => <ul className={styles.facts}>{facts.map((of) => <li key={of} data-wanted={of === fact || undefined}>{labelOf(missing, of)}</li>)}</ul>;
  return (
    <tr>
      <th scope="row">{id ?? line}{id !== null && <small>{line}</small>}</th>
      <td data-label="Not known">
        {chips(shown)}
        {rest.length > 0 && <Disclosure className={styles.more} summary={`Show ${rest.length} more`} label={`Show ${plural(rest.length, 'more fact')} that ${id ?? line} lacks`}>{() => chips(rest)}</Disclosure>}
      </td>
    </tr>
  );
}
