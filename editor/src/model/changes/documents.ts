import { evidenceDocument } from '../documents/evidenceDocument';

/** How a document of a change differs from the release that it stands on. */
export type DocumentMark = 'added' | 'edited' | 'removed';

/** The kinds of a change's documents, its signs and words: colour never says it alone. */
export const markWords: Readonly<Record<DocumentMark, { readonly sign: string; readonly word: string }>> = {
  added: { sign: '+', word: 'Added' },
  edited: { sign: '~', word: 'Edited' },
  removed: { sign: '−', word: 'Removed' },
};

export interface ListedDocument {
  readonly name: string;
  readonly mark: DocumentMark | null;
}

/** A workflow's folder with its documents. */
export interface WorkflowFolder {
  readonly folder: string;
  readonly documents: readonly ListedDocument[];
  /** Of the whole folder: it is new, is gone, or something in it differs. */
  readonly mark: DocumentMark | null;
}

/** Rules before cases, the rest as it comes. */
const rank = ({ name }: ListedDocument) => (name.endsWith('/workflow.json') ? 0 : name.endsWith('/cases.json') ? 1 : 2);

export interface DocumentGroups {
  readonly workflows: readonly WorkflowFolder[];
  readonly facts: readonly ListedDocument[];
  readonly others: readonly ListedDocument[];
}

const isMark = (word: string): word is DocumentMark => word in markWords;

/** All documents that are there, and those that the change removed, in the order of their names. */
export function groupDocuments(names: readonly string[], differing: readonly { readonly name: string; readonly kind: string }[]): DocumentGroups {
  const marks = new Map(differing.flatMap(({ name, kind }) => (isMark(kind) ? [[name, kind] as const] : [])));
  const gone = differing.filter(({ name, kind }) => kind === 'removed' && !names.includes(name)).map(({ name }) => name);
  const all = [...names, ...gone].sort().map((name): ListedDocument => ({ name, mark: marks.get(name) ?? null }));
  const folders = new Set(all.flatMap(({ name }) => /^([^/]+)\/workflow\.json$/.exec(name)?.[1] ?? []));
  const folderOf = ({ name }: ListedDocument) => name.split('/')[0] ?? '';
  const inWorkflow = (document: ListedDocument) => document.name.includes('/') && folders.has(folderOf(document));
  const rest = all.filter((document) => !inWorkflow(document));
  const isFacts = ({ name }: ListedDocument) => name.startsWith('facts/');
  return {
    workflows: [...folders].map((folder) => withMark(folder, all.filter((document) => inWorkflow(document) && folderOf(document) === folder).toSorted((a, b) => rank(a) - rank(b)))),
    facts: rest.filter(isFacts),
    others: rest.filter((document) => !isFacts(document)),
  };
}

function withMark(folder: string, documents: readonly ListedDocument[]): WorkflowFolder {
  const whole = documents.find(({ name }) => name === `${folder}/workflow.json`)?.mark;
  const differs = documents.some(({ mark }) => mark !== null);
  return { folder, documents, mark: whole === 'added' || whole === 'removed' ? whole : differs ? 'edited' : null };
}

/** What a document of a workflow's folder is to a reader. */
export function documentTitle(name: string): string {
  if (name.endsWith('/workflow.json')) return 'Rules, tables and scores';
  if (name.endsWith('/cases.json')) return 'Golden cases';
  if (name === evidenceDocument) return 'Sources of evidence';
  const facts = /^facts\/(.+)\.schema\.json$/.exec(name)?.[1];
  if (facts !== undefined) return `Facts of a ${facts}`;
  return name.split('/').at(-1) ?? name;
}
