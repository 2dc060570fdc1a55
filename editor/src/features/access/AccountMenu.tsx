import { Button, Popover } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { signOut } from '../../api/session';
import { personWords, roleWords } from '../../model/session';
import { Icon } from '../../ui/Icon';
import { notices } from '../shell/notice';
import { forgetAllDrafts } from '../tryit/useDraft';
import styles from './Access.module.css';
import { SignInLink } from './SignInLink';
import { useBeginSession, useSession } from './useSession';

/** Who is signed in and what they may do; nothing where there are no accounts. */
export function AccountMenu() {
  const session = useSession();
  const begin = useBeginSession();
  const navigate = useNavigate();
  const [open, setOpen] = useState(false);
  const leave = useMutation({
    mutationFn: signOut,
    async onSuccess(answer) {
      setOpen(false);
      notices.say('/', { tone: 'good', title: 'You are signed out', text: 'On every device. Facts that were entered in this tab are forgotten.' });
      await navigate({ to: '/' });
      forgetAllDrafts();
      begin(answer);
    },
    onError(error) {
      setOpen(false);
      notices.say(window.location.pathname, { tone: 'bad', title: 'You are still signed in', text: `${error.message} Try again, or close the browser.` });
    },
  });

  if (!session?.hasStore) return null;
  if (!session.name) return <SignInLink compact />;
  return (
    <Popover opened={open} onChange={setOpen} position="bottom-end" width={248} withinPortal={false} trapFocus returnFocus>
      <Popover.Target>
        <Button
          variant="default"
          px="sm"
          h={34}
          classNames={{ root: styles.person, label: styles.personName }}
          aria-label={`Account: ${personWords(session)}`}
          leftSection={<Icon name="person" size={16} />}
          onClick={() => { setOpen(!open); }}
        >
          {session.displayName ?? session.name}
        </Button>
      </Popover.Target>
      <Popover.Dropdown className={styles.menu}>
        <p className={styles.roles}>
          <strong>{personWords(session)}</strong>
          <span>{roleWords(session.roles)}</span>
        </p>
        <Button variant="default" fullWidth component={Link} to="/account" onClick={() => { setOpen(false); }}>Change password</Button>
        <Button variant="default" fullWidth loading={leave.isPending} onClick={() => { leave.mutate(); }}>Sign out</Button>
      </Popover.Dropdown>
    </Popover>
  );
}
