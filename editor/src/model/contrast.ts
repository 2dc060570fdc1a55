import type { AlternativeAnswer, FactChangeAnswer, QuestionAnswer } from '../api/generated';
import { isExactNumber, type JsonNumber } from './exactJson';
import type { Field } from './facts/form';
import { withUnit } from './unit';
import { formatValue, type Value } from './value';
import { listed, plural } from './words';

/** A value of a fact as the form names it. */
function valueWords(value: unknown, field: Field | null): string {
  if (value === null || value === undefined) return 'unknown';
  if (typeof value === 'string' && field?.kind === 'choice') return (field.options.find((option) => option.value === value)?.label ?? value).toLowerCase();
  if (Array.isArray(value)) return value.length === 0 ? 'none' : `${value.length} entered`;
  return formatValue(value as Value);
}

const isNumber = (value: unknown): value is JsonNumber => typeof value === 'number' || isExactNumber(value);
const digits = (value: JsonNumber) => (isExactNumber(value) ? value.digits : String(value));

/** The values that would do: "moderate or functional", "9 mg/dL or more", "30 to 50 mL/min". */
export function targetWords({ to, others, through, unit }: FactChangeAnswer, field: Field | null): string {
  const words = [to, ...others].map((value) => valueWords(value, field));
  if (through === null || through === undefined) return withUnit(listed(words), unit);
  if (!isNumber(to) || !isNumber(through) || field?.kind !== 'number') return `${words[0] ?? ''} to ${valueWords(through, field)}`;
  const ends = { more: field.maximum, less: field.minimum };
  const rises = Number(digits(through)) > Number(digits(to));
  const isEnd = (rises ? ends.more : ends.less) === Number(digits(through));
  if (isEnd) return `${withUnit(words[0] ?? '', unit)} or ${rises ? 'more' : 'less'}`;
  const [low, high] = rises ? [to, through] : [through, to];
  return withUnit(`${valueWords(low, field)} to ${valueWords(high, field)}`, unit);
}

/** What is known now: "mild", "50 %", "unknown". */
export const presentWords = ({ from, unit }: FactChangeAnswer, field: Field | null) =>
  (from === null || from === undefined ? 'unknown' : withUnit(valueWords(from, field), isNumber(from) ? unit : null));

export const alternativeKey = ({ verdict, changes }: AlternativeAnswer) => `${verdict} ${changes.map(({ fact, to }) => `${fact}=${JSON.stringify(to)}`).join(' ')}`;

/** What an answer is good for, beside the name of the fact. */
export function questionWords({ always, decides, answers, waiting }: QuestionAnswer): string {
  if (always.length > 0) return `decides ${plural(always.length, 'rule')}`;
  if (decides > 0) return 'may decide';
  return answers.length === 0 ? plural(waiting.length, 'rule') : 'only with others';
}
