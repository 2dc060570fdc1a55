import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { ConnectionLost, ProblemResponse } from '../../api/problem';
import { sentence } from '../../model/words';
import { CodeText } from '../../ui/CodeText';
import { EmptyState } from '../../ui/EmptyState';
import { SignInLink } from '../access/SignInLink';

/** A page that could not be loaded: what happened, and the way out. */
export function RequestError({ error, retry, home }: { error: Error; retry: () => void; home?: boolean }) {
  const actions = (
    <>
      <Button variant="default" onClick={retry}>Try again</Button>
      {home && <Button variant="subtle" component={Link} to="/" ml="xs">All workflows</Button>}
    </>
  );
  if (error instanceof ConnectionLost)
    return <EmptyState page icon="offline" title="The server does not answer" actions={actions}><p>The page asks again every few seconds and appears by itself as soon as the server is back.</p></EmptyState>;
  const problem = error instanceof ProblemResponse ? error.problem : null;
  if (problem?.kind === 'sign-in-needed')
    return <EmptyState page icon="person" title="Sign in to see this" actions={<SignInLink />}><p>This server shows its content to people with an account. An administrator of it can invite you.</p></EmptyState>;
  return (
    <EmptyState page icon="alert" title={problem?.title ?? 'This could not be loaded'} actions={actions}>
      <p><CodeText>{sentence(problem?.detail ?? error.message)}</CodeText></p>
      {problem?.traceId && <p><small>Trace <code>{problem.traceId}</code></small></p>}
    </EmptyState>
  );
}
