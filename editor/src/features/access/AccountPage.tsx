import { Skeleton } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { changePassword } from '../../api/session';
import { roleWords } from '../../model/session';
import { EmptyState } from '../../ui/EmptyState';
import { notices } from '../shell/notice';
import styles from './Access.module.css';
import { AccessCard } from './AccessCard';
import { AccessForm } from './AccessForm';
import { NewPasswordFields } from './NewPasswordFields';
import { NoAccountsPage } from './NoAccountsPage';
import { PasswordField } from './PasswordField';
import { SignInLink } from './SignInLink';
import { useNewPassword } from './useNewPassword';
import { useBeginSession, useSession } from './useSession';

const titles = { 'wrong-password': 'The current password is wrong', 'invalid-action': 'This was not accepted' };

/** Who one is here, and another password. */
export function AccountPage() {
  const session = useSession();
  const begin = useBeginSession();
  const [current, setCurrent] = useState('');
  const [visible, setVisible] = useState(false);
  const password = useNewPassword();
  const change = useMutation({
    mutationFn: () => changePassword(current, password.password),
    onSuccess(answer) {
      begin(answer);
      setCurrent('');
      password.clear();
      notices.say('/account', { tone: 'good', title: 'The password was changed', text: 'You stay signed in here; sessions elsewhere have ended.' });
    },
  });
  const submit = () => {
    notices.clear();
    if (password.check()) change.mutate();
  };

  if (!session) return <Skeleton height={420} maw={448} mx="auto" />;
  if (!session.hasStore) return <NoAccountsPage />;
  if (!session.name) return <EmptyState page icon="person" title="Sign in to see your account" actions={<SignInLink />}><p>Nobody is signed in, or the session has ended.</p></EmptyState>;
  return (
    <AccessCard title="Your account">
      <dl className={styles.who}>
        <dt>Name</dt><dd>{session.name}</dd>
        {session.displayName && session.displayName !== session.name && <><dt>Full name</dt><dd>{session.displayName}</dd></>}
        <dt>Roles</dt><dd>{roleWords(session.roles)}</dd>
      </dl>
      <h2>Change the password</h2>
      <AccessForm submit={submit} busy={change.isPending} error={change.error} titles={titles} button="Change password">
        {/* Tells password managers whose password it is. */}
        <input type="text" name="username" autoComplete="username" value={session.name} readOnly hidden />
        <PasswordField label="Current password" name="password" autoComplete="current-password" value={current} onChange={setCurrent} visible={visible} onVisible={setVisible} />
        <NewPasswordFields label="New password" state={password} />
      </AccessForm>
    </AccessCard>
  );
}
