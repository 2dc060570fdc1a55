import { nameFor } from '../documents/names';
import { writeJson } from '../documents/writeJson';

export interface NewWorkflow {
  readonly title: string;
  readonly folder: string;
  readonly name: string;
  /** Names of fact schemas; each becomes an input of the same name. */
  readonly inputs: readonly string[];
}

/** "Impending fracture (Mirels)" → `impending-fracture-mirels`. */
export const folderFor = (title: string): string =>
  title.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase().match(/[a-z0-9]+/g)?.join('-').slice(0, 60).replace(/-+$/, '') ?? '';

/** Free among `taken`, whatever their case. */
export function freeFolder(title: string, taken: ReadonlySet<string>): string {
  const folder = folderFor(title);
  if (folder === '' || !taken.has(folder)) return folder;
  for (let i = 2; ; i += 1) if (!taken.has(`${folder}-${i}`)) return `${folder}-${i}`;
}

export const workflowNameFor = (title: string, taken: ReadonlySet<string>): string => nameFor(title, true, taken);

/** What keeps this folder from being used; null: nothing. */
export function wrongFolder(folder: string, taken: ReadonlySet<string>): string | null {
  if (folder === '') return 'Give the folder a name.';
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(folder)) return 'Small letters, digits and single hyphens, as in `mirels-fracture-risk`.';
  if (folder === 'facts' || taken.has(folder)) return 'There is a folder of this name already.';
  return null;
}

/** What keeps this name from being used; null: nothing. Names of workflows stand in expressions. */
export function wrongName(name: string, taken: ReadonlySet<string>): string | null {
  if (!/^[A-Za-z_][A-Za-z0-9_]*$/.test(name)) return 'Letters and digits without spaces, as in `MirelsFractureRisk`.';
  if (taken.has(name.toLowerCase())) return 'There is a workflow of this name already.';
  return null;
}

/** Both documents of a new workflow. What only a person can state (purpose, developer, dates …) is left open: the server lists it. */
export function documentsOf({ title, folder, name, inputs }: NewWorkflow): Readonly<Record<string, string>> {
  const workflow = {
    $schema: '../../schemas/workflow.schema.json',
    WorkflowName: name,
    Title: title,
    Description: '',
    Metadata: {},
    Inputs: inputs.map((input) => ({ Name: input, Schema: input })),
    Rules: [],
  };
  const cases = { $schema: '../../schemas/cases.schema.json', Workflow: name, Cases: [] };
  return { [`${folder}/workflow.json`]: `${spread(workflow)}\n`, [`${folder}/cases.json`]: `${spread(cases)}\n` };
}

/** The outermost object has a line for each member, as in all documents of the library. */
const spread = (members: Readonly<Record<string, Parameters<typeof writeJson>[0]>>): string =>
  `{\n${Object.entries(members).map(([key, value]) => `  ${JSON.stringify(key)}: ${writeJson(value, '  ', key.length + 6)}`).join(',\n')}\n}`;
