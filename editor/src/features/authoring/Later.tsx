import { memo, startTransition, useDeferredValue, useMemo, useState, type ComponentType, type ReactNode } from 'react';
import type { RuleView } from '../../model/documents/workflowDocument';
import { BehindContext } from '../tryit/behind';
import { WorkspaceContext, useWorkspace, type Workspace } from '../workspace/WorkspaceContext';
import { useWorkflowEditing, WorkflowEditingContext, type WorkflowEditing } from './WorkflowEditing';

interface Shown {
  readonly workspace: Workspace;
  readonly editing: WorkflowEditing;
}

const isOfOne = (a: Shown, b: Shown) => a.workspace.store === b.workspace.store && a.workspace.key === b.workspace.key && a.editing.folder === b.editing.folder && a.editing.view.name === b.editing.view.name;

interface AroundProps {
  readonly editing: WorkflowEditing;
  readonly children: ReactNode;
}

/**
 * Around parts that follow what is written a moment later, so that a key does not wait until they are drawn: they see the workspace as it was, as
 * a whole. `Now` inside leads back to what is written. Nothing of one workflow is ever shown for another.
 */
export function Later({ editing, children }: AroundProps) {
  const workspace = useWorkspace();
  const now = useMemo(() => ({ workspace, editing }), [workspace, editing]);
  const deferred = useDeferredValue(now);
  const shown = isOfOne(deferred, now) ? deferred : now;
  return (
    <BehindContext value={shown.workspace.snapshot.revision !== workspace.snapshot.revision}>
      <WorkspaceContext value={shown.workspace}>
        <WorkflowEditingContext value={shown.editing}>{children}</WorkflowEditingContext>
      </WorkspaceContext>
    </BehindContext>
  );
}

/** Inside of `Later`, what is written. */
export function Now({ workspace, editing, children }: AroundProps & Pick<Shown, 'workspace'>) {
  return <WorkspaceContext value={workspace}><WorkflowEditingContext value={editing}>{children}</WorkflowEditingContext></WorkspaceContext>;
}

interface PartProps {
  readonly rule: RuleView;
  readonly Part: ComponentType<{ readonly rule: RuleView }>;
}

/** A part of the page of a rule: drawn at once while the keyboard is in it, else later. It never goes back: what was written in it is drawn when the keyboard has left. */
export function LaterPart({ rule, Part }: PartProps) {
  const workspace = useWorkspace();
  const editing = useWorkflowEditing();
  const [isWritten, setWritten] = useState(false);
  const now = useMemo(() => ({ workspace, editing, rule }), [workspace, editing, rule]);
  const deferred = useDeferredValue(now);
  const shown = isWritten || !isOfOne(deferred, now) ? now : deferred;
  return (
    <div style={{ display: 'contents' }} onFocus={() => { setWritten(true); }} onBlur={() => { startTransition(() => { setWritten(false); }); }}>
      <Now workspace={shown.workspace} editing={shown.editing}><Drawn rule={shown.rule} Part={Part} /></Now>
    </div>
  );
}

const Drawn = memo(({ rule, Part }: PartProps) => <Part rule={rule} />);
Drawn.displayName = 'Drawn';
