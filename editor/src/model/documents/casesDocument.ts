import { itemsOf, member, parseDocument, pointerOf, stringOf, textsOf, type JsonDocument, type Node } from './json';
import type { Placed } from './workflowDocument';

export interface CaseView extends Placed {
  readonly id: string;
  readonly title: string | null;
  readonly tags: readonly string[];
  readonly asOf: string | null;
  readonly facts: Node | null;
  readonly expect: Node | null;
  readonly why: string | null;
  readonly source: string | null;
}

export interface CasesView {
  readonly document: JsonDocument;
  readonly workflow: string;
  readonly cases: readonly CaseView[];
}

/** What the text of a `cases.json` says, read as it stands. */
export function readCases(text: string): CasesView {
  const document = parseDocument(text);
  return {
    document,
    workflow: stringOf(member(document.root, 'Workflow')) ?? '',
    cases: itemsOf(member(document.root, 'Cases')).map((node, i) => {
      const path = ['Cases', i];
      return {
        path,
        pointer: pointerOf(path),
        node,
        id: stringOf(member(node, 'Id')) ?? '',
        title: stringOf(member(node, 'Title')),
        tags: textsOf(member(node, 'Tags')),
        asOf: stringOf(member(node, 'AsOf')),
        facts: member(node, 'Facts') ?? null,
        expect: member(node, 'Expect') ?? null,
        why: stringOf(member(node, 'Why')),
        source: stringOf(member(node, 'Source')),
      };
    }),
  };
}
