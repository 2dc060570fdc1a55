import { Textarea } from '@mantine/core';
import { useState } from 'react';
import type { RetirementAnswer } from '../../api/generated';
import { liftRetirement } from '../../api/retirements';
import { sentence } from '../../model/words';
import { Dialog } from '../../ui/Dialog';
import { ActionForm } from '../shell/ActionForm';
import { notices } from '../shell/notice';
import { useAction } from '../shell/useAction';
import { useUseChanged } from './useUseChanged';

/** Back into use. */
export function LiftDialog({ retirement, close }: { retirement: RetirementAnswer | null; close: () => void }) {
  const what = retirement?.rule ?? retirement?.workflow ?? '';
  return <Dialog opened={retirement !== null} close={close} title={`Bring ${what} back into use?`}>{() => retirement && <Lift retirement={retirement} close={close} />}</Dialog>;
}

function Lift({ retirement: { id, workflow, rule, reason: why }, close }: { retirement: RetirementAnswer; close: () => void }) {
  const changed = useUseChanged();
  const [reason, setReason] = useState('');
  const { form, errors } = useAction({
    run: () => liftRetirement(id, { text: reason }),
    check: () => (reason.trim() ? {} : { text: 'Say why, in a sentence.' }),
    words: { text: /reason/ },
    async done() {
      close();
      notices.say(window.location.pathname, { tone: 'good', title: `${rule ?? workflow} is in use again` });
      await changed();
    },
  });
  return (
    <ActionForm {...form} cancel={close} confirm="Bring back">
      <p>It was taken out of use for this reason: <strong>{sentence(why)}</strong></p>
      <p>At once, {workflow} and what builds on it give decisions again on every server, unless something else keeps them from it.</p>
      <Textarea label="Reason" description="What makes it right to use again. It goes into the log." required withAsterisk={false} autosize minRows={2} maxRows={6} value={reason} error={errors.text} onChange={(event) => { setReason(event.currentTarget.value); }} />
    </ActionForm>
  );
}
