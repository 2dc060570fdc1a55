import { TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { acceptInvitation } from '../../api/session';
import { personWords, roleWords, type Session } from '../../model/session';
import { Banner } from '../../ui/Banner';
import { notices } from '../shell/notice';
import { AccessCard } from './AccessCard';
import { AccessForm } from './AccessForm';
import { NameField } from './NameField';
import { NewPasswordFields } from './NewPasswordFields';
import { oneTimeSecret } from './secret';
import { useNewPassword } from './useNewPassword';
import { useBeginSession } from './useSession';

const titles = { 'not-in-store': 'This link is not valid any more', 'invalid-action': 'This was not accepted' };

/** The first administrator chooses a name too; whoever was invited has one. */
export function WelcomeForm({ secret, session }: { secret: string; session: Session }) {
  const begin = useBeginSession();
  const navigate = useNavigate();
  const [first] = useState(session.needsAdministrator);
  const [name, setName] = useState('');
  const [displayName, setDisplayName] = useState('');
  const password = useNewPassword();
  const accept = useMutation({
    mutationFn: () => acceptInvitation({ secret, password: password.password, ...(first ? { name: name.trim(), displayName: displayName.trim() } : {}) }),
    onSuccess(answer) {
      oneTimeSecret.forget();
      begin(answer);
      notices.say('/', { tone: 'good', title: `Welcome. You are signed in as ${personWords(answer)}`, text: `${roleWords(answer.roles)}. From now on, sign in with this name and your password.` });
      void navigate({ to: '/', replace: true });
    },
  });
  const submit = () => { if (password.check()) accept.mutate(); };
  const lead = first
    ? 'This server has no administrator yet. The link makes you the first: choose a name and a password.'
    : 'You were invited to this server. Choose a password; your name was given with the invitation.';

  return (
    <AccessCard title="Welcome" lead={lead}>
      {session.name && (
        <Banner tone="info" icon="info" title={`You are signed in as ${personWords(session)}`}>
          <p>If you go on, you are signed in as the person whom the link is for instead.</p>
        </Banner>
      )}
      <AccessForm submit={submit} busy={accept.isPending} error={accept.error} titles={titles} button={first ? 'Become administrator' : 'Set password and sign in'}>
        {first && (
          <>
            <NameField description="To sign in with. Letters, digits and . - _ @" value={name} onChange={setName} />
            <TextInput
              label="Full name (optional)"
              description="Shown beside the name."
              name="name"
              autoComplete="name"
              size="md"
              value={displayName}
              onChange={(event) => { setDisplayName(event.currentTarget.value); }}
            />
          </>
        )}
        <NewPasswordFields label="Password" state={password} />
      </AccessForm>
    </AccessCard>
  );
}
