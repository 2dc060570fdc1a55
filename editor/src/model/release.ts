import { day } from './moment';
import { humanize } from './words';

/** A numbered set of documents. */
export interface Release {
  readonly number: number;
  readonly live: boolean;
  readonly status: string;
  readonly approvedBy?: string | null;
  readonly approvedAt?: string | null;
}

/** "Release 3, approved". */
export const releaseTitle = ({ number, status }: Release): string => `Release ${number}, ${humanize(status).toLowerCase()}`;

/** What the status means for who reads its advice. */
export function releaseSentence(release: Release): string {
  const title = releaseTitle(release);
  if (release.status === 'unreviewed') return `${title}: no clinician has approved this content.`;
  if (release.status !== 'approved' || !release.approvedBy) return `${title}.`;
  return `${title} by ${release.approvedBy}${release.approvedAt ? ` on ${day(release.approvedAt)}` : ''}.`;
}
