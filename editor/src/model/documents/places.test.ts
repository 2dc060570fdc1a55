import { expect, it } from 'vitest';
import { placeOf } from './places';
import { readWorkflow } from './workflowDocument';

const view = readWorkflow(`{ "WorkflowName": "W", "GlobalParams": [{ "Name": "p", "Expression": "1" }], "Scores": [{ "Name": "s", "Items": [] }],
  "Tables": [{ "Name": "t", "Rows": [] }], "Rules": [{ "RuleName": "A" }, { "RuleName": "B", "Rules": [{ "RuleName": "C" }] }] }`);

it.each([
  ['/Rules/0/Expression', { part: 'rule', name: 'A' }],
  ['/Rules/1/Rules/0/Expression', { part: 'rule', name: 'C' }],
  ['/Rules/1/Operator', { part: 'rule', name: 'B' }],
  ['/Tables/0/Rows/3/When/0', { part: 'table', name: 't' }],
  ['/Scores/0', { part: 'score', name: 's' }],
  ['/GlobalParams/0/Expression', { part: 'parameters' }],
  ['/Metadata/Owner', { part: 'about' }],
  ['', { part: 'about' }],
])('%j is edited on the page of %j', (pointer, place) => {
  expect(placeOf(view, pointer)).toEqual(place);
});
