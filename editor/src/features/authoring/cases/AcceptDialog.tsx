import { Button, Checkbox, Group, Modal, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { Reason } from '../../../model/cases/accept';
import { plural } from '../../../model/words';
import styles from './Cases.module.css';

interface Props {
  /** Ids of the cases that shall expect what came out. */
  readonly ids: readonly string[];
  readonly onAccept: (reason: Reason) => void;
  readonly onClose: () => void;
}

/** A new expectation needs a reason: it becomes part of the case. */
export function AcceptDialog({ ids, onAccept, onClose }: Props) {
  const [text, setText] = useState('');
  const [keepFormer, setKeepFormer] = useState(true);
  const [only] = ids;
  return (
    <Modal opened onClose={onClose} title={ids.length === 1 && only !== undefined ? `Accept the new result of ${only}` : `Accept the new results of ${plural(ids.length, 'case')}`}>
      <form className={styles.form} onSubmit={(event) => { event.preventDefault(); if (text.trim() !== '') { onAccept({ text, keepFormer }); onClose(); } }}>
        <p className={styles.hint}>What the case states stays the same; the values become those that came out. Reviewers see each of them.</p>
        <Textarea label="Why is the new result right?" description="Written into the case as its reason." required autosize minRows={2} data-autofocus value={text} onChange={(event) => { setText(event.currentTarget.value); }} />
        <Checkbox label="Keep the former reason before it" checked={keepFormer} onChange={(event) => { setKeepFormer(event.currentTarget.checked); }} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>Cancel</Button>
          <Button type="submit" disabled={text.trim() === ''}>Accept</Button>
        </Group>
      </form>
    </Modal>
  );
}
