import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { libraryQuery, releasesQuery } from '../../api/queries';
import { ProblemResponse } from '../../api/problem';
import { hasRole } from '../../model/session';
import { feedbackPath } from '../../model/site';
import { Page } from '../../ui/Page';
import { RowList } from '../../ui/RowList';
import { useSession } from '../access/useSession';
import { RequestError } from '../shell/RequestError';
import { NoReleasesPage } from './NoReleasesPage';
import { ReleaseRow } from './ReleaseRow';

/** Every set of documents that ever was live. */
export function ReleasesPage() {
  const { data: library } = useQuery(libraryQuery);
  const { data, error, refetch } = useQuery(releasesQuery(library?.library));
  const isReviewer = hasRole(useSession(), 'reviewer');

  if (error instanceof ProblemResponse && error.problem.kind === 'no-store') return <NoReleasesPage />;
  if (!data && error) return <RequestError error={error} retry={() => { void refetch(); }} />;
  return (
    <Page
      title="Releases"
      site="BoneMets.Rules"
      lead="A release is a numbered set of documents that never changes. The newest one is live: every decision comes from it and says its number. Going back to an older one makes a new release, so nothing is ever lost."
      actions={isReviewer && <Link to={feedbackPath}>Feedback about their cards</Link>}
    >
      {data ? <RowList label="Releases, the newest first">{data.map((release) => <ReleaseRow key={release.number} release={release} />)}</RowList> : <Skeleton height={240} />}
    </Page>
  );
}
