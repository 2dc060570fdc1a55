import type { ChangeAnswer, ExaminationAnswer } from '../../api/generated';
import type { Situation } from '../../model/changes/nextStep';
import { useSession } from '../access/useSession';
import { useRelease } from '../releases/useRelease';

/** The change as this person can deal with it. */
export function useSituation(change: ChangeAnswer, found: ExaminationAnswer | null): Situation {
  const session = useSession();
  const release = useRelease();
  const { state, base, publishedAs, createdBy, authors, documents } = change;
  return {
    state, base, publishedAs, createdBy, authors,
    newest: release?.number ?? null,
    edited: documents.length,
    found: found && { against: found.against, unstated: found.missingMetadata.length },
    me: session?.name ?? null,
    roles: session?.roles ?? [],
  };
}
