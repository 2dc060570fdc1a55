import type { Draft, Entries, Entry } from './draft';
import { entryWords } from './entryWords';
import type { Field, InputForm } from './form';
import { factLabel } from './labels';
import { pathText, type FactPath } from './path';

/** One known fact for readers: "Lesion 1: Pain", "mild". */
export interface FactWords {
  readonly path: string;
  readonly label: string;
  readonly words: string;
}

/** All that is known, in the order of the form; elements of lists one fact after the other. */
export function factsInWords(form: readonly InputForm[], draft: Draft): readonly FactWords[] {
  const line = (field: Field | null, path: FactPath, words: Entry | string): FactWords =>
    ({ path: pathText(path), label: factLabel(form, pathText(path)), words: typeof words === 'string' ? words : entryWords(words, field) });
  const inside = (fields: readonly Field[], entries: Entries, path: FactPath): readonly FactWords[] =>
    fields.flatMap((field) => {
      const entry = entries[field.name];
      return entry ? known(field, entry, [...path, field.name]) : [];
    });
  const known = (field: Field, entry: Entry, path: FactPath): readonly FactWords[] => {
    if (entry.kind === 'object' && field.kind === 'object') return inside(field.fields, entry.values, path);
    if (entry.kind !== 'list' || field.kind !== 'list' || entry.items.length === 0) return [line(field, path, entry)];
    return entry.items.flatMap(({ values }, i) => {
      const facts = inside(field.fields, values, [...path, i]);
      return facts.length > 0 ? facts : [{ ...line(null, [...path, i], 'nothing known of it'), label: `${factLabel(form, pathText(path))} ${i + 1}` }];
    });
  };
  return form.flatMap(({ input, fields }) => inside(fields, draft[input] ?? {}, [input]));
}
