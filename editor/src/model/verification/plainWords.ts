import { namedParts } from '../condition/sentenceLinks';
import type { WorkflowView } from '../documents/workflowDocument';
import type { InputForm } from '../facts/form';
import { factLabel, findField } from '../facts/labels';
import { parsePath } from '../facts/path';
import { readable } from '../readable';

export type Words = (expression: string) => string;

/** Says expressions and names of a workflow as readers know them: facts by their labels, parts by their titles. */
export function wordsOf(view: WorkflowView, form: readonly InputForm[] | null): Words {
  const parts = new Map(namedParts(view).map(({ name, words }) => [name, words[0] ?? null]));
  return (expression) => readable(expression, (name) => (form && findField(form, parsePath(name)) ? factLabel(form, name) : parts.get(name) ?? null));
}

/** A message of the server with words in place of what stands between backticks. */
export const inWords = (message: string, words: Words): string => message.replaceAll(/`([^`]+)`/g, (_, code: string) => `“${words(code)}”`);

/** Two expressions in words; as they are written where the words leave out how they differ. */
export function bothInWords(before: string, after: string, words: Words): { readonly before: string; readonly after: string } {
  const said = { before: words(before), after: words(after) };
  return said.before === said.after ? { before, after } : said;
}
