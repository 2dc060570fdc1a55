import { Button, Group, Textarea } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { addComment, commentsQuery } from '../../api/changes';
import { isUnresolved } from '../../model/review/comments';
import { plural } from '../../model/words';
import { Icon } from '../../ui/Icon';
import { FormProblem } from '../access/FormProblem';
import { RemarkView } from './RemarkView';
import { useRemarks } from './RemarksContext';
import styles from './Review.module.css';

interface Props {
  readonly document: string;
  /** Of the document; empty: the document as a whole. */
  readonly place: string;
  /** What the remarks are about, in words. */
  readonly about: string;
  /** Places inside of it whose remarks stand here too. */
  readonly more?: readonly string[];
}

/** What was said about a place, and a way to say something. */
export function RemarksHere({ document, place, about, more = [] }: Props) {
  const { at, mayRemark } = useRemarks();
  const [writing, setWriting] = useState(false);
  const remarks = [place, ...more].flatMap((somewhere) => at(document, somewhere));
  if (remarks.length === 0 && !mayRemark) return null;
  const open = remarks.filter(isUnresolved).length;
  return (
    <div className={styles.remarks}>
      {remarks.length > 0 && <ul aria-label={`Remarks on ${about}, ${plural(open, 'open one')}`}>{remarks.map((remark) => <li key={remark.id}><RemarkView remark={remark} /></li>)}</ul>}
      {writing
        ? <RemarkForm document={document} place={place} about={about} onDone={() => { setWriting(false); }} />
        : mayRemark && <div><Button size="xs" variant="subtle" leftSection={<Icon name="comment" size={15} />} aria-label={`Remark on ${about}`} onClick={() => { setWriting(true); }}>Remark</Button></div>}
    </div>
  );
}

function RemarkForm({ document, place, about, onDone }: Omit<Props, 'more'> & { onDone: () => void }) {
  const { change } = useRemarks();
  const queryClient = useQueryClient();
  const [text, setText] = useState('');
  const add = useMutation({
    mutationFn: () => addComment(change, document, place, text.trim()),
    onSuccess: async () => {
      await queryClient.invalidateQueries(commentsQuery(change));
      onDone();
    },
  });
  return (
    <form className={styles.remarkForm} onSubmit={(event) => { event.preventDefault(); if (text.trim() !== '') add.mutate(); }}>
      <Textarea label={`Remark on ${about}`} autosize minRows={2} autoFocus value={text} onChange={(event) => { setText(event.currentTarget.value); }} />
      <FormProblem error={add.error} />
      <Group gap="xs">
        <Button type="submit" size="xs" loading={add.isPending} disabled={text.trim() === ''}>Add remark</Button>
        <Button size="xs" variant="default" onClick={onDone}>Cancel</Button>
      </Group>
    </form>
  );
}
