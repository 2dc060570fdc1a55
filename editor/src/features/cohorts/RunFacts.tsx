import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { CohortAnswer } from '../../api/generated';
import { libraryQuery, releasesQuery } from '../../api/queries';
import { shortHash } from '../../model/audit';
import { sizeWords } from '../../model/cohorts/progress';
import { day, moment } from '../../model/moment';
import { releaseSentence } from '../../model/release';
import { plural } from '../../model/words';
import styles from './Cohorts.module.css';
import { useWorkflowTitle } from './useWorkflowTitle';

const depths: Readonly<Record<string, string>> = { none: 'without explanations', rules: 'with every rule', full: 'with every step' };

/** What was decided, about whom, by which content, and until when it is kept. */
export function RunFacts({ run }: { run: CohortAnswer }) {
  const { workflow, release, asOf, explain, input, createdBy, createdAt, startedAt, endedAt, expires } = run;
  const title = useWorkflowTitle(workflow);
  const { data: library } = useQuery(libraryQuery);
  const { data: releases } = useQuery({ ...releasesQuery(library?.library), enabled: library !== undefined });
  const of = releases?.find(({ number }) => number === release);
  const kept = day(expires);
  return (
    <dl className={styles.facts}>
      <Fact name="Workflow"><Link to="/workflows/$name" params={{ name: workflow }}>{title}</Link></Fact>
      <Fact name="Content"><Link to="/releases/$number" params={{ number: String(release) }} search={{}}>Release {release}</Link>{of && <small data-tone={of.status === 'approved' ? undefined : 'warn'}>{releaseSentence(of).replace(/^Release \d+, /, '').replace(/\.$/, '')}</small>}</Fact>
      <Fact name="As of">{day(asOf)}<small>{depths[explain] ?? explain}</small></Fact>
      {input && (
        <Fact name="Input">
          {plural(input.patients, 'patient')}
          <small>{[input.file ?? (input.format === 'csv' ? 'table (CSV)' : 'NDJSON'), sizeWords(input.bytes)].join(', ')}, <code title={input.hash}>{shortHash(input.hash)}</code></small>
        </Fact>
      )}
      <Fact name="Made by">{createdBy}<small>{moment(createdAt)}</small></Fact>
      {startedAt !== null && <Fact name={endedAt === null ? 'Started' : 'Ended'}>{moment(endedAt ?? startedAt)}{endedAt !== null && <small>started {moment(startedAt)}</small>}</Fact>}
      <Fact name="Kept until">{kept}<small>then deleted with input and results</small></Fact>
    </dl>
  );
}

const Fact = ({ name, children }: { name: string; children: ReactNode }) => <div><dt>{name}</dt><dd>{children}</dd></div>;
