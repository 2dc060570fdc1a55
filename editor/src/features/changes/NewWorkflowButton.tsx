import { Button, Checkbox, Group, Modal, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { libraryQuery } from '../../api/queries';
import { documentsOf, freeFolder, workflowNameFor, wrongFolder, wrongName } from '../../model/changes/newWorkflow';
import { readWorkflow } from '../../model/documents/workflowDocument';
import { humanize } from '../../model/words';
import { CodeText } from '../../ui/CodeText';
import { Disclosure } from '../../ui/Disclosure';
import { Icon } from '../../ui/Icon';
import { useWorkspace } from '../workspace/WorkspaceContext';
import styles from './Change.module.css';

export function NewWorkflowButton() {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button size="sm" variant="default" leftSection={<Icon name="plus" size={16} />} onClick={() => { setOpen(true); }}>New workflow</Button>
      {open && <NewWorkflow onClose={() => { setOpen(false); }} />}
    </>
  );
}

/** Title and inputs are asked; folder and name follow from the title and can be changed. */
function NewWorkflow({ onClose }: { onClose: () => void }) {
  const { store, snapshot, key } = useWorkspace();
  const library = useQuery(libraryQuery).data;
  const navigate = useNavigate();
  const [title, setTitle] = useState('');
  const [ownFolder, setFolder] = useState<string | null>(null);
  const [ownName, setName] = useState<string | null>(null);
  const [inputs, setInputs] = useState<readonly string[]>([]);

  const folders = new Set(snapshot.names.flatMap((name) => (name.includes('/') ? [name.split('/')[0] ?? ''] : [])));
  const onScreen = [...snapshot.documents].flatMap(([name, { text }]) => (name.endsWith('/workflow.json') && text ? [readWorkflow(text).name] : []));
  const names = new Set([...(library?.workflows.map(({ name }) => name) ?? []), ...onScreen].map((name) => name.toLowerCase()));
  const schemas = snapshot.names.flatMap((name) => /^facts\/(.+)\.schema\.json$/.exec(name)?.[1] ?? []);
  const folder = ownFolder ?? freeFolder(title, folders);
  const name = ownName ?? workflowNameFor(title, names);
  const folderWrong = title === '' && ownFolder === null ? null : wrongFolder(folder, folders);
  const nameWrong = title === '' && ownName === null ? null : wrongName(name, names);
  const ready = title.trim() !== '' && folder !== '' && folderWrong === null && nameWrong === null && inputs.length > 0;
  const add = () => {
    for (const [document, text] of Object.entries(documentsOf({ title: title.trim(), folder, name, inputs }))) store.edit(document, `new workflow ${title.trim()}`, () => text);
    onClose();
    void navigate({ to: '/changes/$change/workflows/$folder', params: { change: key, folder } });
  };
  return (
    <Modal opened onClose={onClose} title="New workflow">
      <form className={styles.form} onSubmit={(event) => { event.preventDefault(); if (ready) add(); }}>
        <TextInput label="Title" description="The clinical question, as readers see it." placeholder="Impending fracture of a long bone" required maxLength={200} data-autofocus value={title} onChange={(event) => { setTitle(event.currentTarget.value); }} />
        <Checkbox.Group label="What it looks at" description="Its rules can read the facts of these." required value={[...inputs]} onChange={setInputs}>
          <div className={styles.choices}>{schemas.map((schema) => <Checkbox key={schema} value={schema} label={humanize(schema)} />)}</div>
        </Checkbox.Group>
        {schemas.length === 0 && <p className={styles.hint}>The library has no fact schemas yet: add one first.</p>}
        <Disclosure summary={folderWrong ?? nameWrong ? 'Its names need another look' : `Its names: ${folder === '' ? 'from the title' : folder}`}>
          {() => (
            <div className={styles.form}>
              <TextInput label="Folder" description="In addresses and in the files of the library." value={folder} error={folderWrong && <CodeText>{folderWrong}</CodeText>} onChange={(event) => { setFolder(event.currentTarget.value); }} />
              <TextInput label="Name" description="Applications and other workflows call it so; it should not change later." value={name} error={nameWrong && <CodeText>{nameWrong}</CodeText>} onChange={(event) => { setName(event.currentTarget.value); }} />
            </div>
          )}
        </Disclosure>
        <p className={styles.hint}>It begins without rules and golden cases. What it has to say of itself before it can be published (purpose, intended users, developer, review …) is open, and this change lists it until it is said.</p>
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>Cancel</Button>
          <Button type="submit" disabled={!ready}>Add workflow</Button>
        </Group>
      </form>
    </Modal>
  );
}
