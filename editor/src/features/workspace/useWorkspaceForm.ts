import { useEffect, useMemo } from 'react';
import { buildForm, type InputForm, type Schemas } from '../../model/facts/form';
import { referencedSchemas } from '../../model/facts/schema';
import { readFactSchema } from '../../model/facts/schemaDocument';
import { useSame } from '../../ui/useSame';
import { useWorkspace } from './WorkspaceContext';

const documentOf = (schema: string) => `facts/${schema}.schema.json`;

/** The form that inputs ask for, by the fact schemas as they are on the screen; null while one is read. */
export function useWorkspaceForm(inputs: readonly { readonly name: string; readonly schema: string }[]): readonly InputForm[] | null {
  const { store, snapshot: { documents, names } } = useWorkspace();
  const { found, wanted } = useMemo(() => gather(inputs.map(({ schema }) => schema), (schema) => {
    const name = documentOf(schema);
    return names.includes(name) ? documents.get(name)?.text : null;
  }), [inputs, documents, names]);
  const missing = useSame(wanted);
  useEffect(() => {
    // What cannot be read is asked for again by the next look at the change; its fields are absent until then.
    for (const schema of missing) store.need(documentOf(schema)).catch(() => undefined);
  }, [store, missing]);
  const texts = useSame(found.flat());
  const schemas = useMemo<Schemas>(() => Object.fromEntries(pairs(texts).map(([name, text]) => [name, readFactSchema(text)])), [texts]);
  const places = useSame(inputs.flatMap(({ name, schema }) => [name, schema]));
  const form = useMemo(() => buildForm(pairs(places).map(([name, schema]) => ({ name, schema })), schemas), [places, schemas]);
  return missing.length > 0 ? null : form;
}

/** The schemas named and all that they refer to: texts of those that are here, names of those that have to be read. A text that is null is nowhere. */
function gather(names: readonly string[], textOf: (name: string) => string | null | undefined) {
  const found: [string, string][] = [];
  const wanted: string[] = [];
  const queue = [...new Set(names)];
  for (const name of queue) {
    const text = textOf(name);
    if (text === undefined) wanted.push(name);
    if (typeof text !== 'string') continue;
    found.push([name, text]);
    for (const reference of referencedSchemas(readFactSchema(text))) if (!queue.includes(reference)) queue.push(reference);
  }
  return { found, wanted };
}

const pairs = (flat: readonly string[]): readonly (readonly [string, string])[] =>
  flat.flatMap((first, i) => (i % 2 === 0 ? [[first, flat[i + 1] ?? ''] as const] : []));
