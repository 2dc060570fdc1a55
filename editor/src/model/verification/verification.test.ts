import { describe, expect, it } from 'vitest';
import type { CoverageElementAnswer, FindingAnswer, SurvivorAnswer } from '../../api/generated';
import { readCases } from '../documents/casesDocument';
import { placeNamed, placeWords } from '../documents/places';
import { readWorkflow } from '../documents/workflowDocument';
import { factsInWords } from '../facts/factsInWords';
import { lesionForm, patientForm } from '../../test/fixtures';
import { readFacts } from '../facts/readFacts';
import { parseDocument } from '../documents/json';
import { caseNamed, casesOfRows, elementsAt, gapCounts, gapsOf, linesOf, rowNote, sumOf } from './coverage';
import { exampleText, patientInWords } from './example';
import { countFindings, groupFindings } from './findings';
import { bothInWords, inWords, wordsOf } from './plainWords';
import { comparedWords, countProofs, proofGroups } from './proofs';
import { acceptedAs, acceptSuggestion, expectedWords, readSuggestion } from './suggestion';
import { isLarge } from './size';
import { groupSurvivors, withKept } from './survivors';

const finding = (workflow: string, severity: string, message = 'm'): FindingAnswer => ({
  workflow, example: null, diagnostic: { code: 'BMR7001', severity, document: `${workflow}/workflow.json`, pointer: '/Rules/0', line: 1, column: 1, message, help: null, start: null, length: null, fix: null },
});
const count = (covered: number, total: number) => ({ covered, total, percent: 0 });
const totals = { rules: count(1, 2), rows: count(0, 0), bands: count(3, 3), conditions: count(4, 6) };
const element = (more: Partial<CoverageElementAnswer>): CoverageElementAnswer => ({
  kind: 'rule', part: { kind: 'rule', name: 'A' }, text: 'met', isCovered: true, notRequired: null, sides: [{ name: 'met', wanted: 'a case in which the rule is met', count: 1, cases: ['a-1'] }],
  place: { document: 'w/workflow.json', pointer: '/Rules/0/RuleName', line: 1, column: 1, start: null, length: null }, ...more,
});
const at = (pointer: string) => ({ document: 'w/workflow.json', pointer, line: 1, column: 1, start: null, length: null });
const none = (name: string) => [{ name, wanted: `a case in which it is ${name}`, count: 0, cases: [] }];
const view = readWorkflow(`{
  "WorkflowName": "W",
  "GlobalParams": [{ "Name": "limit", "Expression": "1" }],
  "Scores": [{ "Name": "score", "Title": "The score", "Items": [{ "Name": "sizePoints", "Title": "Size", "Points": [{ "When": "1", "Points": 1 }] }] }],
  "Tables": [{ "Name": "doseTable", "Rows": [{ "When": ["1"], "Then": ["2"] }, { "When": ["2"], "Then": ["3"] }] }],
  "Rules": [{ "RuleName": "High", "Title": "High risk", "Expression": "score > 8" }]
}`);

describe('findings', () => {
  const workflows = ['A', 'B', 'C'].map((workflow) => ({ workflow, coverage: totals, findings: 0, open: 0 }));

  it('are grouped by workflow, warnings apart from remarks, what is touched first, and what is not decided is never left out', () => {
    const groups = groupFindings({ workflows, findings: [finding('A', 'info'), finding('B', 'info'), finding('B', 'warning')], open: [{ workflow: 'C', subject: 'rule X', why: 'too hard' }] }, (workflow) => workflow === 'C');
    expect(groups.map(({ workflow, warnings, remarks, open }) => [workflow, warnings.length, remarks.length, open.length])).toEqual([['C', 0, 0, 1], ['A', 0, 1, 0], ['B', 1, 1, 0]]);
  });

  it('are counted', () => {
    expect(countFindings({ findings: [finding('A', 'info'), finding('B', 'warning')], open: [] })).toEqual({ warnings: 1, remarks: 1, open: 0 });
  });
});

describe('a patient', () => {
  it('is told in the words of the form, element by element, with what the form does not know', () => {
    const text = '{ "patient": { "albumin": 2, "lesions": [{ "pain": "mild" }, {}], "odd": 1 } }';
    const told = patientInWords(patientForm, text).map(({ label, words }) => `${label}: ${words}`);
    expect(told).toContain('Albumin: 2 g/dL');
    expect(told).toContain('Lesion 1: Pain: mild');
    expect(told.some((line) => line.endsWith('2: nothing known of it'))).toBe(true);
    expect(told.at(-1)).toBe('patient.odd: 1');
  });

  it('of whom nothing is known has no line', () => {
    expect(factsInWords(lesionForm, readFacts(lesionForm, '{}', parseDocument('{}').root).draft)).toEqual([]);
  });

  it('keeps the digits of its numbers', () => {
    expect(exampleText({ facts: { lesion: { corticalPercent: { digits: '33.40' } } } })).toBe('{ "lesion": { "corticalPercent": 33.40 } }');
  });
});

describe('coverage', () => {
  const elements = [
    element({}),
    element({ text: 'failed', sides: none('failed'), notRequired: 'a failure is counted' }),
    element({ kind: 'condition', text: 'p.a', place: { ...at('/Rules/0/Expression'), start: 0 }, sides: [...none('true'), { name: 'false', wanted: 'w', count: 2, cases: ['a-1', 'Other/b-2'] }] }),
    element({ kind: 'row', place: at('/tables/0/rows/1'), sides: none('applies') }),
    element({ kind: 'row', place: at('/Tables/0/Rows/10'), sides: [{ name: 'applies', wanted: 'w', count: 12, cases: [] }] }),
  ];

  it('lacks every side that no case shows, of what counts', () => {
    expect(gapsOf(elements).map(({ element: { kind }, side: { name } }) => `${kind} ${name}`)).toEqual(['condition true', 'row applies']);
  });

  it('is attached to places whatever the case of their keys', () => {
    expect(elementsAt(elements, '/Rules/0')).toHaveLength(3);
    expect(elementsAt(elements, '/Rules')).toHaveLength(3);
    expect(elementsAt(elements, '/Tables/0/Rows/1')).toHaveLength(1);
    const gaps = gapCounts(elements);
    expect(['/Rules/0', '/Tables/0', '/Tables/0/Rows/1', '/Rules/1'].map(gaps)).toEqual([1, 1, 1, 0]);
    expect([...casesOfRows(elements, '/Tables/0/Rows')]).toEqual([[1, { count: 0, notRequired: null }], [10, { count: 12, notRequired: null }]]);
  });

  it('is told at rows in words', () => {
    expect(rowNote({ count: 0, notRequired: null }, 'row', true)).toEqual({ text: 'no case', title: 'No case shows this row.', tone: 'none' });
    expect(rowNote({ count: 1, notRequired: null }, 'band', true).text).toBe('1 case');
    expect(rowNote({ count: 0, notRequired: 'it never decides' }, 'row', true)).toMatchObject({ text: 'not needed', tone: 'quiet' });
    expect(rowNote({ count: 0, notRequired: null }, 'row', false)).toMatchObject({ title: 'No case shows this row. This is of the last saved text.', tone: 'quiet' });
  });

  it('has a line for each kind of which there is something, also over several workflows', () => {
    expect(linesOf(totals).map(({ label }) => label)).toEqual(['Verdicts of rules', 'Bands of scores', 'Conditions, true and false']);
    expect(sumOf([totals, totals])).toMatchObject({ rules: { covered: 2, total: 4, percent: 50 }, rows: { total: 0, percent: 100 } });
  });

  it('names cases of other workflows', () => {
    expect([caseNamed('a-1', 'W'), caseNamed('Other/b/2', 'W')]).toEqual([{ workflow: 'W', id: 'a-1' }, { workflow: 'Other', id: 'b/2' }]);
  });
});

describe('a suggested case', () => {
  const suggestion = { workflow: 'W', id: 'high-1', title: 'High', text: '{\n  "Id": "high-1",\n  "Title": "High",\n  "AsOf": "2026-01-31",\n  "Facts": { "p": { "a": 1.50 } },\n  "Expect": { "Rules": { "High": "notMet" }, "Outputs": { "score": 2, "dose": null }, "Missing": [] },\n  "Why": "It notices."\n}' };
  const cases = '{\n  "Workflow": "W",\n  "Cases": [\n    { "Id": "high-1", "Facts": {}, "Expect": { "Rules": { "High": "met" } } }\n  ]\n}\n';

  it('is read with its digits, and told in words', () => {
    const { facts, asOf, expect: expected } = readSuggestion(suggestion);
    expect([facts, asOf]).toEqual(['{ "p": { "a": 1.50 } }', '2026-01-31']);
    const words = { rule: (name: string) => name, value: (name: string) => name, fact: (path: string) => path };
    expect(expectedWords(expected, words)).toEqual([{ about: 'High', expected: 'not met' }, { about: 'score', expected: '2' }, { about: 'dose', expected: 'undecided' }, { about: 'Missing facts', expected: 'none' }]);
  });

  it('is appended under an id that is free, and is known again whatever its layout', () => {
    const after = acceptSuggestion(cases, suggestion);
    expect(readCases(after).cases.map(({ id }) => id)).toEqual(['high-1', 'high-1-2']);
    expect(after).toContain('"a": 1.50');
    expect([acceptedAs(cases, suggestion), acceptedAs(after, suggestion), acceptedAs(null, suggestion)]).toEqual([null, 'high-1-2', null]);
  });

  it('makes the document where there is none', () => {
    const made = acceptSuggestion('', suggestion);
    expect(readCases(made)).toMatchObject({ workflow: 'W' });
    expect(acceptedAs(made, suggestion)).toBe('high-1');
  });
});

describe('mistakes', () => {
  const survivor = (before: string, text: string | null): SurvivorAnswer => ({
    part: { kind: 'rule', name: 'A' }, operator: 'comparison', place: at('/Rules/0/Expression'), before, after: `${before}!`, suggestion: text === null ? null : { workflow: 'W', id: text, title: text, text },
  });

  it('stand with the case that notices them, those without one last', () => {
    const groups = groupSurvivors([survivor('a', null), survivor('b', 'x'), survivor('c', 'y'), survivor('d', 'x')]);
    expect(groups.map(({ suggestion, survivors }) => [suggestion?.id ?? null, survivors.map(({ before }) => before).join('')])).toEqual([['x', 'bd'], ['y', 'c'], [null, 'a']]);
  });

  it('whose case was accepted stay where they were', () => {
    const [first, second] = groupSurvivors([survivor('b', 'x'), survivor('c', 'y')]);
    if (!first || !second) throw new Error('two groups');
    expect(withKept([second], [{ group: first, at: 0 }])).toEqual([first, second]);
    expect(withKept([first, second], [{ group: first, at: 0 }])).toEqual([first, second]);
  });
});

describe('proofs', () => {
  const definition = (name: string, relation: string) => ({ name, isRule: true, relation, example: null, before: null, after: null, why: null });

  it('tell what differs first; whatever is not known to be the same is undecided', () => {
    const groups = proofGroups([
      { workflow: 'Same', obstacle: null, longestList: null, definitions: [definition('A', 'same')] },
      { workflow: 'Broken', obstacle: 'it has errors', longestList: null, definitions: [] },
      { workflow: 'Other', obstacle: null, longestList: 3, definitions: [definition('B', 'different'), definition('C', 'undecided'), definition('D', 'something new')] },
    ]);
    expect(groups.map(({ workflow }) => workflow)).toEqual(['Other', 'Broken', 'Same']);
    expect(countProofs(groups)).toEqual({ different: 1, undecided: 2, same: 1, obstacles: 1 });
  });

  it('say verdicts and values in words', () => {
    expect([comparedWords({ isRule: true }, 'notMet'), comparedWords({ isRule: false }, '11'), comparedWords({ isRule: false }, null)]).toEqual(['not met', '11', 'nothing']);
  });
});

it('asks about all patients of very large workflows only where somebody waits', () => {
  const rules = Array.from({ length: 301 }, (_, i) => `{ "RuleName": "R${i}" }`).join(',');
  expect([isLarge(view), isLarge(readWorkflow(`{ "Rules": [${rules}] }`))]).toEqual([false, true]);
});

describe('words', () => {
  const words = wordsOf(view, lesionForm);

  it('stand in place of names and expressions', () => {
    expect(inWords('`High` is met only when `lesion.fractured` is', words)).toBe('“High risk” is met only when “Fractured” is');
    expect(words('score >= 8 && !lesion.fractured')).toBe('The score ≥ 8 and not Fractured');
  });

  it('never show two expressions as the same', () => {
    expect(bothInWords('"a b"', '"aB"', () => 'a b')).toEqual({ before: '"a b"', after: '"aB"' });
    expect(bothInWords('score > 8', 'score > 9', words)).toEqual({ before: 'The score > 8', after: 'The score > 9' });
  });

  it('say where something stands', () => {
    expect(['/Rules/0/Expression', '/tables/0/rows/1/When/0', '/Scores/0/Items/0/Points/0/When', '/GlobalParams/0'].map((pointer) => placeWords(view, pointer))).toEqual(['High risk', 'Dose table, row 2', 'The score, size, band 1', 'Parameters']);
    expect(['High', 'sizePoints', 'doseTable.dose', 'limit', 'nothing'].map((name) => placeNamed(view, name))).toEqual([{ part: 'rule', name: 'High' }, { part: 'score', name: 'score' }, { part: 'table', name: 'doseTable' }, { part: 'parameters' }, null]);
  });
});
