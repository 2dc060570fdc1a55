import { queryOptions } from '@tanstack/react-query';
import { segment, send } from './client';
import type { ChangeUser, InvitationAnswer, InviteUser, KeyAnswer, MakeKey, NewKeyAnswer, UserAnswer } from './generated';
import { change } from './session';

export const usersQuery = queryOptions({
  queryKey: ['users'],
  queryFn: ({ signal }) => send('/users', { signal }) as Promise<readonly UserAnswer[]>,
});

export const inviteUser = (invitation: InviteUser) => change('POST', '/users', invitation) as Promise<InvitationAnswer>;

/** Roles and access are said together; the sessions of that person end. */
export const changeUser = (name: string, changed: ChangeUser) => change('PUT', `/users/${segment(name)}`, changed) as Promise<UserAnswer>;

export const inviteUserAgain = (name: string) => change('POST', `/users/${segment(name)}/invitation`) as Promise<InvitationAnswer>;

export const keysQuery = queryOptions({
  queryKey: ['keys'],
  queryFn: ({ signal }) => send('/keys', { signal }) as Promise<readonly KeyAnswer[]>,
});

export const makeKey = (key: MakeKey) => change('POST', '/keys', key) as Promise<NewKeyAnswer>;

export const revokeKey = (id: string) => change('DELETE', `/keys/${segment(id)}`);
