import { createContext, use } from 'react';
import type { ChangeAnswer } from '../../api/generated';
import type { DraftPlace } from '../../api/language';
import type { DraftSnapshot, DraftStore } from '../../model/drafts/DraftStore';

/** The library as somebody looks at it or edits it: the content of a change, or what is live. */
export interface Workspace {
  /** As addresses name it: the number of the change, or `live`. */
  readonly key: string;
  /** Null: what is live. */
  readonly change: ChangeAnswer | null;
  readonly release: number;
  /** Why nothing can be edited here, as a sentence; null: it can. */
  readonly readOnly: string | null;
  readonly store: DraftStore;
  readonly snapshot: DraftSnapshot;
  /** For requests about these documents as they are on the screen. */
  readonly place: DraftPlace;
}

export const WorkspaceContext = createContext<Workspace | null>(null);

export function useWorkspace(): Workspace {
  const workspace = use(WorkspaceContext);
  if (!workspace) throw new Error('useWorkspace stands outside of a workspace');
  return workspace;
}
