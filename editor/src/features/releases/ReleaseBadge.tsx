import { releaseSentence, releaseTitle } from '../../model/release';
import { humanize } from '../../model/words';
import { StatusTag } from './StatusTag';
import { useRelease } from './useRelease';

/** Whether a clinician has approved the content that is served, and where there are releases, which it is. */
export function ReleaseBadge({ status }: { status: string | null }) {
  const release = useRelease();
  const shown = release?.status ?? status;
  if (!shown) return null;
  return <StatusTag status={shown} title={release ? releaseSentence(release) : undefined}>{release ? releaseTitle(release) : `${humanize(shown)} content`}</StatusTag>;
}
