import { useQueryClient } from '@tanstack/react-query';
import { keysQuery, revokeKey } from '../../api/accounts';
import type { KeyAnswer } from '../../api/generated';
import { moment } from '../../model/moment';
import { Dialog } from '../../ui/Dialog';
import { ActionForm } from '../shell/ActionForm';
import { notices } from '../shell/notice';
import { useAction } from '../shell/useAction';

/** Ends a key at once. */
export function RevokeDialog({ revoked, close }: { revoked: KeyAnswer | null; close: () => void }) {
  return <Dialog opened={revoked !== null} close={close} title={`Revoke the key of ${revoked?.name ?? ''}?`}>{() => revoked && <Revoke answer={revoked} close={close} />}</Dialog>;
}

function Revoke({ answer: { id, name, lastUsed }, close }: { answer: KeyAnswer; close: () => void }) {
  const queryClient = useQueryClient();
  const { form } = useAction({
    run: () => revokeKey(id),
    async done() {
      close();
      notices.say(window.location.pathname, { tone: 'good', title: `The key of ${name} was revoked`, text: 'Nobody can use it any more.' });
      await queryClient.invalidateQueries(keysQuery);
    },
  });
  return (
    <ActionForm {...form} cancel={close} confirm="Revoke" danger>
      <p>Requests with this key are refused from now on, so {name} gets no decisions until it has another key. {lastUsed ? `It was last used ${moment(lastUsed)}.` : 'It was never used.'}</p>
      <p>A revoked key cannot be brought back; a new one can be made. What it did stays in the log.</p>
    </ActionForm>
  );
}
