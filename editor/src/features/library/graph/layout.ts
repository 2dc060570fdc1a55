import { Graph, layout, type EdgeLabel, type GraphLabel, type NodeLabel } from '@dagrejs/dagre';
import type { StepGroup, Used } from '../../../model/pathway';

type Layered = Graph<GraphLabel, NodeLabel, EdgeLabel>;

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface PlacedNode<W> {
  readonly workflow: W;
  readonly step: number | null;
  /** Of the upper left corner. */
  readonly at: Point;
}

export interface PlacedEdge {
  readonly from: string;
  readonly to: string;
  readonly include: boolean;
  /** Corners of the way around other nodes, the ends included. */
  readonly way: readonly Point[];
}

export interface Layout<W> {
  readonly width: number;
  readonly height: number;
  readonly nodes: readonly PlacedNode<W>[];
  readonly edges: readonly PlacedEdge[];
}

export interface NodeSize {
  readonly width: number;
  readonly height: number;
  /** Between columns. */
  readonly gap: number;
}

/** From left to right: who uses others, then whom they use; each column in the order of the pathway, which is also that of the list. */
export function layOut<W extends Used>(groups: readonly StepGroup<W>[], { width, height, gap }: NodeSize): Layout<W> {
  const steps = groups.flatMap((group) => group.steps);
  const place = new Map(steps.map(({ workflow }, i) => [workflow.name, i]));
  const graph = new Graph<GraphLabel, NodeLabel, EdgeLabel>();
  graph.setGraph({ rankdir: 'LR', align: 'UL', nodesep: 12, ranksep: gap, edgesep: 12, marginx: 4, marginy: 4 });
  graph.setDefaultEdgeLabel(() => ({}));
  for (const { workflow } of steps) graph.setNode(workflow.name, { width, height });
  const uses = steps.flatMap(({ workflow }) => workflow.uses.filter((use) => place.has(use.workflow)).map((use) => ({ from: workflow.name, to: use.workflow, include: use.include })));
  for (const { from, to } of uses) graph.setEdge(from, to);
  layout(graph, { customOrder: (layered) => { keepOrder(layered, place); } });
  const { width: wide = 0, height: high = 0 } = graph.graph();
  const corners = new Map(steps.map(({ workflow: { name } }) => {
    const { x = 0, y = 0 } = graph.node(name);
    return [name, { x: x - width / 2, y: y - height / 2 }];
  }));
  const cornerOf = (name: string): Point => corners.get(name) ?? { x: 0, y: 0 };
  return {
    width: wide,
    height: high,
    nodes: steps.map(({ workflow, step }) => ({ workflow, step, at: cornerOf(workflow.name) })),
    edges: uses.map((use) => {
      const [from, to] = [cornerOf(use.from), cornerOf(use.to)];
      // From side to side, around what stands between.
      const way = [{ x: from.x + width, y: from.y + height / 2 }, ...around(graph.edge(use.from, use.to).points ?? [], from.x + width, to.x), { x: to.x, y: to.y + height / 2 }];
      return { ...use, way };
    }),
  };
}

/** Corners that lie in the columns between both; those within the gaps next to the ends only bend the line. */
const around = (points: readonly Point[], from: number, to: number): Point[] =>
  points.length > 3 ? points.slice(1, -1).filter(({ x }) => x > from && x < to).map(({ x, y }) => ({ x, y })) : [];

/** Within a column what comes earlier stands higher; a line that passes through stands where its end belongs. */
function keepOrder(graph: Layered, place: ReadonlyMap<string, number>) {
  const columns = new Map<number, { readonly name: string; readonly place: number }[]>();
  for (const name of graph.nodes()) {
    const node = graph.node(name);
    const end = node.edgeObj?.w;
    const column = columns.get(node.rank ?? 0) ?? [];
    column.push({ name, place: place.get(name) ?? (end === undefined ? undefined : place.get(end)) ?? 0 });
    columns.set(node.rank ?? 0, column);
  }
  for (const column of columns.values())
    column.sort((a, b) => a.place - b.place).forEach(({ name }, order) => { graph.node(name).order = order; });
}

/** A line through all points, with round corners. */
export function curve(way: readonly Point[]): string {
  const [first, ...others] = way;
  if (!first) return '';
  const parts = [`M${first.x} ${first.y}`];
  let from = first;
  for (const to of others) {
    const middle = (from.x + to.x) / 2;
    parts.push(`C${middle} ${from.y} ${middle} ${to.y} ${to.x} ${to.y}`);
    from = to;
  }
  return parts.join(' ');
}
