import { humanize } from '../../model/words';
import { Tag } from '../../ui/Tag';

/** Whether a clinician has approved the content that is served. */
export function ReleaseBadge({ status }: { status: string | null }) {
  if (!status) return null;
  if (status === 'unreviewed') return <Tag tone="warn" icon="alert" title="No reviewer has approved this content yet">Unreviewed content</Tag>;
  return <Tag tone={status === 'approved' ? 'good' : 'quiet'} icon={status === 'approved' ? 'seal' : 'info'}>{humanize(status)} content</Tag>;
}
