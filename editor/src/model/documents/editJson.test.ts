import { describe, expect, it } from 'vitest';
import { duplicateItem, editItems, insertAt, insertItems, moveItem, permuteItems, removeAt, removeItems, renameMember, setAt } from './editJson';
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
    ['items enter a list together', insertItems(document, ['Rules'], 1, [{ RuleName: 'A' }, { RuleName: 'B' }]), '"x > 1" }', '"x > 1" },\n    { "RuleName": "A" },\n    { "RuleName": "B" }'],
    ['items leave a list together', removeItems(document, ['Tags'], 0, 1), '["a", "b"]', '[]'],
    ['copies stand behind their originals', duplicateItem(document, ['Tags'], 0, 2), '["a", "b"]', '["a", "b", "a", "b"]'],
    ['an item is edited as a text of its own', editItems(document, ['Rules'], new Map([[1, (item) => setAt(item, ['Expression'], 'y')]])), '{ "RuleName": "Two" }', '{ "RuleName": "Two", "Expression": "y" }'],
    ['several items are edited at once', editItems(document, ['Tags'], new Map([[1, () => '"d"'], [0, () => '"c"']])), '["a", "b"]', '["c", "d"]'],
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
    ['removing more items than there are', removeItems(document, ['Tags'], 1, 2)],
    ['an edit of an item that is not there', editItems(document, ['Tags'], new Map([[5, () => '1']]))],
    ['a member of something that is none', setAt(document, ['WorkflowName', 'x'], 'y')],
    ['a name that is taken', renameMember(document, [], 'Limit', 'Tags')],
  ])('%s changes nothing', (_, edited) => {
    expect(edited).toBe(document);
  });

  it('lays out what is long in an edited item as deep as the item stands', () => {
    const long = { Text: 'x'.repeat(70), Other: 'y'.repeat(70) };
    const [inDocument, inItem] = [setAt(document, ['Rules', 1, 'R'], long), editItems(document, ['Rules'], new Map([[1, (item) => setAt(item, ['R'], long)]]))];
    expect(inItem).toBe(inDocument);
  });

  it('moves several items together', () => {
    expect(moveItem('["a", "b", "c", "d"]', [], 1, 2, 2)).toBe('["a", "d", "b", "c"]');
    expect(moveItem('["a", "b", "c", "d"]', [], 2, 0, 2)).toBe('["c", "d", "a", "b"]');
  });

  it('lays out what is long over several lines, as the library does', () => {
    const text = setAt('{\n  "A": 1\n}', ['B'], { Text: 'x'.repeat(70), Other: 'y'.repeat(70) });
    expect(text).toBe(`{\n  "A": 1,\n  "B": {\n    "Text": "${'x'.repeat(70)}",\n    "Other": "${'y'.repeat(70)}"\n  }\n}`);
  });
});
