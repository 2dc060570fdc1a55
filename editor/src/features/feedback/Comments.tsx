import type { FeedbackCommentAnswer } from '../../api/generated';
import { localName } from '../../model/grouping';
import { moment } from '../../model/moment';
import { humanize } from '../../model/words';
import { RowList, Row, RowNote } from '../../ui/RowList';

/** What people wrote beside an outcome, the newest first. */
export function Comments({ comments }: { comments: readonly FeedbackCommentAnswer[] }) {
  return (
    <section aria-labelledby="comments">
      <h2 id="comments">Comments</h2>
      <RowList label="Comments">
        {comments.map(({ at, rule, release, outcome, reason, text, service }, i) => (
          <Row key={`${at} ${i}`} title={<strong>{rule === null ? service : humanize(localName(rule))}</strong>}>
            <p>{text}</p>
            <RowNote>{[outcome, reason?.display ?? reason?.code, release === null ? null : `release ${release}`, moment(at)].filter(Boolean).join(' · ')}</RowNote>
          </Row>
        ))}
      </RowList>
    </section>
  );
}
