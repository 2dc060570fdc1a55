import { BaseEdge, type Edge, type EdgeProps } from '@xyflow/react';
import styles from './Graph.module.css';
import { curve, type Point } from './layout';

/** `near`: it begins or ends where somebody points; `far`: it does not, and steps back. */
export type UseEdgeType = Edge<{ readonly way: readonly Point[]; readonly include: boolean; readonly state: 'calm' | 'near' | 'far' }, 'use'>;

export function UseEdge({ data, markerEnd }: EdgeProps<UseEdgeType>) {
  if (!data) return null;
  return <g data-reads={!data.include || undefined} data-state={data.state} className={styles.edge}><BaseEdge path={curve(data.way)} markerEnd={markerEnd} interactionWidth={0} /></g>;
}
