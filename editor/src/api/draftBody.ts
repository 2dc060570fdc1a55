import { readOnce } from '../model/readOnce';

/** Longer than this a text travels as a blob, which is written once for all questions about it, and which no request copies. */
const long = 32 * 1024;
const kept = 4;

const blobOf = readOnce((text) => new Blob([JSON.stringify(text)]), kept);

const isLong = (text: string | null): text is string => text !== null && text.length > long;

/** A question about unfinished documents, which is the text of a JSON object, together with their texts. */
export function draftBody(question: string, documents: Readonly<Record<string, string | null>> | undefined): string | Blob {
  if (!documents) return question;
  const open = question === '{}' ? '{' : `${question.slice(0, -1)},`;
  const texts = Object.entries(documents);
  if (!texts.some(([, text]) => isLong(text))) return `${open}"documents":${JSON.stringify(documents)}}`;
  return new Blob([
    `${open}"documents":{`,
    ...texts.flatMap(([name, text], i) => [`${i === 0 ? '' : ','}${JSON.stringify(name)}:`, isLong(text) ? blobOf(text) : JSON.stringify(text)]),
    '}}',
  ]);
}
