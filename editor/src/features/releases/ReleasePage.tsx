import { Button, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { ProblemResponse } from '../../api/problem';
import { libraryQuery, releaseDocumentsQuery, releasesQuery } from '../../api/queries';
import { archiveAddress } from '../../api/releases';
import { hasRole } from '../../model/session';
import { Banner } from '../../ui/Banner';
import { EmptyState } from '../../ui/EmptyState';
import { Icon } from '../../ui/Icon';
import { Page } from '../../ui/Page';
import { Tag } from '../../ui/Tag';
import { useSession } from '../access/useSession';
import { RequestError } from '../shell/RequestError';
import { ApproveDialog } from './ApproveDialog';
import { NoReleasesPage } from './NoReleasesPage';
import { ReleaseDocuments } from './ReleaseDocuments';
import { ReleaseFacts } from './ReleaseFacts';
import { RollBackDialog } from './RollBackDialog';
import { StatusTag } from './StatusTag';

/** One release: where it came from, what it holds, and what can be done with it. */
export function ReleasePage({ number, other }: { number: number; other: number | null }) {
  const { data: library } = useQuery(libraryQuery);
  const { data: releases, error, refetch } = useQuery(releasesQuery(library?.library));
  const documents = useQuery(releaseDocumentsQuery(number));
  const session = useSession();
  const [dialog, setDialog] = useState<'approve' | 'rollBack' | null>(null);
  const close = () => { setDialog(null); };

  if (error instanceof ProblemResponse && error.problem.kind === 'no-store') return <NoReleasesPage />;
  if (!releases) return error ? <RequestError error={error} retry={() => { void refetch(); }} /> : <Skeleton height={420} maw={960} mx="auto" />;
  const release = releases.find((candidate) => candidate.number === number);
  const live = releases[0];
  if (!release || !live) return <EmptyState page icon="search" title={`There is no release ${number}`} actions={<Link to="/releases">All releases</Link>}><p>The newest one is release {live?.number ?? 0}.</p></EmptyState>;

  const mayApprove = release.status === 'unreviewed' && hasRole(session, 'reviewer');
  const mayRollBack = hasRole(session, 'publisher') && release.manifestHash !== live.manifestHash;
  return (
    <Page
      title={`Release ${number}`}
      site="BoneMets.Rules"
      crumb={<nav aria-label="Breadcrumb"><Link to="/releases">Releases</Link></nav>}
      tags={<>{release.live && <Tag tone="info" icon="target">Live</Tag>}<StatusTag status={release.status} /></>}
      actions={(
        <>
          {mayRollBack && <Button variant="default" leftSection={<Icon name="undo" size={16} />} onClick={() => { setDialog('rollBack'); }}>Go back to this release</Button>}
          <Button variant="default" component="a" href={archiveAddress(number)} download leftSection={<Icon name="download" size={16} />}>Download as zip</Button>
        </>
      )}
    >
      {release.status === 'unreviewed' && (
        <Banner
          tone="warn"
          icon="alert"
          title="No clinician has approved this content"
          action={mayApprove && <Button size="sm" leftSection={<Icon name="seal" size={16} />} onClick={() => { setDialog('approve'); }}>Approve</Button>}
        >
          <p>It was taken over as it is. Every decision from it says “unreviewed” until a reviewer has read the documents below and approves them.{!mayApprove && ' That takes the role reviewer.'}</p>
        </Banner>
      )}
      <ReleaseFacts release={release} />
      {documents.data
        ? <ReleaseDocuments release={release} documents={documents.data} releases={releases} other={other} />
        : documents.error ? <RequestError error={documents.error} retry={() => { void documents.refetch(); }} /> : <Skeleton height={320} />}
      <ApproveDialog opened={dialog === 'approve'} close={close} release={release} documents={documents.data?.length ?? null} />
      <RollBackDialog opened={dialog === 'rollBack'} close={close} release={release} live={live} />
    </Page>
  );
}
