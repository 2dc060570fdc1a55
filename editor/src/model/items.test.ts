import { expect, it } from 'vitest';
import { decision } from '../test/fixtures';
import type { WorkflowDetail } from './workflow';
import { itemsOf } from './items';

it('a score that does not list its items has those of its workflow, with their values', () => {
  const explanations = decision('mirels-range').explanations ?? {};
  const score = explanations.mirelsScore;
  if (!score) throw new Error('the recorded decision explains its score');
  const workflow = { scores: [{ name: 'mirelsScore', min: 4, max: 12, items: [{ name: 'mirelsSitePoints', bands: [] }, { name: 'mirelsPainPoints', bands: [] }] }] } as unknown as WorkflowDetail;
  const items = itemsOf({ ...score, children: [] }, workflow, explanations);
  expect(items.map(({ target, state }) => `${target} ${state}`)).toEqual(['mirelsSitePoints known', 'mirelsPainPoints range']);
  expect(itemsOf(score, workflow, explanations)).toHaveLength(4);
});
