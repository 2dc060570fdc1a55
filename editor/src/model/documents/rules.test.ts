import { describe, expect, it } from 'vitest';
import { copyRule } from './copyRule';
import { readSources, searchSources } from './evidenceDocument';
import { nameComplaint } from './names';
import { countCases, renameRule, renameRuleInCases, withheldBy } from './renameRule';
import { readWorkflow, withNested } from './workflowDocument';

const workflow = `{
  // Comments and layout stay.
  "Rules": [
    { "RuleName": "Fix", "Title": "Fixation", "Expression": "a", "Withholds": [ "Wait", "Other.Wait" ] },
    { "RuleName": "Wait",   "Operator": "Or", "Rules": [ { "RuleName": "WaitMore", "Expression": "Fix", "Withholds": ["Fix"] } ] }
  ]
}`;

const cases = `{ "Cases": [
  { "Id": "a", "Expect": { "Rules": { "Fix":  "met", "Wait": "notMet" } } },
  { "Id": "b", "Expect": { "Outputs": { "Fix": 1 } } },
  { "Id": "c", "Expect": { "Rules": { "Wait": "met", "Fix": "undetermined" } } }
] }`;

describe('renaming a rule', () => {
  it('renames it where it stands and is withheld, and leaves the rest as written', () => {
    expect(renameRule(workflow, 'Wait', 'Delay')).toBe(workflow.replace('"RuleName": "Wait"', '"RuleName": "Delay"').replace('[ "Wait",', '[ "Delay",'));
    expect(renameRule(workflow, 'Fix', 'Mend')).toBe(workflow.replace('"RuleName": "Fix"', '"RuleName": "Mend"').replace('["Fix"]', '["Mend"]'));
  });
  it('renames it in what cases expect of rules, and nothing else of that name', () => {
    expect(renameRuleInCases(cases, 'Fix', 'Mend')).toBe(cases.replace('"Fix":  "met"', '"Mend":  "met"').replace('"Fix": "undetermined"', '"Mend": "undetermined"'));
    expect(countCases(cases, 'Fix')).toBe(2);
    expect(countCases(cases, 'Fixed')).toBe(0);
  });
  it('knows who withholds it', () => { expect(withheldBy(workflow, 'Fix')).toEqual(['WaitMore']); });
  it.each([
    ['', 'Give it a name'], ['2nd', 'Only letters without accents, digits and _ can stand in a name, and it begins with a letter'],
    ['wait', 'Something else here is called wait already'], ['FIX', null], ['Mend', null],
  ])('says of the name “%s”: %s', (name, complaint) => { expect(nameComplaint(name, 'Fix', new Set(['fix', 'wait']))).toBe(complaint); });
});

describe('copying a rule', () => {
  it('gives the copy and what is nested in it names of their own', () => {
    const [, wait] = readWorkflow(workflow).rules;
    if (!wait) throw new Error('no rule');
    const copied = copyRule(workflow, wait);
    expect(copied.name).toBe('Wait2');
    expect(readWorkflow(copied.text).rules.flatMap(withNested).map(({ name }) => name)).toEqual(['Fix', 'Wait', 'WaitMore', 'Wait2', 'WaitMore2']);
  });
  it('tells the titles apart', () => {
    const [fix] = readWorkflow(workflow).rules;
    if (!fix) throw new Error('no rule');
    expect(readWorkflow(copyRule(workflow, fix).text).rules.map(({ title }) => title)).toEqual(['Fixation', 'Fixation (copy)', null]);
  });
});

describe('sources', () => {
  const sources = readSources('{ "Sources": [{ "Id": "mirels-1989", "Title": "Metastatic disease", "Authors": "Mirels H", "Year": 1989, "Verified": true }, { "Title": "no id" }, { "Id": "b" }] }');
  it('are read as they stand', () => { expect(sources).toMatchObject([{ source: 'mirels-1989', year: 1989, verified: true, doi: null }, { source: 'b', title: null }]); });
  it.each([['mirels 1989', ['mirels-1989']], ['disease', ['mirels-1989']], ['', ['mirels-1989', 'b']], ['x', []]])('are found by “%s”', (search, found) => {
    expect(searchSources(sources, search).map(({ source }) => source)).toEqual(found);
  });
});
