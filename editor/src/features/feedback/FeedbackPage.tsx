import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { feedbackQuery } from '../../api/feedback';
import type { FeedbackAnswer } from '../../api/generated';
import { byRule } from '../../model/feedback';
import { hasRole } from '../../model/session';
import { plural } from '../../model/words';
import { EmptyState } from '../../ui/EmptyState';
import { Page } from '../../ui/Page';
import { Gate } from '../access/Gate';
import { RequestError } from '../shell/RequestError';
import { Comments } from './Comments';
import styles from './Feedback.module.css';
import { FeedbackRow } from './FeedbackRow';

/** How the cards that patient records showed were received: what reviewers learn from those who were advised. */
export function FeedbackPage() {
  return (
    <Gate title="Feedback" allows={(session) => hasRole(session, 'reviewer')} whom="reviewers">
      {() => (
        <Page title="Feedback" site="BoneMets.Rules" crumb={<nav aria-label="Breadcrumb"><Link to="/releases">Releases</Link></nav>} lead="How often the cards of each rule were accepted or overridden where patient records show them (CDS Hooks), and why. A rule that is overridden often may not fit those for whom it is met.">
          <Feedback />
        </Page>
      )}
    </Gate>
  );
}

function Feedback() {
  const { data, error, refetch } = useQuery(feedbackQuery);
  if (!data) return error ? <RequestError error={error} retry={() => { void refetch(); }} /> : <Skeleton height={320} />;
  if (data.counts.length === 0)
    return <EmptyState icon="info" title="No feedback yet"><p>Systems that show our cards report what becomes of them; none has so far. Cards that nobody touches are not reported.</p></EmptyState>;
  return <Received data={data} />;
}

function Received({ data: { accepted, overridden, unknown, counts, comments } }: { data: FeedbackAnswer }) {
  return (
    <>
      <p className={styles.total}>
        <strong>{`${plural(accepted, 'card')} accepted, ${overridden} overridden`}</strong>
        {unknown > 0 && `; ${plural(unknown, 'report')} about cards that this server did not give`}. Cards that nobody touches are not reported.
      </p>
      <div className={styles.scroll} role="region" aria-label="Feedback by rule" tabIndex={0}>
        <table className={styles.table}>
          <thead>
            <tr><th scope="col">Card</th><th scope="col">Accepted</th><th scope="col">Overridden</th><th scope="col">Why overridden</th><th scope="col">By release</th></tr>
          </thead>
          <tbody>{byRule(counts).map((row) => <FeedbackRow key={row.key} row={row} />)}</tbody>
        </table>
      </div>
      {comments.length > 0 && <Comments comments={comments} />}
    </>
  );
}
