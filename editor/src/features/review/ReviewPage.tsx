import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { commentsQuery, differencesQuery } from '../../api/changes';
import type { ChangeAnswer } from '../../api/generated';
import { authorsWords } from '../../model/changes/nextStep';
import { isUnresolved, remarksAt } from '../../model/review/comments';
import { Banner } from '../../ui/Banner';
import { EmptyState } from '../../ui/EmptyState';
import { usePageTitle } from '../../ui/usePageTitle';
import { LifeCycle } from '../changes/LifeCycle';
import { NextStepCard } from '../changes/NextStepCard';
import { useFound } from '../changes/useFound';
import { useSituation } from '../changes/useSituation';
import { useSession } from '../access/useSession';
import { useWorkspace } from '../workspace/WorkspaceContext';
import { Differences } from './Differences';
import { ExaminationView } from './ExaminationView';
import { Discussion } from './Discussion';
import { RemarksContext, type Remarks } from './RemarksContext';
import styles from './Review.module.css';
import { ProofsSection } from './ProofsSection';
import { ReviewFindings } from './ReviewFindings';
import { ReviewHistory } from './ReviewHistory';
import { placesOf } from './places';
import { Verdict } from './Verdict';

/** Everything that a reviewer needs to say yes or no to a change. */
export function ReviewPage() {
  const { change } = useWorkspace();
  usePageTitle(`${change ? `Review: ${change.title}` : 'Nothing to review'} · BoneMets.Rules`);
  if (!change) return <EmptyState page icon="seal" title="What is live is not reviewed here"><p>Only changes are reviewed. The list of changes shows those that wait for it.</p></EmptyState>;
  return <Review change={change} />;
}

/** Colleagues may remark at the same time. */
const lookForRemarksEvery = 10_000;

function Review({ change }: { change: ChangeAnswer }) {
  const session = useSession();
  // What is read here stays, so that an approval is about what was seen, until the reader asks for what came after.
  const [seen, setSeen] = useState(change.contentHash);
  const moved = change.contentHash !== seen;
  const look = useFound(change);
  const situation = useSituation(change, look.found);
  const differences = useQuery(differencesQuery(change.id, seen));
  const comments = useQuery({ ...commentsQuery(change.id), refetchInterval: lookForRemarksEvery }).data;
  const remarks = useMemo<Remarks>(() => ({
    change: change.id, all: comments ?? [], at: remarksAt(comments ?? []), mayRemark: session?.roles.some((role) => role !== 'administrator') ?? false,
  }), [change.id, comments, session]);
  const answer = differences.data?.contentHash === seen ? differences.data : null;
  const places = useMemo(() => placesOf(answer?.documents ?? []), [answer]);
  // These take the server longest, so they come when the rest of the page stands.
  const isRead = (answer !== null || differences.error !== null) && (look.found !== null || !look.isLooking);
  const open = remarks.all.filter(isUnresolved).length;
  return (
    <RemarksContext value={remarks}>
      <div className={styles.page}>
        <header className={styles.header}>
          <h1>{change.title}</h1>
          {change.description && <p className={styles.said}>{change.description}</p>}
          <p className={styles.soft}>by {authorsWords(situation)}, compared with release {change.base}. <Link to="/changes/$change" params={{ change: String(change.id) }}>To the change</Link></p>
        </header>
        <LifeCycle state={change.state} />
        {moved && (
          <Banner alert tone="warn" icon="alert" title="It was edited while you read" action={<Button size="xs" onClick={() => { setSeen(change.contentHash); }}>Show what it is now</Button>}>
            <p>You still see what it was. Nothing can be approved before you have looked at the new content.</p>
          </Banner>
        )}
        <nav className={styles.contents} aria-label="On this page">
          <a href="#differences">Differences</a>
          <a href="#found">What was found{look.found && look.found.against > 0 ? ` (${look.found.against} against)` : ''}</a>
          <a href="#proofs">Who is decided otherwise</a>
          <a href="#findings">Findings</a>
          <a href="#discussion">Discussion ({open} open)</a>
          <a href="#verdict">{change.state === 'inReview' ? 'Verdict' : 'Next step'}</a>
        </nav>
        <Differences query={{ ...differences, data: answer ?? undefined }} />
        <div id="found" tabIndex={-1}><ExaminationView change={change} look={look} /></div>
        <ProofsSection change={change} seen={seen} isRead={isRead} />
        <ReviewFindings change={change} isRead={isRead} />
        <Discussion places={places} />
        <ReviewHistory change={change} />
        {change.state === 'inReview' ? <Verdict change={change} situation={situation} seen={seen} /> : <div id="verdict" tabIndex={-1}><NextStepCard change={change} situation={situation} looking={look.isLooking && !look.found} besideDifferences /></div>}
      </div>
    </RemarksContext>
  );
}
