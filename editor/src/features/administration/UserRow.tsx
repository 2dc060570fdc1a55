import { Button } from '@mantine/core';
import type { UserAnswer } from '../../api/generated';
import { day, moment } from '../../model/moment';
import { personWords } from '../../model/session';
import { humanize } from '../../model/words';
import { Row, RowNote } from '../../ui/RowList';
import { Tag } from '../../ui/Tag';
import { useNow } from '../../ui/useNow';
import type { UserAction } from './UsersPage';

export function UserRow({ user, isMe, ask }: { user: UserAnswer; isMe: boolean; ask: (action: UserAction) => void }) {
  const { name, roles, disabled, hasPassword, lockedUntil, lastSignIn, createdBy, createdAt } = user;
  const now = useNow();
  // The server says until when; a time that has passed locks nothing.
  const locked = lockedUntil !== null && Date.parse(lockedUntil) > now ? lockedUntil : null;
  const button = (action: UserAction, words: string) => (
    <Button variant="default" size="xs" aria-label={`${words}: ${name}`} onClick={() => { ask(action); }}>{words}</Button>
  );
  return (
    <Row
      quiet={disabled}
      title={(
        <>
          <strong>{personWords(user)}</strong>
          {isMe && <Tag tone="info" icon="person">You</Tag>}
          {disabled && <Tag tone="bad" icon="stop">No access</Tag>}
          {!disabled && !hasPassword && <Tag tone="warn" icon="hourglass" title="The one-time link was not used yet">Invited</Tag>}
          {locked && <Tag tone="warn" icon="alert" title="Five wrong passwords lock an account for fifteen minutes; a new link unlocks it">{`Locked until ${moment(locked)}`}</Tag>}
          {roles.length > 0 ? roles.map((role) => <Tag key={role} tone="plain">{humanize(role)}</Tag>) : <Tag tone="plain">No role</Tag>}
        </>
      )}
      actions={(
        <>
          {button('roles', 'Change roles')}
          {button('link', hasPassword ? 'New password link' : 'New link')}
          {button('access', disabled ? 'Give access back' : 'Take access away')}
        </>
      )}
    >
      <RowNote>
        {lastSignIn ? `Last signed in ${moment(lastSignIn)}` : hasPassword ? 'Signed in by the link only' : 'Has not used the link yet'} · added {day(createdAt)} by {createdBy}
      </RowNote>
    </Row>
  );
}
