import { Button } from '@mantine/core';
import { useState } from 'react';
import { SignInLink } from '../access/SignInLink';
import type { DraftDocument } from '../../model/drafts/draftDocument';
import { Banner } from '../../ui/Banner';
import { CodeText } from '../../ui/CodeText';
import { useWorkspace } from '../workspace/WorkspaceContext';
import { ConflictDialog } from './ConflictDialog';

/** What keeps texts from being saved, and the way out. A lost connection is told by the banner of the whole page. */
export function DraftTrouble() {
  const { snapshot } = useWorkspace();
  const documents = [...snapshot.documents.values()];
  const signedOut = documents.some(({ status }) => status.kind === 'signedOut');
  return (
    <>
      {signedOut && (
        <Banner alert tone="warn" icon="person" title="You are signed out" action={<SignInLink />}>
          <p>What you wrote is kept in this browser and is saved as soon as you are signed in again.</p>
        </Banner>
      )}
      {documents.map((document) => <Trouble key={document.name} document={document} />)}
    </>
  );
}

function Trouble({ document }: { document: DraftDocument }) {
  const [open, setOpen] = useState(false);
  const { store } = useWorkspace();
  const { name, status, saved } = document;
  if (status.kind === 'refused') {
    const discard = () => { store.edit(name, 'discard what was refused', () => saved?.text ?? null); };
    return (
      <Banner alert tone="bad" icon="alert" title={`${name} is not saved`} action={<Button size="xs" variant="default" onClick={discard}>Go back to the saved text</Button>}>
        <p><CodeText>{status.message}</CodeText></p>
      </Banner>
    );
  }
  if (status.kind !== 'conflict') return null;
  return (
    <>
      <Banner alert tone="warn" icon="alert" title={`Somebody else changed ${name} too`} action={<Button size="xs" onClick={() => { setOpen(true); }}>Compare and decide</Button>}>
        <p>Nothing is lost: your text is kept here, theirs on the server. Say what shall stand.</p>
      </Banner>
      {open && <ConflictDialog document={document} theirs={status.theirs} onClose={() => { setOpen(false); }} />}
    </>
  );
}
