import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { libraryQuery } from '../../api/queries';
import { readWorkflow } from '../../model/documents/workflowDocument';
import { humanize } from '../../model/words';
import { useWorkspace } from '../workspace/WorkspaceContext';

export interface Names {
  /** What the workflow of a folder is called. */
  readonly titleOf: (folder: string) => string;
  /** Where a workflow stands; null when it is not known here. */
  readonly folderOf: (workflow: string) => string | null;
  /** What a workflow is called, by its name. */
  readonly titleOfWorkflow: (workflow: string) => string;
}

/**
 * What workflows are called and where they stand: as on the screen where the change has touched them, else as they are live. Only texts that
 * the live library cannot tell of are read for it.
 */
export function useNames(): Names {
  const { store, snapshot, change } = useWorkspace();
  const library = useQuery(libraryQuery).data;
  const wanted = (change?.documents ?? []).filter(({ name }) => name.endsWith('/workflow.json') && snapshot.names.includes(name) && !snapshot.documents.has(name)).map(({ name }) => name).join('\n');
  useEffect(() => {
    // A text that cannot be read now leaves the title that is live.
    for (const name of wanted.split('\n').filter(Boolean)) store.need(name).catch(() => undefined);
  }, [store, wanted]);
  const known = new Map(library?.workflows.flatMap(({ folder, title, name }) => (folder ? [[folder, { name, title: title ?? humanize(name) }] as const] : [])));
  for (const [name, { text }] of snapshot.documents) {
    const folder = /^([^/]+)\/workflow\.json$/.exec(name)?.[1];
    const view = folder !== undefined && text ? readWorkflow(text) : null;
    if (folder !== undefined && view && view.name !== '') known.set(folder, { name: view.name, title: view.title ?? humanize(view.name) });
  }
  const titleOf = (folder: string) => known.get(folder)?.title ?? humanize(folder);
  const folderOf = (workflow: string) => [...known].find(([, { name }]) => name === workflow)?.[0] ?? null;
  return {
    titleOf,
    folderOf,
    titleOfWorkflow: (workflow) => {
      const folder = folderOf(workflow);
      return folder === null ? humanize(workflow) : titleOf(folder);
    },
  };
}
