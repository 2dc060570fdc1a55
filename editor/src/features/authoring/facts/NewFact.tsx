import { Button, Select } from '@mantine/core';
import { useState } from 'react';
import { setAt } from '../../../model/documents/editJson';
import { nameFor } from '../../../model/documents/names';
import { newFact, nextOrder, type NewFactKind, type SchemaView } from '../../../model/documents/schemaDocument';
import { Icon } from '../../../ui/Icon';
import { useDraftDocument } from '../../workspace/useDraftDocument';
import styles from '../Authoring.module.css';
import { TextField } from '../fields/TextField';
import { isNewKind, newKinds } from './kinds';

/** A fact that could not be asked for so far. */
export function NewFact({ name: document, view }: { name: string; view: SchemaView }) {
  const { edit } = useDraftDocument(document);
  const [open, setOpen] = useState(false);
  const [label, setLabel] = useState('');
  const [group, setGroup] = useState('');
  const [kind, setKind] = useState<NewFactKind>('yesNo');
  const name = nameFor(label, false, new Set(view.facts.map((fact) => fact.name.toLowerCase())));
  if (!open) return <div><Button variant="default" leftSection={<Icon name="plus" size={16} />} onClick={() => { setOpen(true); }}>Add a fact</Button></div>;
  return (
    <form
      className={styles.card}
      aria-label="New fact"
      onSubmit={(event) => {
        event.preventDefault();
        if (!name) return;
        edit(`new fact ${label.trim()}`, (text) => setAt(text, ['properties', name], newFact(label.trim(), kind, group.trim(), nextOrder(view))));
        setLabel('');
        setOpen(false);
      }}
    >
      <h2>New fact</h2>
      <div className={styles.two}>
        <TextField label="Label" help={name ? `Conditions call it ${name}.` : 'As forms call it, such as “Serum calcium”.'} value={label} readOnly={null} onChange={setLabel} />
        <Select label="Kind" description="What an answer looks like." allowDeselect={false} data={newKinds} value={kind} onChange={(value) => { if (value && isNewKind(value)) setKind(value); }} />
        <TextField label="Group" help="The heading in forms." value={group} readOnly={null} onChange={setGroup} />
      </div>
      <div className={styles.row}>
        <Button type="submit" disabled={!name}>Add it</Button>
        <Button variant="default" onClick={() => { setOpen(false); }}>Cancel</Button>
      </div>
    </form>
  );
}
