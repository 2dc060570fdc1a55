import { createContext, use, useMemo } from 'react';
import type { DiagnosticAnswer, FindingAnswer, VerificationAnswer } from '../../api/generated';
import { partTitle, placeOf } from '../../model/documents/places';
import { ruleTitles, type WorkflowView } from '../../model/documents/workflowDocument';
import { exampleText } from '../../model/verification/example';
import { inWords, wordsOf } from '../../model/verification/plainWords';
import { useWorkflowEditing } from '../authoring/WorkflowEditing';
import { ShowPatient } from './ShowPatient';
import type { Verified } from './useVerified';

/** Findings about all patients among those that a page shows at their places. */
export interface Examples {
  readonly of: ReadonlyMap<DiagnosticAnswer, FindingAnswer>;
  /** Whether they are about exactly what is on the screen. */
  readonly areCurrent: boolean;
}

export const ExamplesContext = createContext<Examples>({ of: new Map(), areCurrent: true });

/** The findings of a workflow by what they say; those about used workflows stand in their own documents. */
export function useExamples({ data, isCurrent }: Verified<VerificationAnswer>, folder: string, view: WorkflowView | null): Examples {
  const parts = view && [...ruleTitles(view)].flat().join('\n');
  const of = useMemo(() => {
    const words = view ? wordsOf(view, null) : null;
    const own = (data?.findings ?? []).filter(({ diagnostic }) => diagnostic.document.startsWith(`${folder}/`));
    return new Map(own.map((finding) => [{ ...finding.diagnostic, message: words ? inWords(finding.diagnostic.message, words) : finding.diagnostic.message }, finding] as const));
  }, [data, folder, parts]); // eslint-disable-line react-hooks/exhaustive-deps -- of the document only its titles count
  return useMemo(() => ({ of, areCurrent: isCurrent }), [of, isCurrent]);
}

/** Says of a finding that it is about the last text that was saved. */
export function useIsOutdated(): (found: DiagnosticAnswer) => boolean {
  const { of, areCurrent } = use(ExamplesContext);
  return (found) => !areCurrent && of.has(found);
}

/** Says of a finding that a patient shows it: it then needs more room than a mark. */
export function useHasPatient(): (found: DiagnosticAnswer) => boolean {
  const { of } = use(ExamplesContext);
  return (found) => of.get(found)?.example != null;
}

/** The way to the patient of a finding; nothing where no patient can show it. */
export function ExampleHere({ of: found }: { of: DiagnosticAnswer }) {
  const example = use(ExamplesContext).of.get(found)?.example;
  return example ? <Shown found={found} facts={exampleText(example)} asOf={example.asOf} /> : null;
}

function Shown({ found, facts, asOf }: { found: DiagnosticAnswer; facts: string; asOf: string | null }) {
  const { view, folder } = useWorkflowEditing();
  const place = placeOf(view, found.pointer);
  return <ShowPatient folder={folder} place={place} name={partTitle(view, place)} facts={facts} asOf={asOf} />;
}
