import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { commentsQuery, resolveComment } from '../../api/changes';
import type { CommentAnswer } from '../../api/generated';
import { moment } from '../../model/moment';
import { Icon } from '../../ui/Icon';
import { FormProblem } from '../access/FormProblem';
import { useRemarks } from './RemarksContext';
import styles from './Review.module.css';

/** A remark with whoever made it, and whether it is dealt with. That stays so: whoever thinks otherwise says it in another remark. */
export function RemarkView({ remark: { id, text, by, at, resolvedBy, resolvedAt } }: { remark: CommentAnswer }) {
  const { change, mayRemark } = useRemarks();
  const queryClient = useQueryClient();
  const resolve = useMutation({ mutationFn: () => resolveComment(change, id), onSuccess: () => queryClient.invalidateQueries(commentsQuery(change)) });
  return (
    <div className={styles.remark} data-resolved={resolvedBy !== null || undefined}>
      <p className={styles.said}>{text}</p>
      <p className={styles.by}>
        <span>{by}, <time dateTime={at}>{moment(at)}</time></span>
        {resolvedBy === null
          ? <span><Icon name="comment" size={14} /> Open</span>
          : <span><Icon name="check" size={14} /> Dealt with, says {resolvedBy}{resolvedAt && <>, <time dateTime={resolvedAt}>{moment(resolvedAt)}</time></>}</span>}
        {resolvedBy === null && mayRemark && <Button size="compact-xs" variant="default" loading={resolve.isPending} onClick={() => { resolve.mutate(); }}>Dealt with</Button>}
      </p>
      <FormProblem error={resolve.error} />
    </div>
  );
}
