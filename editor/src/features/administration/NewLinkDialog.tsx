import { useQueryClient } from '@tanstack/react-query';
import { inviteUserAgain, usersQuery } from '../../api/accounts';
import type { InvitationAnswer, UserAnswer } from '../../api/generated';
import { Dialog } from '../../ui/Dialog';
import { ActionForm } from '../shell/ActionForm';
import { useAction } from '../shell/useAction';

interface Props {
  readonly user: UserAnswer | null;
  readonly close: () => void;
  readonly invited: (invitation: InvitationAnswer, name: string) => void;
}

/** For somebody who lost the first link, forgot the password, or is locked out. */
export function NewLinkDialog({ user, ...of }: Props) {
  return <Dialog opened={user !== null} close={of.close} title={`A new link for ${user?.name ?? ''}?`}>{() => user && <NewLink user={user} {...of} />}</Dialog>;
}

function NewLink({ user: { name, hasPassword }, close, invited }: Props & { user: UserAnswer }) {
  const queryClient = useQueryClient();
  const { form } = useAction({
    run: () => inviteUserAgain(name),
    async done(invitation) {
      invited(invitation, name);
      await queryClient.invalidateQueries(usersQuery);
    },
  });
  return (
    <ActionForm {...form} cancel={close} confirm="Make the link">
      <p>You get a one-time link to send to {name}, valid for three days. Earlier links end now.</p>
      {hasPassword && <p>The password of now works until the link is used; then sessions elsewhere end too. A locked account is unlocked by it.</p>}
    </ActionForm>
  );
}
