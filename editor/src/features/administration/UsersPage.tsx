import { Button, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { usersQuery } from '../../api/accounts';
import type { InvitationAnswer, UserAnswer } from '../../api/generated';
import { Icon } from '../../ui/Icon';
import { RowList } from '../../ui/RowList';
import { RequestError } from '../shell/RequestError';
import { AccessDialog } from './AccessDialog';
import { AdministrationPage } from './AdministrationPage';
import { InviteDialog } from './InviteDialog';
import { invitationSecret } from './invitationSecret';
import { NewLinkDialog } from './NewLinkDialog';
import { RolesDialog } from './RolesDialog';
import { SecretDialog, type Secret } from './SecretDialog';
import { UserRow } from './UserRow';

export type UserAction = 'roles' | 'access' | 'link';

/** Everybody with an account, and what each may do. */
export function UsersPage() {
  const [inviting, setInviting] = useState(false);
  const [asked, setAsked] = useState<{ readonly action: UserAction; readonly user: UserAnswer } | null>(null);
  const [secret, setSecret] = useState<Secret | null>(null);
  const close = () => { setAsked(null); };
  const show = (invitation: InvitationAnswer, name: string) => {
    setInviting(false);
    close();
    setSecret(invitationSecret(invitation, name));
  };
  const of = (action: UserAction) => (asked?.action === action ? asked.user : null);
  return (
    <AdministrationPage
      title="People"
      lead="Everybody with an account on this server, and what each of them may do. Nobody approves a change that they had a part in, whatever their roles."
      actions={<Button leftSection={<Icon name="plus" size={16} />} onClick={() => { setInviting(true); }}>Invite somebody</Button>}
    >
      {(session) => (
        <>
          <Users me={session.name} ask={(action, user) => { setAsked({ action, user }); }} />
          <InviteDialog opened={inviting} close={() => { setInviting(false); }} invited={show} />
          <RolesDialog user={of('roles')} me={session.name} close={close} />
          <AccessDialog user={of('access')} me={session.name} close={close} />
          <NewLinkDialog user={of('link')} close={close} invited={show} />
          <SecretDialog secret={secret} close={() => { setSecret(null); }} />
        </>
      )}
    </AdministrationPage>
  );
}

function Users({ me, ask }: { me: string | null; ask: (action: UserAction, user: UserAnswer) => void }) {
  const { data, error, refetch } = useQuery(usersQuery);
  if (!data) return error ? <RequestError error={error} retry={() => { void refetch(); }} /> : <Skeleton height={240} />;
  return <RowList label="People">{data.map((user) => <UserRow key={user.name} user={user} isMe={user.name === me} ask={(action) => { ask(action, user); }} />)}</RowList>;
}
