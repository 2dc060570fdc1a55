import { Button } from '@mantine/core';
import { useState } from 'react';
import { insertAt } from '../../../model/documents/editJson';
import { evidenceDocument, type EvidenceView } from '../../../model/documents/evidenceDocument';
import { Icon } from '../../../ui/Icon';
import { useDraftDocument } from '../../workspace/useDraftDocument';
import styles from '../Authoring.module.css';
import { TextField } from '../fields/TextField';

/** A source that is not in the list yet. */
export function NewSource({ view }: { view: EvidenceView }) {
  const { edit } = useDraftDocument(evidenceDocument);
  const [open, setOpen] = useState(false);
  const [id, setId] = useState('');
  const [title, setTitle] = useState('');
  const taken = view.sources.some((source) => source.id === id.trim());
  if (!open) return <div><Button variant="default" leftSection={<Icon name="plus" size={16} />} onClick={() => { setOpen(true); }}>Add a source</Button></div>;
  return (
    <form
      className={styles.card}
      aria-label="New source"
      onSubmit={(event) => {
        event.preventDefault();
        if (id.trim() === '' || taken) return;
        edit(`new source ${id.trim()}`, (text) => insertAt(text, ['Sources'], view.sources.length, { Id: id.trim(), Title: title.trim(), Verified: false }));
        setId('');
        setTitle('');
        setOpen(false);
      }}
    >
      <h2>New source</h2>
      <div className={styles.two}>
        <TextField label="Short name" help={taken ? 'Another source is called so already.' : 'As rules cite it, such as mirels-1989.'} value={id} readOnly={null} onChange={setId} />
        <TextField label="Title" value={title} readOnly={null} onChange={setTitle} />
      </div>
      <div className={styles.row}>
        <Button type="submit" disabled={id.trim() === '' || title.trim() === '' || taken}>Add it</Button>
        <Button variant="default" onClick={() => { setOpen(false); }}>Cancel</Button>
      </div>
    </form>
  );
}
