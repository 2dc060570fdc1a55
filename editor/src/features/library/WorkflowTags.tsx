import type { WorkflowSummary } from '../../api/generated';
import { today } from '../../model/moment';
import { reviewState } from '../../model/workflow';
import { humanize } from '../../model/words';
import { Tag } from '../../ui/Tag';
import { useNow } from '../../ui/useNow';

/** What somebody has to know about a workflow before they use it; nothing where all is well. */
export function WorkflowTags({ workflow: { status, blocked, reviewDue } }: { workflow: WorkflowSummary }) {
  const review = reviewState(reviewDue, today(useNow()));
  return (
    <>
      {blocked && <Tag tone="bad" icon="stop" title="It, one of its rules, or something that it builds on was taken out of use">Out of use</Tag>}
      {status !== 'ok' && <Tag tone="warn" icon="alert">{humanize(status)}</Tag>}
      {review === 'overdue' && <Tag tone="warn" icon="calendar">Review overdue</Tag>}
      {review === 'soon' && <Tag tone="info" icon="calendar">Review due soon</Tag>}
    </>
  );
}
