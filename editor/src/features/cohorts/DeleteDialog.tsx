import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { cohortQuery, cohortsQuery, deleteCohort } from '../../api/cohorts';
import type { CohortAnswer } from '../../api/generated';
import { hasResults } from '../../model/cohorts/state';
import { plural } from '../../model/words';
import { Dialog } from '../../ui/Dialog';
import { ActionForm } from '../shell/ActionForm';
import { notices } from '../shell/notice';
import { useAction } from '../shell/useAction';

/** Takes a run away for good. */
export function DeleteDialog({ run, opened, close }: { run: CohortAnswer; opened: boolean; close: () => void }) {
  return <Dialog opened={opened} close={close} title={`Delete “${run.name}”?`}>{() => <Delete run={run} close={close} />}</Dialog>;
}

function Delete({ run: { id, name, state, input }, close }: { run: CohortAnswer; close: () => void }) {
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const { form } = useAction({
    run: () => deleteCohort(id),
    async done() {
      close();
      notices.say('/cohorts', { tone: 'good', title: `“${name}” was deleted`, text: 'Its input and its results are gone with it.' });
      await navigate({ to: '/cohorts' });
      queryClient.removeQueries({ queryKey: cohortQuery(id).queryKey });
      await queryClient.invalidateQueries(cohortsQuery);
    },
  });
  return (
    <ActionForm {...form} cancel={close} confirm="Delete" danger>
      <p>{input ? `The run goes with its input of ${plural(input.patients, 'patient')}${hasResults(state) ? ' and with all results' : ''}. ` : 'The run goes. '}Nobody can bring it back{hasResults(state) ? '; download first what is still needed' : ''}. {input?.file && `The file ${input.file} on the server stays.`}</p>
      <p>Who deleted it, and when, stays in the log.</p>
    </ActionForm>
  );
}
