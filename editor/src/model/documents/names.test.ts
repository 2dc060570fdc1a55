import { expect, it } from 'vitest';
import { nameFor, takenNames } from './names';
import { readWorkflow } from './workflowDocument';

it.each([
  ['Prophylactic fixation', true, [], 'ProphylacticFixation'],
  ['Prophylactic fixation', false, [], 'prophylacticFixation'],
  ['zoledronic acid 3.5 mg', true, [], 'ZoledronicAcid35Mg'],
  ['2 lesions or more', true, [], 'LesionsOrMore'],
  ['Müller-Score', false, [], 'mullerScore'],
  ['Mirels', true, ['mirels'], 'Mirels2'],
  ['…', true, [], ''],
  ['42', true, [], ''],
])('the title “%s” becomes a name that nothing else has', (title, capital, taken, name) => {
  expect(nameFor(title, capital, new Set(taken))).toBe(name);
});

it('knows every name of a workflow', () => {
  const view = readWorkflow('{"Inputs":[{"Name":"patient"}],"GlobalParams":[{"Name":"P"}],"Scores":[{"Name":"s","Items":[{"Name":"i"}]}],"Tables":[{"Name":"t"}],"Rules":[{"RuleName":"R","Rules":[{"RuleName":"N"}]}]}');
  expect([...takenNames(view)].sort()).toEqual(['i', 'n', 'p', 'patient', 'r', 's', 't']);
});
