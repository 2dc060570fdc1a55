import { openEmergencies, type Decision, type Status, type Strength, type Urgency, type Verdict } from './decision';
import { plural } from './words';

export const statusWords: Readonly<Record<Status, { title: string; text: string }>> = {
  complete: { title: 'Complete', text: 'Every rule could be decided from the facts entered.' },
  incomplete: { title: 'Incomplete', text: 'Some rules cannot be decided yet; the facts that they wait for stand below.' },
  failed: { title: 'Failed', text: 'A rule could not be calculated. Do not rely on this decision before the cause is known.' },
};

export const urgencyWords: Readonly<Record<Urgency, { title: string; text: string }>> = {
  emergency: { title: 'Emergency', text: 'within minutes to hours' },
  urgent: { title: 'Urgent', text: 'within days' },
  routine: { title: 'Routine', text: 'planned care' },
  info: { title: 'For information', text: 'no action by itself' },
};

export const strengthWords: Readonly<Record<Strength, string>> = {
  strong: 'Strong recommendation',
  conditional: 'Conditional recommendation',
  consensus: 'Expert consensus',
};

export const verdictWords: Readonly<Record<Verdict, string>> = {
  met: 'Met',
  notMet: 'Not met',
  undetermined: 'Undetermined',
  failed: 'Failed',
};

const titles: ReadonlyMap<string, string> = new Map(Object.entries(verdictWords));

/** What a verdict is called, by its word in documents and answers; null for a word that is none. */
export const verdictTitle = (word: string): string | null => titles.get(word) ?? null;

/** One sentence about a decision, for the status line and for screen readers. */
export function summarize(decision: Decision): string {
  const facts = [plural(decision.recommendations.length, 'recommendation')];
  const emergencies = openEmergencies(decision);
  if (emergencies > 0) facts.push(`${plural(emergencies, 'emergency', 'emergencies')} not excluded`);
  if (decision.withheld.length > 0) facts.push(`${decision.withheld.length} withheld`);
  if (decision.missing.length > 0) facts.push(`${plural(decision.missing.length, 'fact')} missing`);
  return facts.join(', ');
}
