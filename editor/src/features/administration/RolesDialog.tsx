import { useState } from 'react';
import { changeUser } from '../../api/accounts';
import type { UserAnswer } from '../../api/generated';
import { roleWords } from '../../model/session';
import { Dialog } from '../../ui/Dialog';
import { ActionForm } from '../shell/ActionForm';
import { notices } from '../shell/notice';
import { useAction } from '../shell/useAction';
import { RoleFields } from './RoleFields';
import { useUsersChanged } from './useUsersChanged';

interface Props {
  readonly user: UserAnswer | null;
  readonly me: string | null;
  readonly close: () => void;
}

export function RolesDialog({ user, ...of }: Props) {
  return <Dialog opened={user !== null} close={of.close} title={`Roles of ${user?.name ?? ''}`}>{() => user && <Roles user={user} {...of} />}</Dialog>;
}

function Roles({ user, me, close }: Props & { user: UserAnswer }) {
  const changed = useUsersChanged();
  const [roles, setRoles] = useState<string[]>([...user.roles]);
  const { form, errors } = useAction({
    run: () => changeUser(user.name, { roles, disabled: user.disabled }),
    words: { roles: /role|last administrator/ },
    async done(answer) {
      close();
      notices.say(window.location.pathname, { tone: 'good', title: `${answer.name}: ${roleWords(answer.roles).toLowerCase()}`, text: answer.name === me ? 'Your session has ended: sign in again.' : 'Their sessions have ended; the new roles count from the next time they sign in.' });
      await changed(answer.name === me);
    },
  });
  return (
    <ActionForm {...form} cancel={close} confirm="Change roles">
      <RoleFields value={roles} onChange={setRoles} error={errors.roles} />
      <p>{user.name === me ? 'This is your own account: you are signed out, and keep administering only with the role administrator.' : `${user.name} is signed out on every device, and has the new roles after signing in again.`}</p>
    </ActionForm>
  );
}
