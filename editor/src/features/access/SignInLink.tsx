import { Button } from '@mantine/core';
import { Link, useLocation } from '@tanstack/react-router';
import { pathOfSite } from '../../model/pathOfSite';
import { Icon } from '../../ui/Icon';
import styles from './Access.module.css';

/** In the bar, where a sign has to do when there is little room. */
const looks = { 'aria-label': 'Sign in', classNames: { root: styles.person, label: styles.personName }, leftSection: <Icon name="person" size={16} /> };

/** To the form, and from there back to where one is. */
export function SignInLink({ compact }: { compact?: boolean }) {
  const here = useLocation({ select: ({ pathname, searchStr }) => pathOfSite(pathname + searchStr, window.location.origin) });
  return (
    <Button
      variant="default"
      size="sm"
      px={compact ? 'sm' : undefined}
      {...(compact ? looks : {})}
      h={compact ? 34 : undefined}
      renderRoot={(props) => <Link to="/sign-in" search={{ next: here === '/' ? undefined : here }} {...props} />}
    >
      Sign in
    </Button>
  );
}
