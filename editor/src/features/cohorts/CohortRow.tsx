import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { cohortQuery } from '../../api/cohorts';
import type { CohortSummary } from '../../api/generated';
import { isAtWork } from '../../model/cohorts/state';
import { day, moment } from '../../model/moment';
import { plural, sentence } from '../../model/words';
import { CodeText } from '../../ui/CodeText';
import { Row, RowNote } from '../../ui/RowList';
import { ProgressBar } from './ProgressBar';
import { RunStateTag } from './RunStateTag';
import { useWorkflowTitle } from './useWorkflowTitle';

/** One run of the list: what it decides, how far it is, whose it is. */
export function CohortRow({ run }: { run: CohortSummary }) {
  const { id, name, workflow, release, asOf, state, reason, patients, createdBy, createdAt, endedAt } = run;
  const title = useWorkflowTitle(workflow);
  return (
    <Row
      title={(
        <>
          <Link to="/cohorts/$id" params={{ id }} data-row-link>{name}</Link>
          <RunStateTag state={state} />
        </>
      )}
    >
      <p>{title} · release {release}, as of {day(asOf)}{patients !== null && <> · <strong>{plural(patients, 'patient')}</strong></>}</p>
      {isAtWork(state) && <RowProgress id={id} patients={patients ?? 0} />}
      {state === 'failed' && reason && <p><CodeText>{sentence(reason)}</CodeText></p>}
      <RowNote>Made by {createdBy}, {moment(createdAt)}{endedAt !== null && <> · ended {moment(endedAt)}</>}</RowNote>
    </Row>
  );
}

function RowProgress({ id, patients }: { id: string; patients: number }) {
  const { data, dataUpdatedAt } = useQuery(cohortQuery(id));
  return data?.run.progress ? <ProgressBar state={data.run.state} progress={data.run.progress} patients={patients} readAt={dataUpdatedAt} quiet /> : null;
}
