import { expect, it } from 'vitest';
import { readWorkflow } from '../documents/workflowDocument';
import { addItem, copyItem, setItemInput } from './itemEdits';

const text = `{ "Scores": [{ "Name": "risk", "Items": [
  { "Name": "site", "Input": "p.site", "Points": [{ "When": "1", "Points": 1.50 }] },
  { "Name": "pain", "Points": [{ "Condition": "p.pain", "Points": 2 }, { "Otherwise": true, "Points": 0 }] }
] }] }`;
const view = readWorkflow(text);
const [score] = view.scores;
if (!score) throw new Error('no score');
const names = (of: string) => readWorkflow(of).scores[0]?.items.map(({ name }) => name);

it('a new item stands last under a name that is free', () => {
  expect(names(addItem(text, view, score))).toEqual(['site', 'pain', 'riskItem3']);
});

it('a copy stands behind its original under a name of its own, with its digits', () => {
  const copied = copyItem(text, view, score, 0);
  expect(names(copied)).toEqual(['site', 'site2', 'pain']);
  expect(copied.match(/1\.50/g)).toHaveLength(2);
  expect(copyItem(text, view, score, 7)).toBe(text);
});

it.each([
  ['is set', 0, 'p.place', '"p.site"', '"p.place"'],
  ['is added at its place', 1, 'p.pain', '"pain", "Points"', '"pain", "Input": "p.pain", "Points"'],
  ['that patterns need stays, though empty', 0, '', '"p.site"', '""'],
  ['that nothing needs is not written', 1, '', '"pain"', '"pain"'],
])('what bands look at %s', (_, index, input, old, now) => {
  const item = score.items[index];
  expect(item && setItemInput(text, item, input)).toBe(text.replace(old, now));
});
