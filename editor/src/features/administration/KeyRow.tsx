import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { KeyAnswer } from '../../api/generated';
import { isOver, scopeTitle, type KeyState } from '../../model/apiKey';
import { day, moment } from '../../model/moment';
import { Row, RowNote } from '../../ui/RowList';
import { Tag } from '../../ui/Tag';

export function KeyRow({ answer, state, revoke }: { answer: KeyAnswer; state: KeyState; revoke: () => void }) {
  const { id, name, scopes, workflows, createdBy, createdAt, expires, lastUsed, revokedBy } = answer;
  return (
    <Row
      quiet={isOver(state)}
      title={(
        <>
          <strong>{name}</strong>
          {state === 'revoked' && <Tag tone="bad" icon="stop">{`Revoked by ${revokedBy ?? ''}`}</Tag>}
          {state === 'expired' && <Tag tone="quiet" icon="clock">Expired</Tag>}
          {state === 'expiring' && <Tag tone="warn" icon="clock">Expires soon</Tag>}
          {scopes.map((scope) => <Tag key={scope} tone="plain">{scopeTitle(scope)}</Tag>)}
        </>
      )}
      actions={!isOver(state) && <Button variant="default" size="xs" aria-label={`Revoke: ${name}`} onClick={revoke}>Revoke</Button>}
    >
      {workflows.length > 0 && (
        <p>Only for {workflows.map((workflow, i) => <span key={workflow}>{i > 0 && ', '}<Link to="/workflows/$name" params={{ name: workflow }}>{workflow}</Link></span>)}</p>
      )}
      <RowNote>
        <code>{id}</code> · made {day(createdAt)} by {createdBy} · {state === 'expired' ? 'expired' : 'until'} {moment(expires)} · {lastUsed ? `last used ${moment(lastUsed)}` : 'never used'}
      </RowNote>
    </Row>
  );
}
