import { useEffect, useMemo } from 'react';
import type { Schemas } from '../../model/facts/form';
import type { FactSchema } from '../../model/facts/schema';
import { useSame } from '../../ui/useSame';
import { useWorkspace } from './WorkspaceContext';

const named = /^facts\/(.+)\.schema\.json$/;

/** The fact schemas of the workspace as they are on the screen, by name; one that cannot be read is left out. */
export function useDraftSchemas(): Schemas {
  const { store, snapshot: { names, documents } } = useWorkspace();
  const wanted = names.filter((name) => named.test(name)).join('\n');
  useEffect(() => {
    // What cannot be brought here now is asked for again with the next page; names stand in for labels until then.
    for (const name of wanted.split('\n').filter(Boolean)) store.need(name).catch(() => undefined);
  }, [store, wanted]);
  // Of everything on the screen only these texts count: the tree is built anew when one of them changes.
  const texts = useSame(wanted.split('\n').flatMap((name) => [name, documents.get(name)?.text ?? null]));
  return useMemo(() => Object.fromEntries(texts.flatMap((name, i) => {
    const text = texts[i + 1];
    const schema = i % 2 === 0 && typeof text === 'string' ? parsed(text) : null;
    return name !== null && schema ? [[named.exec(name)?.[1] ?? name, schema]] : [];
  })), [texts]);
}

const isObject = (value: unknown): value is FactSchema => typeof value === 'object' && value !== null && !Array.isArray(value);

function parsed(text: string): FactSchema | null {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : null;
  } catch {
    return null;
  }
}
