import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { askLanguage, type DraftPlace } from '../../../api/language';
import { namedParts } from '../../../model/condition/sentenceLinks';
import { subjectsOf, type Members, type Offer, type Subject } from '../../../model/condition/subjects';
import { buildForm, type Field, type InputForm } from '../../../model/facts/form';
import { useWorkflowEditing } from '../../authoring/WorkflowEditing';
import { useDraftSchemas } from '../../workspace/useDraftSchemas';
import { useWorkspace } from '../../workspace/WorkspaceContext';
import type { ExpressionPlace } from '../context';
import { useBuilder, type Scope } from './builder';

interface Offers {
  readonly offers: readonly Offer[];
  readonly members: readonly Members[];
}

async function ask(draft: DraftPlace, { workflow, rule }: ExpressionPlace, text: string, signal: AbortSignal): Promise<readonly Offer[]> {
  const { items } = await askLanguage<{ readonly items: readonly Offer[] }>('complete', { ...draft, workflow, rule, text, offset: text.length }, signal);
  return items;
}

/** Names that have names in them: used workflows, the elements of lists, objects. */
const hasMembers = ({ kind, typeInfo }: Offer) => kind === 'workflow' || ((kind === 'fact' || kind === 'variable') && typeInfo?.kind === 'object');

/** What a condition can be about at a place; asked for once it is wanted. */
export function useSubjects(scope: Scope, wanted: boolean): { readonly subjects: readonly Subject[]; readonly isLoading: boolean; readonly error: Error | null } {
  const { key, place: draft, snapshot } = useWorkspace();
  const { place } = useBuilder();
  const { view } = useWorkflowEditing();
  const schemas = useDraftSchemas();
  const { data, isLoading, error } = useQuery({
    queryKey: ['draft', key, 'subjects', place.workflow, place.rule ?? null, scope.before, snapshot.revision],
    queryFn: async ({ signal }): Promise<Offers> => {
      const offers = await ask(draft, place, scope.before, signal);
      const members = await Promise.all(offers.filter(hasMembers).map(async (owner) => ({ owner, offers: await ask(draft, place, `${scope.before}${owner.insert}.`, signal) })));
      return { offers, members };
    },
    enabled: wanted,
    placeholderData: keepPreviousData,
    staleTime: Infinity,
    gcTime: 30_000,
  });
  const subjects = useMemo(() => {
    if (!data) return [];
    const variables = data.offers.flatMap(({ kind, insert, typeInfo }) => (kind === 'variable' && typeInfo?.schema ? [{ name: insert, schema: typeInfo.schema }] : []));
    return subjectsOf(data.offers, data.members, buildForm([...view.inputs, ...variables], schemas));
  }, [data, view.inputs, schemas]);
  return { subjects, isLoading, error };
}

/** What a name of this workflow stands for. */
export function useKindOf(): (text: string) => string | null {
  const { view } = useWorkflowEditing();
  return useMemo(() => {
    const kinds = new Map(namedParts(view).map(({ name, kind }) => [name, kind]));
    return (text: string) => kinds.get(text) ?? null;
  }, [view]);
}

/** Whether there is a list whose elements a condition could be about. */
export function useListsAtHand(scope: Scope): boolean {
  const { view } = useWorkflowEditing();
  const schemas = useDraftSchemas();
  const form = useMemo(() => buildForm(view.inputs, schemas), [view.inputs, schemas]);
  return scope.variables.length === 0 && form.some(({ fields }: InputForm) => fields.some(({ kind }: Field) => kind === 'list'));
}
