import { day } from '../moment';
import { member, stringOf, textsOf, type Node } from '../documents/json';
import { metadataGroups } from '../documents/metadataFields';
import { withNested, type CitationView, type WorkflowView } from '../documents/workflowDocument';

/** A statement of a workflow about itself, for readers. */
export interface Statement {
  readonly label: string;
  readonly text: string;
}

function textAt(metadata: Node | null, path: readonly (string | number)[]): string | null {
  let node: Node | null | undefined = metadata;
  for (const part of path) node = typeof part === 'string' ? member(node, part) : undefined;
  if (node?.type === 'boolean') return node.value === true ? 'Yes' : null;
  if (node?.type === 'array') return textsOf(node).join('; ');
  return stringOf(node);
}

/** What it says about itself, in the order of the form; what it does not say is left out. */
export const statementsOf = ({ metadata }: WorkflowView): readonly Statement[] =>
  metadataGroups.flatMap(({ fields }) => fields.flatMap(({ path, label }) => {
    const text = textAt(metadata, path);
    return text !== null && text.trim() !== '' ? [{ label, text: /^\d{4}-\d\d-\d\d$/.test(text) ? day(text) : text }] : [];
  }));

/** The sources that its rules and table rows cite, each once, numbered as they first appear. */
export function citedSources(view: WorkflowView): readonly string[] {
  const citations: readonly CitationView[] = [...view.rules.flatMap(withNested).flatMap(({ evidence }) => evidence), ...view.tables.flatMap(({ rows }) => rows.flatMap(({ evidence }) => evidence))];
  return [...new Set(citations.map(({ source }) => source))];
}

/** "[1, table 2; 3]": which sources, by their numbers. */
export const citationMark = (evidence: readonly CitationView[], sources: readonly string[]): string =>
  evidence.length === 0 ? '' : `[${evidence.map(({ source, locator }) => `${sources.indexOf(source) + 1}${locator ? `, ${locator}` : ''}`).join('; ')}]`;

/** Things by where they stand in the document; keys of pointers count without case. */
export function byPointer<T extends { readonly pointer: string }>(items: readonly T[]): (pointer: string) => T | null {
  const found = new Map(items.map((item) => [item.pointer.toLowerCase(), item]));
  return (pointer) => found.get(pointer.toLowerCase()) ?? null;
}
