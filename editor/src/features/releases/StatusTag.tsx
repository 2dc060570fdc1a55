import { humanize } from '../../model/words';
import { Tag } from '../../ui/Tag';

/** Whether a clinician has approved something. */
export function StatusTag({ status, title, children }: { status: string; title?: string; children?: string }) {
  const words = children ?? humanize(status);
  if (status === 'unreviewed') return <Tag tone="warn" icon="alert" title={title ?? 'No reviewer has approved this content yet'}>{words}</Tag>;
  return <Tag tone={status === 'approved' ? 'good' : 'quiet'} icon={status === 'approved' ? 'seal' : 'info'} title={title}>{words}</Tag>;
}
