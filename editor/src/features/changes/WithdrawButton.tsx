import { Button, Modal, Textarea } from '@mantine/core';
import { useState } from 'react';
import { withdrawChange } from '../../api/changes';
import type { ChangeAnswer } from '../../api/generated';
import { ActionForm } from '../shell/ActionForm';
import { useChangeAction } from './useChangeAction';

/** Gives the change up; the reason is kept in the audit log. */
export function WithdrawButton({ change }: { change: ChangeAnswer }) {
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const [attempt, setAttempt] = useState(0);
  const missing = attempt > 0 && reason.trim() === '';
  const withdraw = useChangeAction(change.id, (text: string) => withdrawChange(change.id, text), () => { setOpen(false); });
  const submit = () => {
    setAttempt(attempt + 1);
    if (reason.trim() !== '') withdraw.mutate(reason.trim());
  };
  const close = () => { setOpen(false); };
  return (
    <>
      <Button variant="subtle" onClick={() => { setOpen(true); }}>Withdraw</Button>
      <Modal opened={open} onClose={close} title="Withdraw this change">
        <ActionForm submit={submit} cancel={close} busy={withdraw.isPending} error={withdraw.error} attempt={attempt} confirm="Withdraw" danger>
          <p>It is kept as it is, but cannot be edited or submitted any more.</p>
          <Textarea
            label="Why?" description="Stands in the audit log." autosize minRows={2} maxLength={500} data-autofocus error={missing && 'Say why, in a sentence.'}
            value={reason} onChange={(event) => { setReason(event.currentTarget.value); }}
          />
        </ActionForm>
      </Modal>
    </>
  );
}
