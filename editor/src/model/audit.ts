import type { AuditEntryAnswer } from '../api/generated';
import { changePath } from './site';
import { humanize } from './words';

/** "release.rolled-back" → "Release rolled back". */
export const actionWords = (action: string): string => humanize(action.replaceAll('.', ' '));

/** Where the thing that an entry is about can be looked at; null where there is no page for it. */
export function subjectPath(subject: string): string | null {
  const [, kind = '', name = ''] = /^(\w+) (\S+)$/.exec(subject) ?? [];
  const place = encodeURIComponent(name);
  switch (kind) {
    case 'change': return changePath(name);
    case 'release': return `/releases/${place}`;
    case 'workflow': return `/workflows/${place}`;
    case 'rule': return `/workflows/${encodeURIComponent(name.split('.')[0] ?? '')}`;
    case 'user': return '/administration/users';
    case 'cohort': return `/cohorts/${place}`;
    case 'key': return '/administration/keys';
    default: return null;
  }
}

/** Hashes and names of documents are read by machines and compared, not read aloud. */
const fingerprint = /^(?:sha256:)?[\da-f]{40,}$/;

export interface AuditDetail {
  readonly name: string;
  readonly value: string;
  readonly isHash: boolean;
}

/** What an entry says besides who did what: a JSON object of texts, in its order. What is empty was not said. */
export function auditDetails({ details }: Pick<AuditEntryAnswer, 'details'>): AuditDetail[] {
  if (typeof details !== 'object' || details === null) return [];
  return Object.entries(details).flatMap(([name, value]) => {
    if (value === null || value === '') return [];
    const text = typeof value === 'string' ? value : JSON.stringify(value);
    return [{ name: humanize(name), value: text, isHash: fingerprint.test(text) }];
  });
}

/** The beginning of a hash: enough to tell two apart at a glance. */
export const shortHash = (hash: string): string => (hash.length > 24 ? `${hash.slice(0, hash.startsWith('sha256:') ? 19 : 12)}…` : hash);
