import { ProblemResponse } from '../../api/problem';
import { sentence } from '../../model/words';

/** Of which field a refusal speaks, by the words of its detail; the first that fits. */
export type FieldWords = Readonly<Record<string, RegExp>>;

/** What is wrong, by field. */
export type FieldErrors = Readonly<Record<string, string | undefined>>;

/**
 * What the server says about single fields: by the pointers of its errors, and else by what its detail is about. Nothing when it speaks of
 * something else, which stands above the buttons then.
 */
export function fieldErrors(error: Error | null, words: FieldWords): FieldErrors {
  if (!(error instanceof ProblemResponse)) return {};
  const { kind, detail, errors } = error.problem;
  const fields = Object.keys(words);
  const found: Record<string, string> = {};
  for (const { pointer, message, help } of errors) {
    const field = fields.find((name) => pointer === `/${name}` || pointer.startsWith(`/${name}/`));
    if (field) found[field] ??= sentence([message, help].filter(Boolean).join('; '));
  }
  if (Object.keys(found).length > 0 || kind !== 'invalid-action' || !detail) return found;
  const about = fields.find((name) => words[name]?.test(detail));
  return about ? { [about]: sentence(detail) } : {};
}
