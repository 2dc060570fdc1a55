import { useQuery } from '@tanstack/react-query';
import { evidenceOf, examinationQuery } from '../../api/changes';
import type { ChangeAnswer, ExaminationAnswer } from '../../api/generated';
import { isOpen } from '../../model/changes/changeState';

export interface Found {
  readonly found: ExaminationAnswer | null;
  /** Kept when it was submitted: reviewers and authors see the same. Else found just now. */
  readonly isKept: boolean;
  readonly isLooking: boolean;
  readonly error: Error | null;
  readonly again: () => void;
}

/** What was found about the present content of a change: kept with it since it was submitted, or looked for now. */
export function useFound(change: ChangeAnswer): Found {
  const kept = evidenceOf(change);
  const isKept = kept !== null && kept.contentHash === change.contentHash;
  const query = useQuery({ ...examinationQuery(change.id, change.contentHash), enabled: !isKept && isOpen(change.state) });
  return { found: isKept ? kept : query.data ?? null, isKept, isLooking: query.isFetching, error: query.error, again: () => { void query.refetch(); } };
}
