import { Button } from '@mantine/core';
import { useState } from 'react';
import { rebaseChange } from '../../api/changes';
import type { ChangeAnswer } from '../../api/generated';
import { ProblemResponse, type DocumentConflict } from '../../api/problem';
import { FormProblem } from '../access/FormProblem';
import { notices } from '../shell/notice';
import { RebaseConflicts } from './RebaseConflicts';
import { useChangeAction } from './useChangeAction';

const conflictsOf = (error: Error | null): readonly DocumentConflict[] | null => (error instanceof ProblemResponse && error.problem.kind === 'conflicts' ? error.problem.conflicts ?? null : null);

/** Puts the change on the newest release. What both changed comes back from the server and is settled by a person. */
export function RebaseButton({ change, newest, primary }: { change: ChangeAnswer; newest: number; primary: boolean }) {
  const [asked, setAsked] = useState(false);
  const rebase = useChangeAction(change.id, (resolutions: Readonly<Record<string, string | null>>) => rebaseChange(change.id, resolutions), ({ base }) => {
    setAsked(false);
    notices.say(window.location.pathname, { tone: 'good', title: `It stands on release ${base} now`, text: 'It is a draft; look at it once more before you submit it.' });
  });
  const conflicts = conflictsOf(rebase.error);
  return (
    <>
      <Button variant={primary ? 'filled' : 'default'} loading={rebase.isPending} onClick={() => { setAsked(true); rebase.mutate({}); }}>{`Put it on release ${newest}`}</Button>
      {asked && conflicts && <RebaseConflicts conflicts={conflicts} release={newest} busy={rebase.isPending} settle={(texts) => { rebase.mutate(texts); }} onClose={() => { setAsked(false); }} />}
      {!conflicts && rebase.error && <FormProblem error={rebase.error} />}
    </>
  );
}
