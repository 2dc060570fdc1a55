import { ConnectionLost, ProblemResponse } from '../../api/problem';
import { sentence } from '../../model/words';
import { Banner } from '../../ui/Banner';
import { CodeText } from '../../ui/CodeText';

/** What to do about problems whose detail only repeats their title. */
const remedies: Readonly<Record<string, string>> = {
  'wrong-password': 'Look at what you typed, with “Show”. After five failures an account is locked for fifteen minutes. If the password is forgotten, ask an administrator for a new link.',
};

/** Why the form was not accepted, and what to do. */
export function FormProblem({ error, titles = {} }: { error: Error | null; titles?: Readonly<Record<string, string>> }) {
  return <div role="alert">{error && <Reason error={error} titles={titles} />}</div>;
}

function Reason({ error, titles }: { error: Error; titles: Readonly<Record<string, string>> }) {
  if (error instanceof ConnectionLost)
    return <Banner tone="bad" icon="offline" title="The server does not answer"><p>What you typed is still here. Send it again when the server is back.</p></Banner>;
  const problem = error instanceof ProblemResponse ? error.problem : null;
  const kind = problem?.kind ?? '';
  return (
    <Banner tone="bad" icon="alert" title={titles[kind] ?? problem?.title ?? 'This did not work'}>
      <p><CodeText>{remedies[kind] ?? sentence(problem?.detail ?? error.message)}</CodeText></p>
      {problem && problem.status >= 500 && problem.traceId && <p><small>Trace <code>{problem.traceId}</code></small></p>}
    </Banner>
  );
}
