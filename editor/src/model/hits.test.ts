import { expect, it } from 'vitest';
import { decision } from '../test/fixtures';
import { readWorkflow } from './documents/workflowDocument';
import { draftDetail } from './draftWorkflow';
import { allExplanations } from './explanation';
import { scoreMarks, tableMarks } from './hits';
import { sheetFor } from './sheet';

const explanations = allExplanations(decision('mirels-range'));

it('rows of a table and bands of a score are marked as the decision found them', () => {
  expect(tableMarks(explanations, 'mirelsBand')).toEqual(new Map([[0, 'miss'], [1, 'miss'], [2, 'hit']]));
  expect(scoreMarks(explanations, ['mirelsSitePoints', 'mirelsPainPoints', 'noSuchItem'])).toEqual(new Map([
    ['mirelsSitePoints', new Map([[0, 'miss'], [1, 'miss'], [2, 'hit']])],
    ['mirelsPainPoints', new Map([[0, 'open'], [1, 'open'], [2, 'open']])],
  ]));
  expect(tableMarks(allExplanations(decision('agent-complete')), 'zoledronicDose')?.get(2)).toBe('miss');
  expect(tableMarks(explanations, 'noSuchTable')).toBeNull();
});

it('a workflow on the screen is described like a live one, so that its explanations open to the same sheets', () => {
  const view = readWorkflow(`{ "WorkflowName": "MirelsFractureRisk", "Inputs": [{ "Name": "lesion", "Schema": "lesion" }],
    "Scores": [{ "Name": "mirelsScore", "Items": [{ "Name": "mirelsSitePoints", "Input": "lesion.site", "Points": [
      { "When": "\\"upperLimb\\"", "Points": 1 }, { "When": "\\"lowerLimb\\"", "Points": 2 }, { "Otherwise": true, "Points": 3 }] }] }] }`);
  const detail = draftDetail(view, 'mirels', { facts: ['lesion.site'], scores: [{ name: 'mirelsScore', min: 4, max: 12 }] });
  expect(detail).toMatchObject({ name: 'MirelsFractureRisk', facts: ['lesion.site'], inputs: [{ name: 'lesion', schema: 'lesion' }], scores: [{ min: 4, max: 12 }] });
  const site = explanations.mirelsSitePoints;
  expect(site && sheetFor(detail, 'mirelsSitePoints', site)?.rows.map(({ results, hit }) => [results[0], hit])).toEqual([['1', 'miss'], ['2', 'miss'], ['3', 'hit']]);
});
