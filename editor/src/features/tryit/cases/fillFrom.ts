import type { Node } from '../../../model/documents/json';
import { writeFacts } from '../../../model/facts/factsJson';
import type { InputForm } from '../../../model/facts/form';
import { readFacts } from '../../../model/facts/readFacts';
import type { HeldFacts, LoadedCase } from '../useDraft';

/** Fills the form with facts that are written somewhere, and remembers from where they are. */
export function fillFrom(facts: HeldFacts, form: readonly InputForm[], { text, node }: { readonly text: string; readonly node: Node | null }, from: Pick<LoadedCase, 'id' | 'asOf' | 'isExample'>) {
  const { draft, beyond } = readFacts(form, text, node);
  facts.golden?.load(draft, { ...from, facts: writeFacts(form, draft).json, beyond: beyond.map(({ path }) => path) });
}
