import type { ExampleAnswer } from '../../api/generated';
import { jsonOf } from '../cases/expectation';
import { parseDocument } from '../documents/json';
import { writeJson } from '../documents/writeJson';
import { factsInWords, type FactWords } from '../facts/factsInWords';
import type { InputForm } from '../facts/form';
import { readFacts } from '../facts/readFacts';

/** The facts of an example as JSON text, digit by digit. */
export const exampleText = ({ facts }: Pick<ExampleAnswer, 'facts'>): string => writeJson(jsonOf(facts));

/** A patient whose facts are JSON text, in the words of the form. */
export function patientInWords(form: readonly InputForm[], text: string): readonly FactWords[] {
  const { draft, beyond } = readFacts(form, text, parseDocument(text).root);
  return [...factsInWords(form, draft), ...beyond.map(({ path, text: written }) => ({ path, label: path, words: written }))];
}
