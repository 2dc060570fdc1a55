import { describe, expect, it } from 'vitest';
import { readWorkflow, type TableView } from '../documents/workflowDocument';
import { addColumn, moveColumn, removeColumn, setColumn, setHitPolicy, setOutputType, setOutputValues } from './columnEdits';

const text = `{ "Tables": [{
  "Name": "t", "HitPolicy": "Collect", "Aggregation": "Sum",
  "Inputs": [{ "Name": "a", "Expression": "p.a" }, { "Name": "b", "Expression": "p.b" }],
  "Outputs": [
    { "Name": "x", "Type": "number", "Unit": "mg" },
    { "Name": "y", "Type": "enum", "Values": ["low", "high"] }
  ],
  "Rows": [
    { "When": ["1", "2"], "Then": ["3", "4"] }, // first
    { "Condition": "p.c", "Then": ["5", "6"] },
    { "Otherwise": true, "Then": ["7"] }
  ] }] }`;

const table = (of: string): TableView => {
  const [first] = readWorkflow(of).tables;
  if (!first) throw new Error('no table');
  return first;
};

const seen = (edited: string) => {
  const { inputs, outputs, rows } = table(edited);
  return [inputs.map(({ name }) => name).join(' '), outputs.map(({ name }) => name).join(' '), ...rows.map(({ when, then }) => `${when.join(' ')} → ${then.join(' ')}`)];
};

describe('columns and their cells', () => {
  it.each<[string, string, string[]]>([
    ['a new input lets any value do', addColumn(text, table(text), 'input'), ['a b input3', 'x y', '1 2 _ → 3 4', ' → 5 6', ' → 7']],
    ['a new output asks for its cells, but not before those that are missing already', addColumn(text, table(text), 'output'), ['a b', 'x y output3', '1 2 → 3 4 ', ' → 5 6 ', ' → 7']],
    ['an input goes with its cells', removeColumn(text, table(text), 'input', 0), ['b', 'x y', '2 → 3 4', ' → 5 6', ' → 7']],
    ['an output goes with its cells', removeColumn(text, table(text), 'output', 0), ['a b', 'y', '1 2 → 4', ' → 6', ' → ']],
    ['an input moves with its cells', moveColumn(text, table(text), 'input', 0, 1), ['b a', 'x y', '2 1 → 3 4', ' → 5 6', ' → 7']],
    ['an output moves with its cells', moveColumn(text, table(text), 'output', 1, 0), ['a b', 'y x', '1 2 → 4 3', ' → 6 5', ' → 7']],
  ])('%s', (_, edited, expected) => {
    expect(seen(edited)).toEqual(expected);
    expect(edited).toContain('// first');
  });

  it('no column moves beyond its side', () => {
    expect(moveColumn(text, table(text), 'input', 1, 2)).toBe(text);
    expect(moveColumn(text, table(text), 'output', 0, -1)).toBe(text);
  });

  it('a row that loses its last cell asks for a condition', () => {
    const one = removeColumn(text, table(text), 'input', 0);
    expect(removeColumn(one, table(one), 'input', 0)).toContain('{ "Condition": "", "Then": ["3", "4"] }');
  });

  it.each<[string, string, string, string]>([
    ['an expression is set', setColumn(text, table(text), 'input', 1, 'Expression', 'p.z'), '"p.b"', '"p.z"'],
    ['values are set', setOutputValues(text, table(text), 1, ['low', 'mid', 'high']), '["low", "high"]', '["low", "mid", "high"]'],
    ['an output that is no number has no unit', setOutputType(text, table(text), 0, 'text'), '"number", "Unit": "mg"', '"text"'],
    ['an output that is no enumeration has no values', setOutputType(text, table(text), 1, 'text'), '"enum", "Values": ["low", "high"]', '"text"'],
    ['rows are only joined where they are collected', setHitPolicy(text, table(text), 'First'), '"Collect", "Aggregation": "Sum"', '"First"'],
    ['the policy is set where there was one', setHitPolicy(text, table(text), 'Collect'), '"Collect"', '"Collect"'],
  ])('%s', (_, edited, old, now) => {
    expect(edited).toBe(text.replace(old, now));
  });
});
