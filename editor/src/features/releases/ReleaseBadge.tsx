import { releaseSentence, releaseTitle } from '../../model/release';
import { humanize } from '../../model/words';
import { Tag } from '../../ui/Tag';
import { useRelease } from './useRelease';

/** Whether a clinician has approved the content that is served, and where there are releases, which it is. */
export function ReleaseBadge({ status }: { status: string | null }) {
  const release = useRelease();
  const shown = release?.status ?? status;
  if (!shown) return null;
  const words = release ? releaseTitle(release) : `${humanize(shown)} content`;
  if (shown === 'unreviewed') return <Tag tone="warn" icon="alert" title={release ? releaseSentence(release) : 'No reviewer has approved this content yet'}>{words}</Tag>;
  return <Tag tone={shown === 'approved' ? 'good' : 'quiet'} icon={shown === 'approved' ? 'seal' : 'info'} title={release ? releaseSentence(release) : undefined}>{words}</Tag>;
}
