import { Button, Group, Modal, Textarea } from '@mantine/core';
import { useState } from 'react';
import { withdrawChange } from '../../api/changes';
import type { ChangeAnswer } from '../../api/generated';
import { FormProblem } from '../access/FormProblem';
import styles from './Change.module.css';
import { useChangeAction } from './useChangeAction';

/** Gives the change up; the reason is kept in the audit log. */
export function WithdrawButton({ change }: { change: ChangeAnswer }) {
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const withdraw = useChangeAction(change.id, (text: string) => withdrawChange(change.id, text), () => { setOpen(false); });
  return (
    <>
      <Button variant="subtle" onClick={() => { setOpen(true); }}>Withdraw</Button>
      <Modal opened={open} onClose={() => { setOpen(false); }} title="Withdraw this change">
        <form className={styles.form} onSubmit={(event) => { event.preventDefault(); withdraw.mutate(reason.trim()); }}>
          <p>It is kept as it is, but cannot be edited or submitted any more.</p>
          <Textarea label="Why?" description="Stands in the audit log." required autosize minRows={2} maxLength={500} data-autofocus value={reason} onChange={(event) => { setReason(event.currentTarget.value); }} />
          <FormProblem error={withdraw.error} />
          <Group justify="flex-end">
            <Button variant="default" onClick={() => { setOpen(false); }}>Keep it</Button>
            <Button type="submit" color="red" loading={withdraw.isPending} disabled={reason.trim() === ''}>Withdraw</Button>
          </Group>
        </form>
      </Modal>
    </>
  );
}
