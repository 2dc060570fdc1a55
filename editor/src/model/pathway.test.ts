import { describe, expect, it } from 'vitest';
import { library } from '../test/fixtures';
import { buildingOn, groupBySteps, neighbours, type Used } from './pathway';

const workflow = (name: string, tags: string[] = [], uses: readonly (string | { readonly include: string })[] = []): Used => ({
  name, title: null, tags, uses: uses.map((use) => (typeof use === 'string' ? { workflow: use, include: false } : { workflow: use.include, include: true })),
});
const shown = (workflows: readonly Used[]) => groupBySteps(workflows).map(({ title, steps }) => [title, ...steps.map(({ workflow: { name }, step }) => (step === null ? name : `${step} ${name}`))]);

describe('the order of workflows', () => {
  it.each<[string, Used[], string[][]]>([
    ['is by title where none includes another', [workflow('Beta'), workflow('Alpha', [], ['Beta'])], [['All workflows', 'Alpha', 'Beta']]],
    ['is that of the pathway', [workflow('A'), workflow('B'), workflow('P', [], [{ include: 'B' }, { include: 'A' }])], [['The whole pathway', 'P'], ['Steps', '1 B', '2 A']]],
    [
      'gathers neighbours that share a tag, the longest run first, and leaves the others',
      [workflow('P', [], [{ include: 'A' }, { include: 'B' }, { include: 'C' }, { include: 'D' }, { include: 'E' }]), workflow('A', ['x']), workflow('B', ['y', 'z']), workflow('C', ['z', 'y']), workflow('D', ['z']), workflow('E', ['x'])],
      [['The whole pathway', 'P'], ['Steps', '1 A'], ['Z', '2 B', '3 C', '4 D'], ['Further steps', '5 E']],
    ],
    ['takes what is only read for no step', [workflow('P', [], [{ include: 'A' }, 'B']), workflow('A'), workflow('B')], [['The whole pathway', 'P'], ['Steps', '1 A'], ['Outside the pathway', 'B']]],
    ['follows what is included by what is included, once', [workflow('P', [], [{ include: 'A' }, { include: 'B' }]), workflow('A', [], [{ include: 'B' }]), workflow('B')], [['The whole pathway', 'P'], ['Steps', '1 A', '2 B']]],
    ['does not stumble over a name that is not there', [workflow('P', [], [{ include: 'Gone' }])], [['The whole pathway', 'P']]],
  ])('%s', (_, workflows, expected) => { expect(shown(workflows)).toEqual(expected); });

  it('holds every shipped workflow once', () => {
    const names = groupBySteps(library.workflows).flatMap(({ steps }) => steps.map(({ workflow: { name } }) => name));
    expect([...names].sort()).toEqual(library.workflows.map(({ name }) => name).sort());
  });
});

describe('what builds on a workflow', () => {
  const chain = [workflow('A'), workflow('B', [], ['A']), workflow('C', [], [{ include: 'B' }]), workflow('D')];

  it.each([['A', ['B', 'C']], ['B', ['C']], ['C', []], ['D', []], ['Gone', []]])('%s: %o', (name, expected) => {
    expect(buildingOn(chain, name).map((found) => found.name)).toEqual(expected);
  });

  it('is asked of neighbours without going on', () => {
    const found = neighbours(chain, workflow('B', [], ['A']));
    expect([found.uses, found.usedBy].map((side) => side.map(({ name }) => name))).toEqual([['A'], ['C']]);
  });
});
