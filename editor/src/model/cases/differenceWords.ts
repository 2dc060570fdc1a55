import { parsePath, type FactPath } from '../facts/path';
import { originOf } from '../grouping';
import { verdictTitle } from '../status';
import { formatText, truthText } from '../value';
import { humanize } from '../words';
import type { CaseDifference } from './caseList';

/** A difference between what a case expects and what came out, for readers. */
export interface DifferenceWords {
  readonly about: string;
  readonly expected: string;
  readonly actual: string;
}

/** What a rule of a workflow is called; the name may lead into another workflow, and to an element of a list there. */
export type TitleOfRule = (workflow: string | null, rule: string) => string | null;

/** The titles of one workflow's own rules. */
export const ownTitles = (titles: ReadonlyMap<string, string>): TitleOfRule => (workflow, rule) => (workflow === null ? titles.get(rule) ?? null : null);

/** "High fracture risk (lesions 1)" for `MirelsFractureRisk[patient.lesions[0]].ProphylacticFixationIndicated`. */
export function ruleWords(name: string, titleOf: TitleOfRule): string {
  const { workflow, item, name: local } = originOf(name);
  const title = titleOf(workflow, local) ?? humanize(local.split('.').at(-1) ?? local);
  const place = item && itemWords(item);
  return place ? `${title} (${place.toLowerCase()})` : title;
}

/** "Lesions 1" for a path with `lesions[0]` in it; null for one without a list. */
function itemWords(path: FactPath): string | null {
  const at = path.findIndex((step) => typeof step === 'number');
  return at < 1 ? null : `${humanize(String(path[at - 1]))} ${Number(path[at]) + 1}`;
}

/** "Lesions 1: Pain" for `patient.lesions[0].pain`. */
function factWords(fact: string): string {
  const path = parsePath(fact);
  const place = itemWords(path);
  return `${place === null ? '' : `${place}: `}${humanize(String(path.at(-1) ?? fact))}`;
}

/**
 * The words of the server name rules, facts and values as documents do: they become those that clinicians read. Words leave something out:
 * two values that differ are never given as the same.
 */
export function differenceWords(difference: CaseDifference, titleOf: TitleOfRule): DifferenceWords {
  const words = inWords(difference, titleOf);
  return words.expected === words.actual ? { ...words, expected: difference.expected, actual: difference.actual } : words;
}

function inWords({ subject, expected, actual }: CaseDifference, titleOf: TitleOfRule): DifferenceWords {
  const [, kind, name = ''] = /^(rule|output) (.+)$/.exec(subject) ?? [];
  if (kind === 'rule') return { about: ruleWords(name, titleOf), expected: verdictText(expected), actual: verdictText(actual) };
  if (kind === 'output') return { about: humanize(originOf(name).name), expected: valueText(expected), actual: valueText(actual) };
  if (subject === 'missing') return { about: 'Missing facts', expected: factsText(expected), actual: factsText(actual) };
  return { about: humanize(subject), expected, actual };
}

/** "Mirels score: expected 8, came out as 9", one after the other. */
export const differencesText = (differences: readonly CaseDifference[], titleOf: TitleOfRule): string =>
  differences.map((difference) => differenceWords(difference, titleOf)).map(({ about, expected, actual }) => `${about}: expected ${expected}, came out as ${actual}`).join('; ');

/** `undetermined (missing lesion.pain)` → "undetermined (missing Pain)". */
function verdictText(text: string): string {
  const [, verdict, facts] = /^(\w+)(?: \(missing (.+)\))?$/.exec(text) ?? [];
  const title = verdictTitle(verdict ?? '');
  if (title === null) return text;
  return `${title.toLowerCase()}${facts === undefined ? '' : ` (missing ${factsText(facts)})`}`;
}

/** Expected values are JSON, those that came out are words. */
function valueText(text: string): string {
  return truthText(text) ?? formatText(/^"(?:[^"\\])*"$/.test(text) ? text.slice(1, -1) : text);
}

const factsText = (text: string) => (/^[\w.[\]]+(, [\w.[\]]+)*$/.test(text) && text !== 'nothing' ? text.split(', ').map(factWords).join(', ') : text);
