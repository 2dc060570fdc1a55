import { Button, Modal } from '@mantine/core';
import { useState } from 'react';
import { Icon } from '../../ui/Icon';
import { SignInLink } from '../access/SignInLink';
import { useSession } from '../access/useSession';
import { NewChangeForm } from '../authoring/EditInChange';

/** For authors; who is signed out can sign in. */
export function BeginChange() {
  const session = useSession();
  const [open, setOpen] = useState(false);
  if (!session) return null;
  if (session.name === null) return <SignInLink />;
  if (!session.roles.includes('author')) return null;
  return (
    <>
      <Button leftSection={<Icon name="plus" size={16} />} onClick={() => { setOpen(true); }}>Begin a change</Button>
      <Modal opened={open} onClose={() => { setOpen(false); }} title="Begin a change">
        <NewChangeForm untitled path={(id) => `/changes/${id}`} />
      </Modal>
    </>
  );
}
