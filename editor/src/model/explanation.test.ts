import { describe, expect, it } from 'vitest';
import { agent, decision, mirels } from '../test/fixtures';
import { connective, hitOf, operands, parts, soleFact, stateWords, type Explanation } from './explanation';
import { readable } from './readable';
import { sheetFor } from './sheet';

const node = (kind: Explanation['kind'], text: string, children: Explanation[] = []): Explanation =>
  ({ kind, text, state: 'known', value: true, children });

describe('explanation trees', () => {
  const chain = node('and', 'a && b && c', [node('and', 'a && b', [node('fact', 'a'), node('fact', 'b')]), node('fact', 'c')]);

  it('flatten chains of one connective', () => {
    expect(operands(chain).map(({ text }) => text)).toEqual(['a', 'b', 'c']);
    expect(operands(node('or', 'x', [chain])).map(({ kind }) => kind)).toEqual(['and']);
    expect([connective(chain), connective(node('or', '')), connective(node('fact', ''))]).toEqual(['All of these', 'Any of these', null]);
  });

  it('leave literals out, and see when a line is about one fact', () => {
    const comparison = node('comparison', 'a > 3', [node('fact', 'a'), node('literal', '3')]);
    expect(parts(comparison).map(({ text }) => text)).toEqual(['a']);
    expect(soleFact(comparison)?.text).toBe('a');
    expect(soleFact(chain)).toBeNull();
  });

  it.each([
    [{ state: 'known', value: false }, { tone: 'no', text: 'no' }],
    [{ state: 'known', value: 9.28 }, { tone: 'value', text: '9.28' }],
    [{ state: 'range', min: 10, max: 12 }, { tone: 'undecided', text: '10 to 12' }],
    [{ state: 'oneOf', values: ['high', 'borderline'] }, { tone: 'undecided', text: 'high or borderline' }],
    [{ state: 'unknown' }, { tone: 'unknown', text: 'not recorded' }],
    [{ state: 'failed' }, { tone: 'failed', text: 'failed' }],
    [{ state: 'notEvaluated' }, { tone: 'idle', text: 'not needed' }],
  ] as const)('%j in words', (state, words) => {
    expect(stateWords({ kind: 'fact', text: 'a', ...state })).toEqual(words);
  });

  it('say of a row whether it applies', () => {
    expect([hitOf({ kind: 'row', text: '', state: 'known', value: true }), hitOf({ kind: 'row', text: '', state: 'unknown' })]).toEqual(['hit', 'possible']);
  });
});

describe('score sheets and tables', () => {
  it('join the authored rows with what became of them', () => {
    const { explanations } = decision('mirels-range');
    const site = explanations?.mirelsSitePoints;
    const pain = explanations?.mirelsPainPoints;
    expect(site && sheetFor(mirels, 'mirelsSitePoints', site)?.rows.map(({ results, hit }) => [results[0], hit])).toEqual([['1', 'miss'], ['2', 'miss'], ['3', 'hit']]);
    expect(pain && sheetFor(mirels, 'mirelsPainPoints', pain)?.rows.map(({ hit }) => hit)).toEqual(['possible', 'possible', 'possible']);
  });

  it('show tables with units, and rows below the hit as not needed', () => {
    const dose = decision('agent-complete').explanations?.zoledronicDose;
    const sheet = dose && sheetFor(agent, 'zoledronicDose', dose);
    expect(sheet?.results).toMatchObject([{ name: 'doseMg', unit: 'mg' }]);
    expect(sheet?.rows.map(({ results, hit }) => [results[0], hit])).toEqual([['4.0', 'miss'], ['3.5', 'hit'], ['3.3', 'idle'], ['3.0', 'idle'], ['0', 'idle']]);
  });

  it('are none for a parameter, or when rows are not all explained', () => {
    expect(sheetFor(agent, 'correctedCalcium', node('arithmetic', 'x'))).toBeNull();
    expect(sheetFor(agent, 'zoledronicDose', node('table', 'x'))).toBeNull();
  });
});

it('expressions read like sentences', () => {
  const nameOf = (name: string) => ({ 'lesion.bone': 'Bone', mirelsScore: 'Mirels score' })[name] ?? null;
  expect(readable('lesion.bone == "femur" && mirelsScore >= 9', nameOf)).toBe('Bone = femur and Mirels score ≥ 9');
  expect(readable('"none" or "upperLimb"', nameOf)).toBe('none or upper limb');
  expect(readable('0.8 * (4.0 - x.y)', nameOf)).toBe('0.8 × (4.0 − x.y)');
});
