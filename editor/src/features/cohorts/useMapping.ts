import { useMutation } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { putMapping, startCohort, type TaggedCohort } from '../../api/cohorts';
import type { CohortMapping } from '../../api/generated';
import { mappingOf, mentioned, type MappingDraft } from '../../model/cohorts/mapping';
import { useSettled } from '../../ui/useSettled';
import { useRunChanged } from './useRunAction';

/** Typing is over, and what it left is saved and tried. */
const pause = 500;

/**
 * The mapping as it is edited, saved a moment after each edit on top of the version that was looked at: when somebody else was there
 * meanwhile, that is said and nothing of theirs is lost. `initial` is saved only once somebody has touched it, or starts the run.
 */
export function useMapping({ run, tag }: TaggedCohort, initial: MappingDraft) {
  const [draft, setDraft] = useState(initial);
  const [isTouched, setTouched] = useState(false);
  const text = JSON.stringify(mappingOf(draft));
  const settled = useSettled(text, pause);
  const [base, setBase] = useState(() => {
    const there = new Set(initial.columns.map(({ column }) => column));
    const isStored = run.mapping !== null && mentioned(run.mapping).every((name) => there.has(name));
    return { tag, text: isStored ? JSON.stringify(mappingOf(initial)) : null };
  });
  const changed = useRunChanged(run.id);
  const kept = (saved: string) => (answer: TaggedCohort) => {
    setBase({ tag: answer.tag, text: saved });
    changed(answer);
    return answer;
  };
  const put = (saved: string, on: string) => putMapping(run.id, JSON.parse(saved) as CohortMapping, on).then(kept(saved));
  const saving = useMutation({ mutationFn: (saved: string) => put(saved, base.tag) });
  const starting = useMutation({
    async mutationFn() {
      const on = text === base.text ? base.tag : (await put(text, base.tag)).tag;
      return startCohort(run.id, on);
    },
    onSuccess: changed,
  });
  const { mutate: save, isPending: isSaving, error } = saving;
  const isDue = isTouched && settled === text && text !== base.text && !isSaving && !starting.isPending && error === null;
  useEffect(() => { if (isDue) save(settled); }, [isDue, save, settled]);
  return {
    draft,
    /** What is on the screen, once it stands still. */
    settled: JSON.parse(settled) as CohortMapping,
    isSettled: settled === text,
    edit(next: MappingDraft) {
      setTouched(true);
      setDraft(next);
    },
    isSaved: text === base.text,
    isSaving,
    saveError: error,
    saveAgain: () => { save(text); },
    start: () => { starting.mutate(); },
    isStarting: starting.isPending,
    startError: starting.error,
  };
}
