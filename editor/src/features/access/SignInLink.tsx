import { Button } from '@mantine/core';
import { Link, useLocation } from '@tanstack/react-router';
import { pathOfSite } from '../../model/pathOfSite';

/** To the form, and from there back to where one is. */
export function SignInLink({ compact }: { compact?: boolean }) {
  const here = useLocation({ select: ({ pathname, searchStr }) => pathOfSite(pathname + searchStr, window.location.origin) });
  return (
    <Button
      variant="default"
      size="sm"
      px={compact ? 'sm' : undefined}
      flex="none"
      h={compact ? 34 : undefined}
      renderRoot={(props) => <Link to="/sign-in" search={{ next: here === '/' ? undefined : here }} {...props} />}
    >
      Sign in
    </Button>
  );
}
