import type { CitationView } from '../documents/workflowDocument';
import type { JsonValue } from '../documents/json';

export type Citation = Pick<CitationView, 'source' | 'locator' | 'statements'>;

/**
 * Citations as text for the clipboard and files: one to a line, `source: locator [S1 S2]`. A locator that itself ends with a bracket is
 * followed by `[]`, so that every list of citations is read back as it was.
 */
export const writeCitations = (citations: readonly Citation[]): string => citations.map(({ source, locator, statements }) => {
  const where = locator === null ? '' : `: ${locator}`;
  return `${source}${where}${statements.length > 0 || locator?.endsWith(']') ? ` [${statements.join(' ')}]` : ''}`;
}).join('\n');

/** What is no citation becomes a source of that name, which the server then does not know. */
export const readCitations = (text: string): readonly Citation[] => text.split(/\r\n|\r|\n/).map((line) => line.trim()).filter((line) => line !== '').map((line) => {
  const [, before = line, bracket] = /^(.*?)(?:\s*\[([^[\]]*)\])?$/.exec(line) ?? [];
  const colon = before.indexOf(':');
  const locator = colon < 0 ? '' : before.slice(colon + 1).trim();
  return {
    source: (colon < 0 ? before : before.slice(0, colon)).trim(),
    locator: locator === '' ? null : locator,
    statements: (bracket ?? '').split(/[\s,;]+/).filter((id) => id !== ''),
  };
});

export const citationJson = ({ source, locator, statements }: Citation): JsonValue => ({
  Source: source, ...(locator === null ? {} : { Locator: locator }), ...(statements.length > 0 ? { Statements: statements } : {}),
});
