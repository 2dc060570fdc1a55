import { describe, expect, it } from 'vitest';
import { blocking, retiredPart, type Retirement, type WorkflowParts } from './retirement';

const retired = (workflow: string, rule?: string): Retirement => ({ id: 1, workflow, rule, reason: 'wrong dose', by: 'root', at: '2026-11-25T12:00:00Z' });
const rule = (name: string, title: string) => ({ name, title, expression: 'true' });
const library: Readonly<Record<string, WorkflowParts & { readonly title?: string }>> = {
  Pathway: { name: 'Pathway', uses: [{ workflow: 'Spine', include: true }, { workflow: 'Bone', include: false }] },
  Spine: { name: 'Spine', title: 'Spinal instability', uses: [{ workflow: 'Pathway', include: false }], rules: [rule('Unstable', 'Unstable spine')] },
  Bone: { name: 'Bone' },
};
const partsOf = (name: string) => library[name];

describe('what keeps a workflow from deciding', () => {
  it.each([
    ['Spine', retired('Spine'), true],
    ['Pathway', retired('Spine'), true],
    ['Bone', retired('Spine'), false],
    ['Pathway', retired('Spine', 'Unstable'), true],
    ['Spine', retired('Spine', 'GoneSince'), false],
    ['Unknown', retired('Unknown', 'Any'), true],
  ])('%s', (name, retirement, blocked) => {
    expect(blocking(name, [retirement], partsOf)).toEqual(blocked ? [retirement] : []);
  });

  it('is named as its reader knows it', () => {
    expect(retiredPart(retired('Spine'), 'Spine', partsOf)).toBe('This workflow');
    expect(retiredPart(retired('Spine', 'Unstable'), 'Spine', partsOf)).toBe('The rule “Unstable spine”');
    expect(retiredPart(retired('Spine'), 'Pathway', partsOf)).toBe('“Spinal instability”, on which this workflow builds,');
    expect(retiredPart(retired('Spine', 'Unstable'), 'Pathway', partsOf)).toBe('The rule “Unstable spine” of “Spinal instability”, on which this workflow builds,');
  });
});
