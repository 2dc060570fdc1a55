import { createContext, use } from 'react';
import type { CommentAnswer } from '../../api/generated';

/** The discussion of the change that the page shows. */
export interface Remarks {
  readonly change: number;
  readonly all: readonly CommentAnswer[];
  readonly at: (document: string, place: string) => readonly CommentAnswer[];
  readonly mayRemark: boolean;
}

export const RemarksContext = createContext<Remarks | null>(null);

export function useRemarks(): Remarks {
  const remarks = use(RemarksContext);
  if (!remarks) throw new Error('useRemarks stands outside of a review');
  return remarks;
}
