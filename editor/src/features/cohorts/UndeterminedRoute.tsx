import { useParams, useSearch } from '@tanstack/react-router';
import { maySeeDrafts } from '../../model/session';
import { Gate } from '../access/Gate';
import { UndeterminedPage } from './UndeterminedPage';

export function UndeterminedRoute() {
  const { id } = useParams({ from: '/cohorts/$id/undetermined' });
  const place = useSearch({ from: '/cohorts/$id/undetermined' });
  return <Gate title="Undetermined patients" allows={maySeeDrafts} whom="people with a role on this server">{() => <UndeterminedPage key={id} id={id} place={place} />}</Gate>;
}
