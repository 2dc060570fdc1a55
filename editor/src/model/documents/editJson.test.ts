import { describe, expect, it } from 'vitest';
import { duplicateItem, insertAt, moveItem, permuteItems, removeAt, renameMember, setAt } from './editJson';
import { Raw } from './json';

const document = `{
  // what it is
  "WorkflowName": "A",
  "Limit": 2.60,
  "Rules": [
    { "RuleName": "One", "Expression": "x > 1" }, // first
    { "RuleName": "Two" }
  ],
  "Tags": ["a", "b"],
  "Empty": {}
}
`;

describe('editing the text of a document', () => {
  it.each<[string, string, string, string]>([
    ['a value is replaced where it stands', setAt(document, ['Rules', 0, 'Expression'], 'x > 2'), '"x > 1"', '"x > 2"'],
    ['keys are found without case', setAt(document, ['rules', 0, 'expression'], 'x > 2'), '"x > 1"', '"x > 2"'],
    ['numbers keep their digits', setAt(document, ['Limit'], new Raw('2.70')), '2.60', '2.70'],
    ['a member is added in a short object', setAt(document, ['Rules', 1, 'Title'], 'T'), '{ "RuleName": "Two" }', '{ "RuleName": "Two", "Title": "T" }'],
    ['a member is added at the place of its order', setAt(document, ['Rules', 0, 'Title'], 'T', ['RuleName', 'Title', 'Expression']), '"One", "Exp', '"One", "Title": "T", "Exp'],
    ['a member that belongs first is first', setAt(document, ['$schema'], 's', ['$schema', 'WorkflowName']), '"WorkflowName"', '"$schema": "s",\n  "WorkflowName"'],
    ['objects on the way are created', setAt(document, ['Rules', 1, 'Recommendation', 'Text'], 'T'), '"Two" }', '"Two", "Recommendation": { "Text": "T" } }'],
    ['a member is removed with its comma', setAt(document, ['Limit'], undefined), '\n  "Limit": 2.60,', ''],
    ['a first member is removed with its comma', removeAt(document, ['Rules', 0, 'RuleName']), '"RuleName": "One", ', ''],
    ['an only member leaves an empty object', removeAt(document, ['Rules', 1, 'RuleName']), '{ "RuleName": "Two" }', '{}'],
    ['an item is removed', removeAt(document, ['Tags', 1]), '["a", "b"]', '["a"]'],
    ['an item is put first', insertAt(document, ['Tags'], 0, 'c'), '["a"', '["c", "a"'],
    ['an item is put last', insertAt(document, ['Rules'], 9, { RuleName: 'Three' }), '{ "RuleName": "Two" }', '{ "RuleName": "Two" },\n    { "RuleName": "Three" }'],
    ['an item enters an empty object as member', setAt(document, ['Empty', 'a'], true), '"Empty": {}', '"Empty": {\n    "a": true\n  }'],
    ['items change places, comments between them stay', moveItem(document, ['Rules'], 0, 1), '{ "RuleName": "One", "Expression": "x > 1" }, // first\n    { "RuleName": "Two" }', '{ "RuleName": "Two" }, // first\n    { "RuleName": "One", "Expression": "x > 1" }'],
    ['a copy stands behind its original', duplicateItem(document, ['Tags'], 0), '["a", "b"]', '["a", "a", "b"]'],
    ['a member gets another name', renameMember(document, ['Rules', 1], 'RuleName', 'Name'), '"RuleName": "Two"', '"Name": "Two"'],
  ])('%s', (_, edited, old, now) => {
    expect(document).toContain(old);
    expect(edited).toBe(document.replace(old, now));
  });

  it('makes a list that is not there', () => {
    expect(insertAt('{ "A": 1 }', ['Rows'], 0, 'x')).toBe('{ "A": 1, "Rows": ["x"] }');
  });

  it.each([
    ['a permutation that loses an item', permuteItems(document, ['Tags'], [0, 0])],
    ['a move to nowhere', moveItem(document, ['Tags'], 0, 5)],
    ['a member of something that is none', setAt(document, ['WorkflowName', 'x'], 'y')],
    ['a name that is taken', renameMember(document, [], 'Limit', 'Tags')],
  ])('%s changes nothing', (_, edited) => {
    expect(edited).toBe(document);
  });

  it('lays out what is long over several lines, as the library does', () => {
    const text = setAt('{\n  "A": 1\n}', ['B'], { Text: 'x'.repeat(70), Other: 'y'.repeat(70) });
    expect(text).toBe(`{\n  "A": 1,\n  "B": {\n    "Text": "${'x'.repeat(70)}",\n    "Other": "${'y'.repeat(70)}"\n  }\n}`);
  });
});
