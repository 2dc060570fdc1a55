import { Link } from '@tanstack/react-router';
import { counts, plural } from '../../../model/words';
import { Tag } from '../../../ui/Tag';
import { useWorkspace } from '../../workspace/WorkspaceContext';
import { useReplay } from './useReplay';

/** What the golden cases of all workflows say to what is on the screen; leads to those that failed. */
export function ReplayCounts() {
  const { key } = useWorkspace();
  const { data } = useReplay();
  if (!data) return null;
  const { passed, failed, workflows } = data;
  const out = workflows.filter(({ hasErrors }) => hasErrors).length;
  return (
    <span role="status">
      <Link to="/changes/$change/cases" params={{ change: key }} style={{ textDecoration: 'none' }}>
        <Tag tone={failed > 0 ? 'bad' : out > 0 ? 'warn' : 'good'} icon={failed > 0 ? 'cross' : out > 0 ? 'info' : 'check'}>
          {[`${counts.format(passed)} ${passed === 1 ? 'case' : 'cases'} passed`, failed > 0 && `${counts.format(failed)} failed`, out > 0 && `${plural(out, 'workflow')} not replayed`].filter(Boolean).join(', ')}
        </Tag>
      </Link>
    </span>
  );
}
