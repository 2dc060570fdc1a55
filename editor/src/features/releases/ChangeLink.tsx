import { Link } from '@tanstack/react-router';
import { maySeeDrafts } from '../../model/session';
import { changePath } from '../../model/site';
import { useSession } from '../access/useSession';

/** The change that something came from, for those who may look at changes. */
export function ChangeLink({ id }: { id: number }) {
  const session = useSession();
  return maySeeDrafts(session) ? <Link to={changePath(id)}>change {id}</Link> : <>change {id}</>;
}
