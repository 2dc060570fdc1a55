import { groupedBy } from '../groupedBy';

/** The semantic difference of a change against its base, as the server answers it. */
export interface FieldDifference {
  readonly name: string;
  readonly label: string;
  readonly before: string | null;
  readonly after: string | null;
  readonly beforeSentence: string | null;
  readonly afterSentence: string | null;
  readonly isExpression: boolean;
}

export interface PartDifference {
  readonly kind: string;
  readonly of: string;
  readonly name: string;
  readonly title: string | null;
  readonly pointer: string;
  readonly fields: readonly FieldDifference[];
}

export interface DocumentDifference {
  readonly name: string;
  readonly kind: string;
  readonly title: string | null;
  readonly of: string;
  readonly workflow: string | null;
  readonly unreadable: boolean;
  readonly parts: readonly PartDifference[];
}

/** Signs and words of what happened to a part. */
export const partSigns: Readonly<Record<string, { readonly sign: string; readonly word: string }>> = {
  added: { sign: '+', word: 'Added' },
  removed: { sign: '−', word: 'Removed' },
  changed: { sign: '~', word: 'Changed' },
  edited: { sign: '~', word: 'Edited' },
  moved: { sign: '↕', word: 'Moved' },
};

export const signOf = (kind: string) => partSigns[kind] ?? { sign: '·', word: kind };

const kindWords: Readonly<Record<string, string>> = {
  scoreItem: 'score item', use: 'used workflow', column: 'table column', output: 'table output', row: 'table row', band: 'score band', case: 'golden case', metadata: 'statement', other: 'entry',
};

/** "rule", "table row": what kind of part it is. */
export const partKind = (of: string): string => kindWords[of] ?? of;

export interface WorkflowDifferences {
  /** Folder of the workflow; null for documents of the whole library. */
  readonly folder: string | null;
  readonly title: string | null;
  readonly documents: readonly DocumentDifference[];
}

const documentOrder = ['workflow', 'cases', 'text', 'other'];

/** By workflow, the documents of the whole library last: facts, sources, texts. */
export function byWorkflow(documents: readonly DocumentDifference[]): readonly WorkflowDifferences[] {
  const groups = groupedBy(documents, ({ workflow, name }) => (workflow === null ? null : (name.split('/')[0] ?? null)));
  return [...groups]
    .map(([folder, members]): WorkflowDifferences => ({
      folder,
      title: members.find(({ of }) => of === 'workflow')?.title ?? members.find(({ workflow }) => workflow !== null)?.workflow ?? null,
      documents: members.toSorted((a, b) => documentOrder.indexOf(a.of) - documentOrder.indexOf(b.of) || a.name.localeCompare(b.name, 'en')),
    }))
    .toSorted((a, b) => Number(a.folder === null) - Number(b.folder === null) || (a.folder ?? '').localeCompare(b.folder ?? '', 'en'));
}

/** A part, or a table with everything that happened inside of it. */
export type ShownPart = { readonly kind: 'part'; readonly part: PartDifference } | { readonly kind: 'table'; readonly table: TableParts };

export interface TableParts {
  readonly name: string;
  /** What happened to the table itself; null when only its columns or rows differ. */
  readonly own: PartDifference | null;
  /** Inputs and outputs. */
  readonly columns: readonly PartDifference[];
  readonly rows: readonly PartDifference[];
}

const ofTable: ReadonlySet<string> = new Set(['table', 'column', 'output', 'row']);

/** The parts of a document in their order, tables with their columns and rows together. Those say by their title which table they belong to. */
export function shownParts(parts: readonly PartDifference[]): readonly ShownPart[] {
  const shown: ShownPart[] = [];
  const tables = new Map<string, { columns: PartDifference[]; rows: PartDifference[] }>();
  for (const part of parts) {
    if (!ofTable.has(part.of)) {
      shown.push({ kind: 'part', part });
      continue;
    }
    const isOwn = part.of === 'table';
    const name = part.title ?? part.name;
    // A removed table and a new one may share a name: each begins anew.
    let inside = isOwn ? undefined : tables.get(name);
    if (!inside) {
      inside = { columns: [], rows: [] };
      tables.set(name, inside);
      shown.push({ kind: 'table', table: { name, own: isOwn ? part : null, ...inside } });
    }
    if (part.of === 'row') inside.rows.push(part);
    else if (!isOwn) inside.columns.push(part);
  }
  return shown;
}

/** Of a document's parts, by what happened: "2 added, 1 changed". */
export function countKinds(parts: readonly { readonly kind: string }[]): readonly { readonly kind: string; readonly count: number }[] {
  return ['added', 'changed', 'removed', 'moved'].map((kind) => ({ kind, count: parts.filter((part) => part.kind === kind).length })).filter(({ count }) => count > 0);
}

/** The place that a remark on a part is made on: it stays when the part moves. */
export const placeOf = ({ of, name, title, pointer }: PartDifference): string => (ofTable.has(of) && of !== 'table' ? `${title ?? ''} / ${name}` : of === 'band' ? pointer : name);
