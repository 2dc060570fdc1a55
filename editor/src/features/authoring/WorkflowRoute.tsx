import { Outlet, useMatchRoute, useParams } from '@tanstack/react-router';
import { useDeferredValue, useMemo } from 'react';
import { readWorkflow } from '../../model/documents/workflowDocument';
import { isLarge } from '../../model/verification/size';
import { humanize } from '../../model/words';
import { EmptyState } from '../../ui/EmptyState';
import { RequestError } from '../shell/RequestError';
import { usePageTitle } from '../../ui/usePageTitle';
import { useDraftDocument } from '../workspace/useDraftDocument';
import { useCheck } from '../workspace/useLanguage';
import { ExamplesContext, useExamples } from '../verification/examples';
import { useFindings } from '../verification/useVerified';
import { useWorkspace } from '../workspace/WorkspaceContext';
import styles from './Authoring.module.css';
import { Later, Now } from './Later';
import { Outline } from './outline/Outline';
import { usePartTitle } from './usePartTitle';
import { TrySide } from './tryit/TrySide';
import { UnreadableBanner, UnreadableDocument } from './text/UnreadableDocument';
import type { WorkflowEditing } from './WorkflowEditing';

/** One workflow of the workspace: its parts at the side, the one that is open beside them. */
export function WorkflowRoute() {
  const { folder } = useParams({ from: '/changes/$change/workflows/$folder' });
  const workspace = useWorkspace();
  const { snapshot, readOnly, key } = workspace;
  const documentName = `${folder}/workflow.json`;
  const asText = useMatchRoute()({ to: '/changes/$change/workflows/$folder/text' }) !== false;
  const { document, error, retry, edit } = useDraftDocument(documentName);
  const check = useCheck();
  const text = document?.text ?? null;
  const view = useMemo(() => (text === null ? null : readWorkflow(text)), [text]);
  // Findings are drawn all over the page: the next key does not wait for that.
  const all = useDeferredValue(check.data?.diagnostics);
  const found = useFindings(view?.name ?? '', view !== null && view.name !== '' && !isLarge(view));
  const examples = useExamples(found, folder, view);
  const diagnostics = useMemo(() => [
    ...(all ?? []).filter(({ document: name }) => name.startsWith(`${folder}/`)), ...examples.of.keys(),
  ], [all, examples, folder]);
  const part = usePartTitle(view);
  usePageTitle(`${part === null ? '' : `${part} · `}${view?.title ?? humanize(folder)} · ${key === 'live' ? 'live' : `change ${key}`} · BoneMets.Rules`);
  const editing = useMemo<WorkflowEditing | null>(() => view && { folder, documentName, casesName: `${folder}/cases.json`, view, readOnly, edit, diagnostics }, [folder, documentName, view, readOnly, edit, diagnostics]);

  if (error) return <RequestError error={error} retry={retry} />;
  if (!snapshot.names.includes(documentName))
    return <EmptyState page icon="question" title={`There is no workflow “${humanize(folder)}” here`}><p>It may have been removed in this change, or the address is mistyped.</p></EmptyState>;
  if (!editing) return <span role="status" className="visually-hidden">Loading the workflow</span>;
  const { sound } = editing.view.document;
  // Who types the text itself keeps the editor, with its cursor, while it is no complete JSON for a moment.
  if (!sound && !asText) return <UnreadableDocument name={documentName} title={humanize(folder)} />;
  return (
    <Later editing={editing}>
      <ExamplesContext value={examples}>
        <TrySide key={folder}>
          <Outline />
          <div className={styles.part}>
            <Now workspace={workspace} editing={editing}>
              {!sound && <UnreadableBanner name={documentName} />}
              <Outlet />
            </Now>
          </div>
        </TrySide>
      </ExamplesContext>
    </Later>
  );
}
