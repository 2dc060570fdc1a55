import { changeUser } from '../../api/accounts';
import type { UserAnswer } from '../../api/generated';
import { Dialog } from '../../ui/Dialog';
import { ActionForm } from '../shell/ActionForm';
import { notices } from '../shell/notice';
import { useAction } from '../shell/useAction';
import { useUsersChanged } from './useUsersChanged';

interface Props {
  readonly user: UserAnswer | null;
  readonly me: string | null;
  readonly close: () => void;
}

/** Takes somebody's access away, or gives it back. */
export function AccessDialog({ user, ...of }: Props) {
  const title = user?.disabled ? `Give ${user.name} access again?` : `Take the access of ${user?.name ?? ''} away?`;
  return <Dialog opened={user !== null} close={of.close} title={title}>{() => user && <Access user={user} {...of} />}</Dialog>;
}

function Access({ user: { name, roles, disabled }, me, close }: Props & { user: UserAnswer }) {
  const changed = useUsersChanged();
  const { form } = useAction({
    run: () => changeUser(name, { roles, disabled: !disabled }),
    async done() {
      close();
      notices.say(window.location.pathname, { tone: 'good', title: disabled ? `${name} has access again` : `${name} has no access any more` });
      await changed(name === me);
    },
  });
  return (
    <ActionForm {...form} cancel={close} confirm={disabled ? 'Give access back' : 'Take access away'} danger={!disabled}>
      {disabled
        ? <p>{name} can sign in again with the password of before, and has the roles of before.</p>
        : (
          <>
            <p>{name} is signed out on every device at once and cannot sign in any more{name === me ? '. This is your own account' : ''}. What they wrote, reviewed and approved stays, with their name.</p>
            <p>The account is kept, with its roles: you can give the access back at any time. API keys that they made go on working; revoke them under “Keys”.</p>
          </>
        )}
    </ActionForm>
  );
}
