import { TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { inviteUser, usersQuery } from '../../api/accounts';
import type { InvitationAnswer } from '../../api/generated';
import { Dialog } from '../../ui/Dialog';
import { ActionForm } from '../shell/ActionForm';
import { useAction } from '../shell/useAction';
import { RoleFields } from './RoleFields';

interface Props {
  readonly opened: boolean;
  readonly close: () => void;
  readonly invited: (invitation: InvitationAnswer, name: string) => void;
}

/** Somebody new: a name, roles, and then a link to send. */
export function InviteDialog({ opened, ...of }: Props) {
  return <Dialog opened={opened} close={of.close} title="Invite somebody">{() => <Invite {...of} />}</Dialog>;
}

function Invite({ close, invited }: Omit<Props, 'opened'>) {
  const queryClient = useQueryClient();
  const [name, setName] = useState('');
  const [displayName, setDisplayName] = useState('');
  const [roles, setRoles] = useState<string[]>([]);
  const { form, errors } = useAction({
    run: () => inviteUser({ name: name.trim(), displayName: displayName.trim(), roles }),
    check: () => (name.trim() ? {} : { name: 'Give a name to sign in with.' }),
    words: { displayName: /full name/, roles: /role/, name: /name|user/ },
    async done(invitation) {
      invited(invitation, name.trim());
      await queryClient.invalidateQueries(usersQuery);
    },
  });
  return (
    <ActionForm {...form} cancel={close} confirm="Make the link">
      <p>You get a one-time link to send to them; with it they choose a password.</p>
      <TextInput
        data-autofocus
        label="Name"
        description="To sign in with. Letters, digits and . - _ @"
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        required
        withAsterisk={false}
        value={name}
        error={errors.name}
        onChange={(event) => { setName(event.currentTarget.value); }}
      />
      <TextInput label="Full name (optional)" description="Shown beside the name." autoComplete="off" value={displayName} error={errors.displayName} onChange={(event) => { setDisplayName(event.currentTarget.value); }} />
      <RoleFields value={roles} onChange={setRoles} error={errors.roles} />
    </ActionForm>
  );
}
