import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import { libraryQuery } from '../../../api/queries';
import { member, parseDocument, stringOf } from '../../../model/documents/json';
import { useWorkspace } from '../../workspace/WorkspaceContext';

/** The folders of workflows by their names, as far as they are known: what is on the screen counts before what is live. */
export function useFolders(wanted: readonly string[]): ReadonlyMap<string, string> {
  const { store, snapshot: { names, documents } } = useWorkspace();
  const library = useQuery(libraryQuery).data?.workflows;
  const folders = useMemo(() => {
    const live = (library ?? []).flatMap(({ name, folder }) => (folder && names.includes(`${folder}/workflow.json`) ? [[name, folder] as const] : []));
    const opened = [...documents.values()].flatMap(({ name, text }) => {
      const [, folder] = /^([^/]+)\/workflow\.json$/.exec(name) ?? [];
      const workflow = folder === undefined || text === null ? null : stringOf(member(parseDocument(text).root, 'WorkflowName'));
      return folder !== undefined && workflow !== null ? [[workflow, folder] as const] : [];
    });
    return new Map([...live, ...opened]);
  }, [library, names, documents]);
  const unknown = wanted.some((name) => !folders.has(name));
  useEffect(() => {
    // Renamed or new in this change: their own documents say it.
    if (unknown) for (const name of names) if (name.endsWith('/workflow.json')) store.need(name).catch(() => undefined);
  }, [unknown, names, store]);
  return folders;
}
