import { Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { ReleaseAnswer } from '../../api/generated';
import { releaseDocumentsQuery } from '../../api/queries';
import { rollBack } from '../../api/releases';
import { compareDocuments, differenceWords } from '../../model/release';
import { Dialog } from '../../ui/Dialog';
import { ActionForm } from '../shell/ActionForm';
import { notices } from '../shell/notice';
import { useAction } from '../shell/useAction';
import { useReleasesChanged } from './useReleasesChanged';

interface Props {
  readonly opened: boolean;
  readonly close: () => void;
  readonly release: ReleaseAnswer;
  readonly live: ReleaseAnswer;
}

/** The documents of an older release as the next one. */
export function RollBackDialog({ opened, close, ...of }: Props) {
  return <Dialog opened={opened} close={close} title={`Go back to release ${of.release.number}?`}>{() => <RollBack close={close} {...of} />}</Dialog>;
}

function RollBack({ close, release: { number, status }, live }: Omit<Props, 'opened'>) {
  const changed = useReleasesChanged();
  const navigate = useNavigate();
  const [reason, setReason] = useState('');
  const now = useQuery(releaseDocumentsQuery(live.number)).data;
  const then = useQuery(releaseDocumentsQuery(number)).data;
  const { form, errors } = useAction({
    run: () => rollBack(number, { text: reason }),
    check: () => (reason.trim() ? {} : { text: 'Say why, in a sentence.' }),
    words: { text: /reason/ },
    async done(made) {
      close();
      const path = `/releases/${made.number}`;
      notices.say(path, { tone: 'good', title: `Release ${made.number} is live`, text: `It has the documents of release ${number}.` });
      await changed();
      await navigate({ to: '/releases/$number', params: { number: String(made.number) }, search: {} });
    },
  });
  return (
    <ActionForm {...form} cancel={close} confirm="Go back" danger>
      <p>The documents of release {number} become live at once, on every server, as a new release after release {live.number}. It is {status}, as release {number} is.</p>
      {now && then && <p>Against what is live now: <strong>{differenceWords(compareDocuments(now, then))}</strong>. Release {live.number} stays in the list, and one can go back to it in the same way. Changes that are under way have to be put on top of the new release.</p>}
      <Textarea label="Reason" description="Everybody who looks at the release reads it." withAsterisk={false} required autosize minRows={2} maxRows={6} value={reason} error={errors.text} onChange={(event) => { setReason(event.currentTarget.value); }} />
    </ActionForm>
  );
}
