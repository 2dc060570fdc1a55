import { useParams } from '@tanstack/react-router';
import { maySeeDrafts } from '../../model/session';
import { Gate } from '../access/Gate';
import { CohortPage } from './CohortPage';

export function CohortRoute() {
  const { id } = useParams({ from: '/cohorts/$id' });
  return <Gate title="Cohort run" allows={maySeeDrafts} whom="people with a role on this server">{() => <CohortPage key={id} id={id} />}</Gate>;
}
