import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { send } from './client';
import type { AuditEntryAnswer, AuditVerificationAnswer } from './generated';

/** Entries of one page of the log. */
export const auditPageSize = 50;

export interface AuditPlace {
  /** Only entries about exactly this, as entries have it: "change 3". */
  readonly subject?: string;
  /** Only entries older than this one. */
  readonly before?: number;
}

/** One entry more than a page shows, so that the page knows whether there is another one. */
export const auditQuery = ({ subject, before }: AuditPlace) => queryOptions({
  queryKey: ['audit', subject ?? null, before ?? null],
  queryFn: ({ signal }) => {
    const search = new URLSearchParams({ count: String(auditPageSize + 1) });
    if (subject) search.set('subject', subject);
    if (before) search.set('before', String(before));
    return send(`/audit?${search.toString()}`, { signal }) as Promise<readonly AuditEntryAnswer[]>;
  },
  placeholderData: keepPreviousData,
  // What somebody just did elsewhere belongs to the log at once.
  staleTime: 0,
});

/** `head` is a hash that was noted earlier: that entry must still be there. */
export const verifyAudit = (head: string) =>
  send(`/audit/verification${head ? `?${new URLSearchParams({ head }).toString()}` : ''}`, {}) as Promise<AuditVerificationAnswer>;
