import { Skeleton } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useState, useSyncExternalStore, type ReactNode } from 'react';
import { changePath, changeQuery } from '../../api/changes';
import type { ChangeAnswer } from '../../api/generated';
import { libraryQuery } from '../../api/queries';
import { isEdited } from '../../model/drafts/draftDocument';
import { DraftStore, type DraftSnapshot } from '../../model/drafts/DraftStore';
import type { Session } from '../../model/session';
import { EmptyState } from '../../ui/EmptyState';
import { useSession } from '../access/useSession';
import { RequestError } from '../shell/RequestError';
import { keeperFor } from './keeper';
import { documentsOf } from './transport';
import { WorkspaceContext, type Workspace } from './WorkspaceContext';
import { asError } from '../../model/asError';

/** Look this often whether a colleague saved something in the same change, or whether it is in another state. */
const lookEvery = 10_000;

/** Holds the documents of a change, or of what is live, for the pages below it. */
export function WorkspaceProvider({ workspace, children }: { workspace: string; children: ReactNode }) {
  const session = useLastPerson(useSession());
  if (!session) return <Loading />;
  if (!session.hasStore)
    return <EmptyState page icon="book" title="Rules are not edited here"><p>This server serves a folder of files, read-only. Edit the files in that folder, or start the server with a store to write, review and publish in the browser.</p></EmptyState>;
  return workspace === 'live' ? <Live person={session.name}>{children}</Live> : <Change key={workspace} id={Number(workspace)} person={session.name} roles={session.roles}>{children}</Change>;
}

/** When a session ends while somebody writes, the page stays theirs: what they wrote is saved when they are back. */
function useLastPerson(session: Session | null): Session | null {
  const [person, setPerson] = useState<Session | null>(null);
  if (session?.name && session !== person) setPerson(session);
  return session?.name === null ? (person ?? session) : session;
}

function Loading() {
  return <div aria-busy="true"><Skeleton height={420} /><span className="visually-hidden" role="status">Loading the documents</span></div>;
}

function Live({ person, children }: { person: string | null; children: ReactNode }) {
  const library = useQuery(libraryQuery);
  const live = library.data?.library.release;
  if (live === undefined || live === null) return library.error ? <RequestError home error={library.error} retry={() => { void library.refetch(); }} /> : <Loading />;
  return <Documents key={live} path={`/releases/${live}`} change={null} release={live} person={person} readOnly={`This is release ${live}, as it is served now.`}>{children}</Documents>;
}

function Change({ id, person, roles, children }: { id: number; person: string | null; roles: readonly string[]; children: ReactNode }) {
  const change = useQuery({ ...changeQuery(id), refetchInterval: lookEvery });
  if (change.data) {
    return (
      <Documents path={changePath(id)} change={change.data} release={change.data.base} person={person} readOnly={lock(change.data, roles)}>{children}</Documents>
    );
  }
  return change.error ? <RequestError home error={change.error} retry={() => { void change.refetch(); }} /> : <Loading />;
}

function lock({ state, publishedAs }: ChangeAnswer, roles: readonly string[]): string | null {
  if (state === 'published') return `This change was published${publishedAs === null ? '' : ` as release ${publishedAs}`}: it is what it was.`;
  if (state === 'withdrawn') return 'This change was withdrawn: it is kept as it was.';
  return roles.includes('author') ? null : 'You can look at this change and discuss it; editing needs the role of an author.';
}

interface Props extends Pick<Workspace, 'change' | 'release' | 'readOnly'> {
  readonly path: string;
  readonly person: string | null;
  readonly children: ReactNode;
}

function Documents({ path, change, release, person, readOnly, children }: Props) {
  const id = change?.id;
  const [opened, setOpened] = useState<{ readonly store: DraftStore; readonly error: Error | null } | null>(null);
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    const store = new DraftStore({ transport: documentsOf(path), ...(id !== undefined && person ? { keeper: keeperFor(person, id) } : {}) });
    let gone = false;
    store.open().then(
      () => { if (!gone) setOpened({ store, error: null }); },
      (error: unknown) => { if (!gone) setOpened({ store, error: asError(error) }); },
    );
    return () => {
      gone = true;
      void store.flush();
      store.close();
    };
  }, [path, id, person, attempt]);

  if (opened?.error) return <RequestError home error={opened.error} retry={() => { setOpened(null); setAttempt(attempt + 1); }} />;
  if (!opened) return <Loading />;
  return <Provided store={opened.store} change={change} release={release} readOnly={readOnly}>{children}</Provided>;
}

function Provided({ store, change, release, readOnly, children }: Pick<Workspace, 'store' | 'change' | 'release' | 'readOnly'> & { children: ReactNode }) {
  const snapshot = useSyncExternalStore(store.subscribe, store.snapshot);
  const unsaved = [...snapshot.documents.values()].some(isEdited);
  useSavedAnew(change, snapshot);
  useEffect(() => {
    const look = setInterval(() => { store.refresh().catch(() => undefined); }, lookEvery);
    return () => { clearInterval(look); };
  }, [store]);
  useEffect(() => {
    if (!unsaved) return undefined;
    const warn = (event: BeforeUnloadEvent) => { event.preventDefault(); };
    addEventListener('beforeunload', warn);
    return () => { removeEventListener('beforeunload', warn); };
  }, [unsaved]);
  const value = useMemo<Workspace>(() => ({
    key: change ? String(change.id) : 'live', change, release, readOnly, store, snapshot, place: placeOf(change, snapshot),
  }), [change, release, readOnly, store, snapshot]);
  return <WorkspaceContext value={value}>{children}</WorkspaceContext>;
}

/** Every document that is saved makes another change of it: other content, and a draft once more. */
function useSavedAnew(change: ChangeAnswer | null, { documents }: DraftSnapshot) {
  const queryClient = useQueryClient();
  const id = change?.id;
  const tags = [...documents.values()].map(({ name, saved }) => `${name} ${saved?.tag ?? ''}`).join('\n');
  useEffect(() => {
    if (id !== undefined) void queryClient.invalidateQueries({ queryKey: changeQuery(id).queryKey, exact: true });
  }, [queryClient, id, tags]);
}

function placeOf(change: ChangeAnswer | null, { documents }: DraftSnapshot): Workspace['place'] {
  const edited = [...documents.values()].filter(isEdited).map(({ name, text }) => [name, text] as const);
  return { ...(change ? { change: change.id } : {}), ...(edited.length > 0 ? { documents: Object.fromEntries(edited) } : {}) };
}
