import type { CohortMapping, ColumnSample, FactTerm } from '../../api/generated';
import { humanize } from '../words';
import { dateFormats, draftOf, type ColumnDraft, type MappingDraft, type Meaning } from './mapping';

/** What was read off the first values: shown beside what it fills in, because the values below may say otherwise. */
export interface Guess {
  readonly draft: MappingDraft;
  readonly notes: readonly string[];
}

/**
 * The server's proposal, which goes by the names of columns, with what the first values show: decimal commas, the spelling of dates, words for
 * yes and no and for the choices of a fact. Nothing is guessed where they could mean two things.
 */
export function guessFrom(proposal: CohortMapping, samples: readonly ColumnSample[], facts: ReadonlyMap<string, FactTerm>): Guess {
  const draft = draftOf(proposal, samples.map(({ name }) => name));
  const factOf = ({ use }: ColumnDraft) => (use.is === 'fact' ? (facts.get(use.fact) ?? null) : null);
  const numbers = draft.columns.filter((of) => /^(?:number|integer)$/.test(factOf(of)?.type ?? '')).flatMap(({ column }) => seenIn(samples, column));
  const hasComma = numbers.some((value) => /^-?\d+,\d+$/.test(value)) && !numbers.some((value) => value.includes('.'));
  const guesses = draft.columns.map((of) => {
    const fact = factOf(of);
    return fact ? guessColumn(of, fact, samples) : { column: of, notes: [] };
  });
  return {
    draft: { decimal: hasComma ? ',' : draft.decimal, columns: guesses.map(({ column }) => column) },
    notes: [...(hasComma ? ['The first values have decimal commas.'] : []), ...guesses.flatMap(({ notes }) => notes)],
  };
}

const seenIn = (samples: readonly ColumnSample[], column: string) =>
  (samples.find(({ name }) => name === column)?.values ?? []).map((value) => value.trim()).filter((value) => value !== '');

/** The same for one column that was just said to be a fact. */
export function guessColumn(of: ColumnDraft, fact: FactTerm, samples: readonly ColumnSample[]): { readonly column: ColumnDraft; readonly notes: readonly string[] } {
  const seen = seenIn(samples, of.column);
  const date = fact.type === 'date' ? dateFormatOf(seen) : null;
  const meanings = fact.isList ? [] : meaningsOf(fact, seen);
  return {
    column: { ...of, ...(date ? { date } : {}), ...(meanings.length > 0 ? { meanings } : {}) },
    notes: [
      ...(date ? [`“${of.column}” looks like dates written ${date}.`] : []),
      ...(meanings.length > 0 ? [`“${of.column}”: ${meanings.map(({ text, means }) => `${text} means ${meaningWords(fact, means)}`).join(', ')}.`] : []),
    ],
  };
}

/** "yes", "zoledronic acid", "not known": a value of a fact for people. */
export function meaningWords(fact: Pick<FactTerm, 'type'>, means: string | null): string {
  if (means === null) return 'not known';
  if (fact.type === 'boolean') return means === 'true' ? 'yes' : means === 'false' ? 'no' : means;
  return fact.type === 'enum' ? humanize(means).toLowerCase() : means;
}

const patterns: Readonly<Record<(typeof dateFormats)[number], RegExp>> = {
  'yyyy-MM-dd': /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/,
  'dd.MM.yyyy': /^(?:0[1-9]|[12]\d|3[01])\.(?:0[1-9]|1[0-2])\.\d{4}$/,
  'dd/MM/yyyy': /^(?:0[1-9]|[12]\d|3[01])\/(?:0[1-9]|1[0-2])\/\d{4}$/,
  'MM/dd/yyyy': /^(?:0[1-9]|1[0-2])\/(?:0[1-9]|[12]\d|3[01])\/\d{4}$/,
  yyyyMMdd: /^\d{4}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])$/,
};

/** The one spelling that fits all; null when none does, or several do, or it is the usual one. */
export function dateFormatOf(values: readonly string[]): string | null {
  const fitting = values.length === 0 ? [] : dateFormats.filter((format) => values.every((value) => patterns[format].test(value)));
  const [only] = fitting;
  return fitting.length === 1 && only !== undefined && only !== 'yyyy-MM-dd' ? only : null;
}

/** Pairs of words for yes and no, in small letters. */
const truths = [['yes', 'no'], ['y', 'n'], ['ja', 'nein'], ['j', 'n'], ['oui', 'non'], ['si', 'no'], ['sí', 'no'], ['1', '0']] as const;

function meaningsOf(fact: FactTerm, seen: readonly string[]): readonly Meaning[] {
  if (fact.type === 'boolean') return truthsOf(seen);
  if (fact.type !== 'enum') return [];
  const plain = (text: string) => text.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');
  return [...new Set(seen)].flatMap((text) => {
    const word = fact.words.find((candidate) => plain(candidate) === plain(text));
    return word === undefined || fact.words.includes(text) ? [] : [{ text, means: word }];
  });
}

/** Both words of the pair, also when one of them was not seen, in the spelling of the other. */
function truthsOf(seen: readonly string[]): readonly Meaning[] {
  const words = seen.map((text) => text.toLowerCase()).filter((text) => text !== 'true' && text !== 'false');
  const fitting = truths.filter((pair) => words.length > 0 && words.every((word) => (pair as readonly string[]).includes(word)));
  const [pair] = fitting;
  if (!pair) return [];
  const spelled = (word: string, means: boolean): Meaning => ({ text: seen.find((text) => text.toLowerCase() === word) ?? likeSeen(word, seen), means: String(means) });
  // Words of several pairs are those for no, "n" and "no": what goes with them was not seen.
  return fitting.length === 1 ? [spelled(pair[0], true), spelled(pair[1], false)] : [spelled(pair[1], false)];
}

const likeSeen = (word: string, [first = '']: readonly string[]) => {
  if (first.length > 1 && first === first.toUpperCase()) return word.toUpperCase();
  return first.charAt(0) === first.charAt(0).toLowerCase() ? word : word.charAt(0).toUpperCase() + word.slice(1);
};
