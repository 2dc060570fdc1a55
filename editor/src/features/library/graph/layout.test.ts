import { describe, expect, it } from 'vitest';
import { groupBySteps } from '../../../model/pathway';
import { library } from '../../../test/fixtures';
import { layOut } from './layout';

const size = { width: 200, height: 60, gap: 50 };
const layout = layOut(groupBySteps(library.workflows), size);
const at = (name: string) => layout.nodes.find(({ workflow }) => workflow.name === name)?.at ?? { x: NaN, y: NaN };

describe('the graph of the shipped library', () => {
  it('has every workflow and every use', () => {
    expect(layout.nodes).toHaveLength(library.workflows.length);
    expect(layout.edges).toHaveLength(library.workflows.flatMap(({ uses }) => uses).length);
  });

  it('leads from left to right, from side to side', () => {
    for (const { from, to, way } of layout.edges) {
      expect(at(to).x).toBeGreaterThan(at(from).x);
      expect(way[0]).toEqual({ x: at(from).x + size.width, y: at(from).y + size.height / 2 });
      expect(way.at(-1)).toEqual({ x: at(to).x, y: at(to).y + size.height / 2 });
    }
  });

  it('keeps the order of the pathway within a column, without overlap and within its size', () => {
    for (const x of new Set(layout.nodes.map((node) => node.at.x))) {
      const column = layout.nodes.filter((node) => node.at.x === x);
      column.forEach((node, i) => {
        const before = column[i - 1];
        if (before) expect(node.at.y).toBeGreaterThanOrEqual(before.at.y + size.height);
        expect(node.at.y).toBeGreaterThanOrEqual(0);
        expect(node.at.y + size.height).toBeLessThanOrEqual(layout.height);
      });
    }
  });
});
