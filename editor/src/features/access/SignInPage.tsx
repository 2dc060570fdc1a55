import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { Link, useRouter, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { signIn } from '../../api/session';
import { pathOfSite } from '../../model/pathOfSite';
import { personWords } from '../../model/session';
import { Banner } from '../../ui/Banner';
import { AccessCard } from './AccessCard';
import { AccessForm } from './AccessForm';
import { NameField } from './NameField';
import { NoAccountsPage } from './NoAccountsPage';
import { PasswordField } from './PasswordField';
import { useBeginSession, useSession } from './useSession';

/** Name and password, then back to where one came from. */
export function SignInPage() {
  const { next } = useSearch({ from: '/sign-in' });
  const session = useSession();
  const begin = useBeginSession();
  const { history } = useRouter();
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');
  const [visible, setVisible] = useState(false);
  const target = pathOfSite(next, window.location.origin);
  const sign = useMutation({
    mutationFn: () => signIn(name.trim(), password),
    onSuccess(answer) {
      begin(answer);
      history.replace(target);
    },
  });

  if (session?.hasStore === false) return <NoAccountsPage />;
  if (session?.name && !sign.isPending && !sign.isSuccess)
    return (
      <AccessCard title="You are signed in" lead={`As ${personWords(session)}. To go on as somebody else, sign out first: the menu with your name is at the top.`}>
        <Button size="md" component={Link} to={target}>Go on</Button>
      </AccessCard>
    );
  return (
    <AccessCard title="Sign in">
      {session?.needsAdministrator && (
        <Banner tone="info" icon="info" title="Nobody has an account yet">
          <p>The server printed a one-time link when it was started. Open that to become its administrator.</p>
        </Banner>
      )}
      <AccessForm submit={sign.mutate} busy={sign.isPending} error={sign.error} button="Sign in">
        <NameField value={name} onChange={setName} />
        <PasswordField label="Password" name="password" autoComplete="current-password" value={password} onChange={setPassword} visible={visible} onVisible={setVisible} />
      </AccessForm>
    </AccessCard>
  );
}
