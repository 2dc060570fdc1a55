import { Link } from '@tanstack/react-router';
import { ProblemResponse } from '../../api/problem';
import { EmptyState } from '../../ui/EmptyState';
import { usePageTitle } from '../../ui/usePageTitle';
import { RequestError } from '../shell/RequestError';

/** A run that cannot be shown: gone, of somebody else, or the server is away. */
export function RunProblem({ error, retry }: { error: Error; retry: () => void }) {
  usePageTitle('No such run · BoneMets.Rules');
  if (!(error instanceof ProblemResponse) || error.problem.kind !== 'not-in-store') return <RequestError error={error} retry={retry} />;
  return (
    <EmptyState page icon="search" title="There is no such run" actions={<Link to="/cohorts">All runs</Link>}>
      <p>It was deleted, by somebody or because its time was over, or it is the run of somebody else: those are shown to reviewers and administrators only.</p>
    </EmptyState>
  );
}
