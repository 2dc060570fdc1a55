import { Textarea } from '@mantine/core';
import { useState } from 'react';
import type { ReleaseAnswer } from '../../api/generated';
import { approveRelease } from '../../api/releases';
import { shortHash } from '../../model/audit';
import { plural } from '../../model/words';
import { Dialog } from '../../ui/Dialog';
import { ActionForm } from '../shell/ActionForm';
import { notices } from '../shell/notice';
import { useAction } from '../shell/useAction';
import { useReleasesChanged } from './useReleasesChanged';

interface Props {
  readonly opened: boolean;
  readonly close: () => void;
  readonly release: ReleaseAnswer;
  readonly documents: number | null;
}

/** The first review of content that was taken over as it is. */
export function ApproveDialog({ opened, close, ...of }: Props) {
  return <Dialog opened={opened} close={close} title={`Approve release ${of.release.number}?`}>{() => <Approve close={close} {...of} />}</Dialog>;
}

function Approve({ close, release: { number, manifestHash }, documents }: Omit<Props, 'opened'>) {
  const changed = useReleasesChanged();
  const [comment, setComment] = useState('');
  const { form, errors } = useAction({
    run: () => approveRelease(number, { manifestHash, comment }),
    words: { comment: /comment/ },
    async done() {
      close();
      notices.say(window.location.pathname, { tone: 'good', title: `Release ${number} is approved`, text: 'Decisions from it say so from now on, with your name. It stands in the log.' });
      await changed();
    },
  });
  return (
    <ActionForm {...form} cancel={close} confirm="Approve">
      <p>You say with your name that you have read {documents === null ? 'the documents' : `all ${plural(documents, 'document')}`} of this release and found them good as they are. Decisions and pages stop saying “unreviewed”.</p>
      <p>It holds for exactly the content <code>{shortHash(manifestHash)}</code>, and cannot be taken back; a part that turns out wrong can be taken out of use, or corrected by a change.</p>
      <Textarea label="Comment (optional)" description="What you looked at, and on what basis. It goes into the log." autosize minRows={2} maxRows={8} value={comment} error={errors.comment} onChange={(event) => { setComment(event.currentTarget.value); }} />
    </ActionForm>
  );
}
