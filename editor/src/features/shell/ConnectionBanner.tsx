import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import { connection } from '../../api/connection';
import { Banner } from '../../ui/Banner';

/** Shown while the server does not answer; it goes by itself when an answer arrives. */
export function ConnectionBanner() {
  const lost = useSyncExternalStore(connection.subscribe, connection.isLost);
  const queryClient = useQueryClient();
  if (!lost) return null;
  const retry = () => { void queryClient.refetchQueries({ type: 'active' }); };
  return (
    <Banner alert tone="bad" icon="offline" title="Connection lost" action={<Button size="xs" variant="default" onClick={retry}>Try again now</Button>}>
      <p>The server does not answer. What you entered is kept in this tab; the page asks again every few seconds.</p>
    </Banner>
  );
}
