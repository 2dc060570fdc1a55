import { Button, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { keysQuery } from '../../api/accounts';
import type { KeyAnswer } from '../../api/generated';
import { isOver, keyState } from '../../model/apiKey';
import { plural } from '../../model/words';
import { Disclosure } from '../../ui/Disclosure';
import { EmptyState } from '../../ui/EmptyState';
import { Icon } from '../../ui/Icon';
import { RowList } from '../../ui/RowList';
import { useNow } from '../../ui/useNow';
import { RequestError } from '../shell/RequestError';
import { AdministrationPage } from './AdministrationPage';
import { KeyRow } from './KeyRow';
import { MakeKeyDialog } from './MakeKeyDialog';
import { RevokeDialog } from './RevokeDialog';
import { SecretDialog, type Secret } from './SecretDialog';

/** Keys by which applications ask this server. */
export function KeysPage() {
  const [making, setMaking] = useState(false);
  const [revoking, setRevoking] = useState<KeyAnswer | null>(null);
  const [secret, setSecret] = useState<Secret | null>(null);
  return (
    <AdministrationPage
      title="Keys"
      lead="Applications ask for decisions with a key instead of a name and a password. Each has its own, so that one can be ended without the others."
      actions={<Button leftSection={<Icon name="plus" size={16} />} onClick={() => { setMaking(true); }}>Make a key</Button>}
    >
      {() => (
        <>
          <Keys revoke={setRevoking} />
          <MakeKeyDialog
            opened={making}
            close={() => { setMaking(false); }}
            made={({ key, secret: text }) => {
              setMaking(false);
              setSecret({ title: `The key of ${key.name}`, text, what: 'key', about: <p>It goes into the header <code>Authorization: Bearer …</code> of every request of {key.name}. Only a fingerprint of it is kept here.</p> });
            }}
          />
          <RevokeDialog revoked={revoking} close={() => { setRevoking(null); }} />
          <SecretDialog secret={secret} close={() => { setSecret(null); }} />
        </>
      )}
    </AdministrationPage>
  );
}

function Keys({ revoke }: { revoke: (key: KeyAnswer) => void }) {
  const { data, error, refetch } = useQuery(keysQuery);
  const now = useNow();
  if (!data) return error ? <RequestError error={error} retry={() => { void refetch(); }} /> : <Skeleton height={240} />;
  const keys = data.map((key) => ({ key, state: keyState(key, now) }));
  const [living, over] = [keys.filter(({ state }) => !isOver(state)), keys.filter(({ state }) => isOver(state))];
  const rows = (of: typeof keys) => of.map(({ key, state }) => <KeyRow key={key.id} answer={key} state={state} revoke={() => { revoke(key); }} />);
  return (
    <>
      {living.length > 0 ? <RowList label="Keys in use">{rows(living)}</RowList> : (
        <EmptyState icon="key" title="No application has a key">
          <p>On a server for this machine only, asking for decisions needs none. For others, and to have decisions recorded, make a key for each application.</p>
        </EmptyState>
      )}
      {over.length > 0 && (
        <Disclosure summary={`${plural(over.length, 'key')} that ${over.length === 1 ? 'has' : 'have'} ended`}>{() => <RowList label="Keys that have ended">{rows(over)}</RowList>}</Disclosure>
      )}
    </>
  );
}
