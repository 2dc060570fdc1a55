import { useParams } from '@tanstack/react-router';
import { EmptyState } from '../../ui/EmptyState';
import { usePageTitle } from '../../ui/usePageTitle';
import { useWorkspace } from '../workspace/WorkspaceContext';
import { DocumentText } from './text/DocumentText';

/** Any document of the workspace as text. */
export function DocumentRoute() {
  const { _splat: name = '' } = useParams({ from: '/changes/$change/documents/$' });
  const { snapshot } = useWorkspace();
  usePageTitle(`${name} · BoneMets.Rules`);
  if (!snapshot.names.includes(name)) return <EmptyState page icon="question" title="There is no such document here"><p><code>{name}</code> may have been removed in this change, or the address is mistyped.</p></EmptyState>;
  return (
    <>
      <h1>{name}</h1>
      <DocumentText name={name} />
    </>
  );
}
