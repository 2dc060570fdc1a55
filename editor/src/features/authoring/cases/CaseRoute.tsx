import { Skeleton } from '@mantine/core';
import { Link, useParams } from '@tanstack/react-router';
import type { ListedCase } from '../../../model/cases/caseList';
import { EmptyState } from '../../../ui/EmptyState';
import { RequestError } from '../../shell/RequestError';
import { useWorkspace } from '../../workspace/WorkspaceContext';
import { useWorkflowEditing } from '../WorkflowEditing';
import { CasePage } from './CasePage';
import { useCases } from './useCases';

export function CaseRoute() {
  const { case: id } = useParams({ from: '/changes/$change/workflows/$folder/cases/$case' });
  const { key } = useWorkspace();
  const { folder } = useWorkflowEditing();
  const { cases, isAbsent, error, retry, listed, isCurrent, edit } = useCases();
  if (error) return <RequestError error={error} retry={retry} />;
  if (!cases && !isAbsent) return <Skeleton height={420} />;
  const one = cases?.document.sound ? listed.find(({ golden }) => golden.id === id) : undefined;
  if (!cases || !one) {
    const all = <Link to="/changes/$change/workflows/$folder/cases" params={{ change: key, folder }}>All cases of this workflow</Link>;
    return <EmptyState page icon="question" title={`There is no case “${id}” here`} actions={all}><p>It may have been renamed or removed.</p></EmptyState>;
  }
  return <CasePage key={one.golden.pointer} one={one} cases={cases} nextFailed={nextFailed(listed, one)} isCurrent={isCurrent} edit={edit} />;
}

/** The next one that failed, from here on and then from the top. */
function nextFailed(listed: readonly ListedCase[], one: ListedCase): string | null {
  const at = listed.indexOf(one);
  return [...listed.slice(at + 1), ...listed.slice(0, at)].find(({ outcome }) => outcome === 'failed')?.golden.id ?? null;
}
