import { describe, expect, it } from 'vitest';
import { decision, lesionForm, patientForm } from '../../test/fixtures';
import { ruleNamed, type Decision, type RuleResult } from '../decision';
import { allExplanations, type Explanation } from '../explanation';
import type { Draft } from '../facts/draft';
import { parseDocument } from '../documents/json';
import { readFacts } from '../facts/readFacts';
import { candidatesFor, mostCandidates } from './candidates';
import { flipsAmong, type Tried } from './flips';
import { leadsOf } from './leads';
import { betweenTried } from './refine';

const rule = (made: Decision, name: string): RuleResult => {
  const found = ruleNamed(made, name);
  if (!found) throw new Error(`no rule ${name}`);
  return found;
};

const clearance = (value: number): Draft => ({ patient: { creatinineClearance: { kind: 'number', text: String(value), unit: null } } });

describe('the facts behind a rule that is not met', () => {
  const made = decision('agent-complete');
  const explanations = allExplanations(made);

  it.each([
    ['ZoledronicAcidFullDose', ['patient.creatinineClearance'], ['60']],
    ['ZoledronicAcid3Point3', ['patient.creatinineClearance'], ['40', '50']],
    ['ZoledronicAcidNotRecommended', ['patient.creatinineClearance'], ['30']],
  ])('%s: only those of conditions that failed', (name, facts, limits) => {
    const leads = leadsOf(rule(made, name), explanations, true);
    expect(leads.map(({ fact }) => fact)).toEqual(facts);
    expect(leads[0]?.limits).toEqual(limits);
  });

  it('through a score down to the bands of its items', () => {
    const range = decision('mirels-range');
    const leads = leadsOf(rule(range, 'LowFractureRisk'), allExplanations(range), true);
    expect(leads.map(({ fact }) => fact).sort()).toEqual(['lesion.appearance', 'lesion.corticalPercent', 'lesion.pain', 'lesion.site']);
    expect(leads.find(({ fact }) => fact === 'lesion.pain')?.words).toEqual(['none', 'mild', 'moderate', 'functional']);
    expect(leads.find(({ fact }) => fact === 'lesion.corticalPercent')?.limits).toEqual(['100', '200']);
  });

  it('a negated condition is wanted false', () => {
    const fact: Explanation = { kind: 'fact', text: 'lesion.fractured', state: 'known', value: true };
    const not: Explanation = { kind: 'not', text: '!lesion.fractured', state: 'known', value: false, children: [fact] };
    const idle: Explanation = { kind: 'fact', text: 'lesion.painful', state: 'notEvaluated' };
    const and: Explanation = { kind: 'and', text: '', state: 'known', value: false, children: [not, idle] };
    expect(leadsOf({ name: 'R', verdict: 'notMet', explanation: and }, {}, true).map((lead) => lead.fact)).toEqual(['lesion.fractured']);
  });

  it('names that lead in a circle end', () => {
    const loop: Explanation = { kind: 'reference', text: 'a', target: 'a', state: 'unknown' };
    expect(leadsOf({ name: 'R', verdict: 'undetermined', explanation: loop, missing: ['x.y'] }, { a: loop }, true).map((lead) => lead.fact)).toEqual(['x.y']);
  });
});

describe('values to try', () => {
  const made = decision('agent-complete');
  const candidates = (name: string, draft: Draft) => candidatesFor(rule(made, name), allExplanations(made), patientForm, draft)
    .map(({ entry }) => (entry.kind === 'number' ? entry.text : String('value' in entry ? entry.value : entry.kind)));

  it('of a number are each limit, just below and just above, and the ends of its range', () => {
    expect(candidates('ZoledronicAcidFullDose', clearance(55))).toEqual(['59', '60', '250', '0', '61']);
    expect(candidates('ZoledronicAcid3Point3', clearance(55))).toEqual(['51', '50', '250', '0', '49', '41', '40', '39']);
  });

  it('of an enumeration are the others, those that the condition names first; of a yes or no the other', () => {
    const range = decision('mirels-range');
    const draft: Draft = { lesion: { site: { kind: 'choice', value: 'peritrochanteric' } } };
    const tried = candidatesFor(rule(range, 'LowFractureRisk'), allExplanations(range), lesionForm, draft);
    expect(tried.length).toBeLessThanOrEqual(mostCandidates);
    const values = (fact: string) => tried.filter((one) => one.fact === fact).map(({ entry }) => ('value' in entry ? entry.value : ''));
    expect(values('lesion.site')).toEqual(expect.arrayContaining(['upperLimb', 'lowerLimb']));
    expect(values('lesion.site')).not.toContain('peritrochanteric');
    expect(values('lesion.pain')[0]).toBe('none');
  });

  it('are never more than the question is worth', () => {
    const empty = decision('agent-empty');
    const undetermined = empty.rules?.filter(({ verdict }) => verdict === 'undetermined') ?? [];
    expect(undetermined.length).toBeGreaterThan(0);
    for (const one of undetermined) expect(candidatesFor(one, allExplanations(empty), patientForm, {}).length).toBeLessThanOrEqual(mostCandidates);
  });
});

describe('what was found', () => {
  const made = decision('agent-complete');
  /** As the condition says it: the server's part of the work. */
  const found = (name: string, now: number, holds: (value: number) => boolean) => {
    const tried = candidatesFor(rule(made, name), allExplanations(made), patientForm, clearance(now))
      .map((candidate) => ({ candidate, verdict: candidate.entry.kind === 'number' && holds(Number(candidate.entry.text)) ? 'met' as const : 'notMet' as const }));
    return flipsAmong('notMet', tried, () => String(now)).map(({ values, nearest }) => [values, nearest.entry.kind === 'number' ? nearest.entry.text : null]);
  };

  it.each<[string, number, (value: number) => boolean, (string | null)[][]]>([
    ['ZoledronicAcidFullDose', 55, (value) => value > 60, [['61 mL/min or more', '61']]],
    ['ZoledronicAcid3Point3', 55, (value) => value >= 40 && value < 50, [['40 to 49 mL/min', '49']]],
    ['ZoledronicAcidNotRecommended', 55, (value) => value < 30, [['29 mL/min or less', '29']]],
    ['ZoledronicAcidNotRecommended', 55, () => false, []],
  ])('%s at %i', (name, now, holds, flips) => {
    expect(found(name, now, holds)).toEqual(flips);
  });

  it('an unknown fact can make an undetermined rule met or not met', () => {
    const range = decision('mirels-range');
    const draft = readFacts(lesionForm, '{}', parseDocument('{}').root).draft;
    const pain = candidatesFor({ name: 'R', verdict: 'undetermined', missing: ['lesion.pain'] }, allExplanations(range), lesionForm, draft);
    const tried = pain.map((candidate) => ({ candidate, verdict: candidate.entry.kind === 'choice' && candidate.entry.value === 'functional' ? 'met' as const : 'notMet' as const }));
    const flips = flipsAmong('undetermined', tried, () => null);
    expect(flips.map(({ verdict, values }) => `${verdict}: ${values}`)).toEqual(['met: functional', expect.stringMatching(/^notMet: .*mild.* or /)]);
  });

  it('the limit of a fact that is calculated with is found between the values that were tried', () => {
    const [example] = candidatesFor(rule(made, 'ZoledronicAcidFullDose'), allExplanations(made), patientForm, clearance(55));
    if (!example) throw new Error('no candidate');
    const holds = (text: string): Tried => ({ candidate: { ...example, entry: { kind: 'number', text, unit: null }, isEnd: text === '250' }, verdict: Number(text) * 3 > 200 ? 'met' : 'notMet' });
    const tried = [holds('250'), holds('59')];
    for (let next = betweenTried('notMet', tried, () => '55'); next?.entry.kind === 'number'; next = betweenTried('notMet', tried, () => '55')) tried.push(holds(next.entry.text));
    expect(tried.length).toBeLessThan(12);
    expect(flipsAmong('notMet', tried, () => '55').map(({ values }) => values)).toEqual(['67 mL/min or more']);
  });

  it('what the server refused is not named', () => {
    const [candidate] = candidatesFor(rule(made, 'ZoledronicAcidFullDose'), allExplanations(made), patientForm, clearance(55));
    expect(candidate && flipsAmong('notMet', [{ candidate, verdict: null }], () => '55')).toEqual([]);
  });
});
