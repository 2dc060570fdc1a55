import type { ChangeAnswer } from '../../api/generated';
import { moment } from '../../model/moment';
import { Icon } from '../../ui/Icon';
import { Section } from '../../ui/Section';
import styles from './Review.module.css';

/** What reviewers said, and whether it was about the present content. */
export function ReviewHistory({ change: { reviews, contentHash } }: { change: ChangeAnswer }) {
  if (reviews.length === 0) return null;
  return (
    <Section title="Reviews" count={reviews.length}>
      <ol className={styles.reviews}>
        {reviews.toReversed().map(({ id, reviewer, verdict, comment, at, contentHash: about }) => (
          <li key={id} data-verdict={verdict}>
            <p>
              <Icon name={verdict === 'approve' ? 'check' : 'undo'} size={16} />{' '}
              <strong>{verdict === 'approve' ? `${reviewer} approved it` : `${reviewer} sent it back`}</strong>{' '}
              <small><time dateTime={at}>{moment(at)}</time>{about === contentHash ? '' : ' · about an earlier content'}</small>
            </p>
            {comment && <p className={styles.said}>{comment}</p>}
          </li>
        ))}
      </ol>
    </Section>
  );
}
