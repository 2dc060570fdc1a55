import { Button, Group, Modal } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import type { DraftDocument, SavedText } from '../../model/drafts/draftDocument';
import { parseDocument } from '../../model/documents/json';
import { useWorkspace } from '../workspace/WorkspaceContext';
import styles from './Authoring.module.css';

const MergeView = lazy(async () => ({ default: (await import('../text/MergeView')).MergeView }));

interface Props {
  readonly document: DraftDocument;
  readonly theirs: SavedText | null;
  readonly onClose: () => void;
}

/** Both texts side by side; what is on the right shall stand. */
export function ConflictDialog({ document, theirs, onClose }: Props) {
  const { store } = useWorkspace();
  const [mine, setMine] = useState(document.text ?? '');
  const broken = document.name.endsWith('.json') && mine !== '' && !parseDocument(mine).sound;
  const settle = (text: string | null) => {
    store.resolve(document.name, text);
    onClose();
  };
  return (
    <Modal opened onClose={onClose} size="90rem" title={`Two versions of ${document.name}`}>
      <p className={styles.hint}>
        {theirs ? 'On the left stands what somebody else saved, on the right your text. The arrows take a piece of theirs over; you can also write on the right.' : 'Somebody else removed this document. Your text is on the right.'}
      </p>
      <Suspense fallback={null}><MergeView theirs={theirs?.text ?? ''} mine={mine} theirLabel="What is saved now" label={`Your text of ${document.name}`} onChange={setMine} /></Suspense>
      {broken && <p className={styles.hint} role="status">The text on the right is not complete JSON yet. You can go on with it as text; it is saved as soon as it is mended.</p>}
      <Group justify="flex-end" mt="md">
        <Button variant="default" onClick={() => { settle(theirs?.text ?? null); }}>{theirs ? 'Take theirs, give up mine' : 'Remove it too'}</Button>
        <Button onClick={() => { settle(mine); }}>Save what stands on the right</Button>
      </Group>
    </Modal>
  );
}
