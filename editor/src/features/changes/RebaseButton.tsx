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
  // They stay on the screen, with what was decided about them, until the change is put on the release or somebody leaves.
  const [conflicts, setConflicts] = useState<readonly DocumentConflict[] | null>(null);
  const rebase = useChangeAction(change.id, (resolutions: Readonly<Record<string, string | null>>) => rebaseChange(change.id, resolutions), ({ base }) => {
    setConflicts(null);
    notices.say(window.location.pathname, { tone: 'good', title: `It stands on release ${base} now`, text: 'It is a draft; look at it once more before you submit it.' });
  });
  const refused = conflictsOf(rebase.error) ? null : rebase.error;
  const put = (texts: Readonly<Record<string, string | null>>) => {
    rebase.mutate(texts, { onError: (error) => { setConflicts((before) => conflictsOf(error) ?? before); } });
  };
  return (
    <>
      <Button variant={primary ? 'filled' : 'default'} loading={rebase.isPending} onClick={() => { put({}); }}>{`Put it on release ${newest}`}</Button>
      {conflicts && (
        // What was decided about other texts than these counts no more.
        <RebaseConflicts
          key={conflicts.map(({ document, theirs }) => `${document} ${theirs?.hash ?? ''}`).join('\n')}
          conflicts={conflicts} release={newest} busy={rebase.isPending} error={refused} settle={put} onClose={() => { setConflicts(null); rebase.reset(); }}
        />
      )}
      {!conflicts && <FormProblem error={refused} />}
    </>
  );
}
