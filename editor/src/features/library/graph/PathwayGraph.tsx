import '@xyflow/react/dist/base.css';
import { useMediaQuery } from '@mantine/hooks';
import { MarkerType, ReactFlow, type Edge } from '@xyflow/react';
import { useMemo, useState } from 'react';
import type { WorkflowSummary } from '../../../api/generated';
import type { StepGroup } from '../../../model/pathway';
import styles from './Graph.module.css';
import { layOut, type NodeSize } from './layout';
import { UseEdge, type UseEdgeType } from './UseEdge';
import { WorkflowNode, type WorkflowNodeType } from './WorkflowNode';

interface Props {
  readonly groups: readonly StepGroup<WorkflowSummary>[];
  readonly found: readonly WorkflowSummary[];
}

const wide: NodeSize = { width: 340, height: 72, gap: 84 };
const narrow: NodeSize = { width: 152, height: 104, gap: 28 };
const nodeTypes = { workflow: WorkflowNode };
const edgeTypes = { use: UseEdge };

/** Screen readers take it as what it is, a group of links, and keep their own keys. */
const noApplication = (element: HTMLDivElement | null) => { element?.setAttribute('role', 'group'); };

/** Who uses whom, at reading size: what does not fit is scrolled to, as everywhere. */
export function PathwayGraph({ groups, found }: Props) {
  const isNarrow = useMediaQuery('(max-width: 48em)', undefined, { getInitialValueInEffect: false });
  const size = isNarrow ? narrow : wide;
  const [pointed, setPointed] = useState<string | null>(null);
  const layout = useMemo(() => layOut(groups, size), [groups, size]);
  const workflows = useMemo(() => groups.flatMap(({ steps }) => steps.map(({ workflow }) => workflow)), [groups]);

  const nodes = layout.nodes.map(({ workflow, step, at }): WorkflowNodeType => ({
    id: workflow.name,
    type: 'workflow',
    position: { ...at },
    width: size.width,
    height: size.height,
    domAttributes: { 'aria-roledescription': undefined },
    data: { workflow, step, workflows, isFound: found.includes(workflow), point: setPointed },
  }));
  const edges = layout.edges.map(({ from, to, include, way }): UseEdgeType => {
    const state = pointed === null ? 'calm' : pointed === from || pointed === to ? 'near' : 'far';
    return { id: `${from} ${to}`, type: 'use', source: from, target: to, data: { way, include, state }, markerEnd: arrow(state), zIndex: state === 'near' ? 1 : 0, domAttributes: { 'aria-hidden': true } };
  });
  return (
    <section className={styles.graph} aria-label="Who uses whom">
      <p className={styles.legend}>
        <span><svg width="36" height="8" aria-hidden="true"><path d="M0 4H36" className={styles.line} /></svg>puts the rules of the other into its own decision</span>
        <span><svg width="36" height="8" aria-hidden="true"><path d="M0 4H36" className={styles.line} data-reads /></svg>reads results of the other</span>
      </p>
      <div className={styles.scroll} tabIndex={0} role="region" aria-label="Graph, scrollable">
        <div style={{ width: layout.width, height: layout.height }}>
          <ReactFlow<WorkflowNodeType, UseEdgeType>
            ref={noApplication}
            aria-label="Workflows and their uses"
            nodes={nodes}
            edges={edges}
            nodeTypes={nodeTypes}
            edgeTypes={edgeTypes}
            defaultViewport={{ x: 0, y: 0, zoom: 1 }}
            minZoom={1}
            maxZoom={1}
            panOnDrag={false}
            panActivationKeyCode={null}
            selectionKeyCode={null}
            deleteKeyCode={null}
            multiSelectionKeyCode={null}
            zoomActivationKeyCode={null}
            zoomOnScroll={false}
            zoomOnPinch={false}
            zoomOnDoubleClick={false}
            preventScrolling={false}
            nodesDraggable={false}
            nodesConnectable={false}
            nodesFocusable={false}
            edgesFocusable={false}
            elementsSelectable={false}
            disableKeyboardA11y
            proOptions={{ hideAttribution: true }}
          />
        </div>
      </div>
    </section>
  );
}

const arrow = (state: 'calm' | 'near' | 'far'): Edge['markerEnd'] =>
  ({ type: MarkerType.ArrowClosed, width: 16, height: 16, color: `var(${state === 'near' ? '--accent' : '--line-strong'})` });
