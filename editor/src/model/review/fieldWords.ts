import { day } from '../moment';
import { messageWords } from '../readableText';
import { formatText, truthText } from '../value';

const isMessage = (name: string) => /(?:^|\.)Text$/.test(name);

/** Values that a golden case states, about facts and results. */
const isStated = (name: string) => /^(?:Facts|Expect)\./.test(name);

/** A value that is no expression, as readers see it: dates, yes and no, answers of a fact, sources by their titles. */
export function fieldWords(name: string, value: string, titleOfSource: (id: string) => string | null): string {
  if (/^\d{4}-\d\d-\d\d$/.test(value)) return day(value);
  const truth = truthText(value);
  if (truth !== null) return truth;
  if (isMessage(name)) return messageWords(value);
  if (isStated(name)) return formatText(value);
  if (name === 'Evidence') return value.replaceAll(/[\w-]+/g, (word) => titleOfSource(word) ?? word);
  return value;
}
