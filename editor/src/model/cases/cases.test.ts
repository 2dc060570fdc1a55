import { describe, expect, it } from 'vitest';
import { decision } from '../../test/fixtures';
import { readCases } from '../documents/casesDocument';
import { writeJson } from '../documents/writeJson';
import { acceptExpectations, joinReasons } from './accept';
import { writeCaseFact } from './caseFacts';
import { filterCases, listCases, type ReplayedCase } from './caseList';
import { readExpectation, shownValue } from './expectation';
import { entryOf, valueEntered, type OutputEntry } from './outputEntry';
import { addCase, caseValue, duplicateCase, idProblem, proposeCase, readsDate, suggestId } from './goldenCase';

const text = `{
  "Workflow": "W",
  "Cases": [
    {
      "Id": "w-1",
      "Facts": {
        "patient": { "albumin": 2.60, "shoeSize": 42, "lesions": [{ "pain": "mild", "colour": "red" }, {}] }
      },
      "Expect": {
        "Rules": { "A": "met", "B": "notMet" },
        "Outputs": { "score": 2.50, "band": null },
        "Missing": []
      },
      "Why": "Because",
      "Source": "Book"
    },
    { "Id": "w-2", "Tags": ["edge"], "Facts": {}, "Expect": { "Rules": { "A": "undetermined" } }, "Why": "Nothing known." }
  ]
}
`;
const [first, second] = readCases(text).cases;
if (!first || !second) throw new Error('two cases');

describe('a new case', () => {
  const made = decision('mirels-range');

  it('expects what is met and undetermined, with the digits of the facts', () => {
    const proposed = proposeCase(made, readCases(text), 'w', null);
    const value = caseValue({ ...proposed, title: ' T ', why: 'W', outputs: new Set(['mirelsScore', 'mirelsBand']) }, made, '{"lesion":{"corticalPercent":80.50}}');
    const added = addCase('', 'MirelsFractureRisk', value);
    expect(added).toContain('"Workflow": "MirelsFractureRisk"');
    expect(added).toContain('"corticalPercent": 80.50');
    const [golden] = readCases(added).cases;
    expect(golden).toMatchObject({ id: 'w-3', title: 'T', why: 'W', source: null, asOf: null });
    const stated = readExpectation(added, golden?.expect ?? null);
    expect(stated.rules.every(({ verdict }) => verdict === 'met' || verdict === 'undetermined')).toBe(true);
    expect(stated.missing).toEqual(['lesion.axialCorticalInvolvement']);
    expect(stated.outputs).toEqual([{ name: 'mirelsBand', value: 'high' }, { name: 'mirelsScore', value: null }]);
    expect(stated.events).toBeNull();
  });

  it('stands last in the document that there is, whose text stays', () => {
    expect(addCase(text, 'W', { Id: 'w-3', Facts: {}, Expect: {} })).toBe(text.replace('"Nothing known." }\n', '"Nothing known." },\n    { "Id": "w-3", "Facts": {}, "Expect": {} }\n'));
  });

  it.each([
    ['w-1', null, 'Another case has this id already'],
    ['w-1', 'w-1', null],
    ['', null, 'A case needs an id'],
    [' w', null, 'An id neither begins nor ends with a space'],
    ['w-9', null, null],
  ])('the id %j of %j: %s', (id, own, problem) => {
    expect(idProblem(id, readCases(text), own)).toBe(problem);
  });

  it('is called like the others', () => {
    expect(suggestId(readCases(text), 'folder')).toBe('w-3');
    expect(suggestId(null, 'spinal-instability')).toBe('spinal-instability-1');
  });

  it('states its date when the decision hangs on it', () => {
    expect(readsDate(made)).toBe(false);
    const dated = { ...made, explanations: { recent: { kind: 'comparison' as const, text: 'patient.lastScan < asOf.AddDays(-90)', state: 'known' as const, value: true } } };
    expect([proposeCase(dated, null, 'w', null).asOf, proposeCase(made, null, 'w', '2026-02-01').asOf]).toEqual([made.asOf, '2026-02-01']);
  });

  it('a copy has the text of its original under another id', () => {
    const copied = duplicateCase(duplicateCase(text, first).text, first);
    expect(copied.id).toBe('w-1-copy-2');
    expect(readCases(copied.text).cases.map(({ id }) => id)).toEqual(['w-1', 'w-1-copy-2', 'w-1-copy', 'w-2']);
    expect(copied.text.split('"albumin": 2.60, "shoeSize": 42')).toHaveLength(4);
  });
});

describe('facts of a case', () => {
  it.each<[string, Parameters<typeof writeCaseFact>[2], string, string, string, string]>([
    ['a number is written digit by digit', ['patient', 'albumin'], '{"patient":{"albumin":2.60}}', '{"patient":{"albumin":2.70}}', '2.60', '2.70'],
    ['an unknown fact goes, those without a field stay', ['patient', 'albumin'], '{"patient":{"albumin":2.60}}', '{"patient":{}}', '"albumin": 2.60, ', ''],
    ['an element of a list keeps what the form does not show', ['patient', 'lesions', 0, 'pain'], '{"patient":{"lesions":[{"pain":"mild"},{}]}}', '{"patient":{"lesions":[{"pain":"none"},{}]}}', '"mild"', '"none"'],
    ['one element more touches no other', ['patient', 'lesions'], '{"patient":{"lesions":[{"pain":"mild"},{}]}}', '{"patient":{"lesions":[{"pain":"mild"},{},{}]}}', '"red" }, {}]', '"red" }, {}, {}]'],
    ['one element less too', ['patient', 'lesions'], '{"patient":{"lesions":[{"pain":"mild"},{}]}}', '{"patient":{"lesions":[{"pain":"mild"}]}}', '"red" }, {}]', '"red" }]'],
    ['the first element goes', ['patient', 'lesions'], '{"patient":{"lesions":[{"pain":"mild"},{}]}}', '{"patient":{"lesions":[{}]}}', '[{ "pain": "mild", "colour": "red" }, {}]', '[{}]'],
  ])('%s', (_, path, before, after, old, now) => {
    expect(text).toContain(old);
    expect(writeCaseFact(text, first.path, path, before, after)).toBe(text.replace(old, now));
  });

  it('an input that is empty goes, one that is new comes', () => {
    const known = writeCaseFact(text, second.path, ['lesion', 'pain'], '{}', '{"lesion":{"pain":"mild"}}');
    expect(known).toContain('"Facts": {\n      "lesion": { "pain": "mild" }\n    }');
    expect(writeCaseFact(known, second.path, ['lesion', 'pain'], '{"lesion":{"pain":"mild"}}', '{}')).toContain('"Facts": {}');
  });
});

describe('accepting what came out', () => {
  const expect1 = { Rules: { A: 'met', B: 'met' }, Outputs: { score: { digits: '2.75' }, band: null }, Missing: ['x.y'] };

  it('writes only what differs, and the reason', () => {
    expect(acceptExpectations(text, new Map([['w-1', expect1]]), { text: 'New limit', keepFormer: true })).toBe(
      text.replace('"B": "notMet"', '"B": "met"').replace('2.50', '2.75').replace('"Missing": []', '"Missing": ["x.y"]').replace('"Because"', '"Because. New limit"'));
  });

  it('of several cases at once, each where it stands', () => {
    const both = acceptExpectations(text, new Map<string, Readonly<Record<string, unknown>>>([['w-1', expect1], ['w-2', { Rules: {} }]]), { text: 'New', keepFormer: false });
    const [one, two] = readCases(both).cases;
    expect([one?.why, two?.why]).toEqual(['New', 'New']);
    expect(readExpectation(both, two?.expect ?? null).rules).toEqual([]);
    expect(readExpectation(both, one?.expect ?? null).rules).toEqual([{ name: 'A', verdict: 'met' }, { name: 'B', verdict: 'met' }]);
  });

  it('the same number in other digits stays as it is written only when they are the same digits', () => {
    const same = acceptExpectations(text, new Map([['w-1', { Outputs: { score: { digits: '2.50' }, band: null } }]]), { text: 'Because', keepFormer: false });
    expect(same).toBe(text);
  });

  it.each([[null, 'b', 'b'], ['a', 'b', 'a. b'], ['a.', ' b ', 'a. b'], ['a;', 'b', 'a; b']])('%j and %j', (former, next, joined) => {
    expect(joinReasons(former, next)).toBe(joined);
  });
});

describe('the list of cases', () => {
  const results: ReplayedCase[] = [{ workflow: 'W', id: 'w-1', passed: false, status: 'complete', differences: [], expect: null }];
  const listed = listCases(readCases(text).cases, results);

  it('says what became of each', () => {
    expect(listed.map(({ outcome }) => outcome)).toEqual(['failed', 'notRun']);
    expect(listCases(readCases(text).cases, null).map(({ outcome }) => outcome)).toEqual(['notRun', 'notRun']);
  });

  it.each([['', false, ['w-1', 'w-2']], ['', true, ['w-1']], ['nothing known', false, ['w-2']], ['edge', false, ['w-2']], ['book b', false, ['w-1']], ['zzz', false, []]])('%j, failed only %s', (search, failedOnly, ids) => {
    expect(filterCases(listed, search, failedOnly).map(({ golden }) => golden.id)).toEqual(ids);
  });

  it('values are shown with their digits', () => {
    expect(readExpectation(text, first.expect).outputs.map(({ value }) => shownValue(value))).toEqual([{ digits: '2.50' }, null]);
  });
});

describe('an expected value as it is entered', () => {
  it.each<[OutputEntry, string]>([
    [{ kind: 'number', text: '2.50' }, '2.50'],
    [{ kind: 'text', text: 'high' }, '"high"'],
    [{ kind: 'yes', text: '' }, 'true'],
    [{ kind: 'no', text: '' }, 'false'],
    [{ kind: 'undecided', text: '' }, 'null'],
    [{ kind: 'list', text: '["a", 1.0]' }, '["a", 1.0]'],
  ])('%j is written as %s, and read back', (entry, json) => {
    const entered = valueEntered(entry);
    expect('value' in entered && writeJson(entered.value)).toBe(json);
    expect('value' in entered && entryOf(entered.value)).toEqual(entry);
  });

  it.each<[OutputEntry, string]>([
    [{ kind: 'number', text: '' }, 'Enter a number'],
    [{ kind: 'number', text: '2,5' }, 'Write decimals with a point, such as 2.6'],
    [{ kind: 'list', text: '["a"' }, 'Write a list such as ["low", "high"]'],
  ])('%j is none yet: %s', (entry, problem) => {
    expect(valueEntered(entry)).toEqual({ problem });
  });
});
