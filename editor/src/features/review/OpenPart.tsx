import { Link } from '@tanstack/react-router';
import type { PartDifference } from '../../model/review/differences';
import { useWorkspace } from '../workspace/WorkspaceContext';

/** To the part in the editor; nothing for one that is gone or has no page of its own. */
export function OpenPart({ folder, part: { kind, of, name } }: { folder: string | null; part: PartDifference }) {
  const { key } = useWorkspace();
  if (kind === 'removed' || folder === null) return null;
  const here = { change: key, folder };
  const last = name.split(' / ').at(-1) ?? name;
  switch (of) {
    case 'rule': return <Link to="/changes/$change/workflows/$folder/rules/$rule" params={{ ...here, rule: last }}>Open<span className="visually-hidden"> rule {last}</span></Link>;
    case 'table': return <Link to="/changes/$change/workflows/$folder/tables/$table" params={{ ...here, table: name }}>Open<span className="visually-hidden"> table {name}</span></Link>;
    case 'score': return <Link to="/changes/$change/workflows/$folder/scores/$score" params={{ ...here, score: name }}>Open<span className="visually-hidden"> score {name}</span></Link>;
    case 'parameter': return <Link to="/changes/$change/workflows/$folder/parameters" params={here}>Open<span className="visually-hidden"> parameter {name}</span></Link>;
    case 'metadata': case 'input': case 'use': return <Link to="/changes/$change/workflows/$folder" params={here}>Open<span className="visually-hidden"> {name}</span></Link>;
    case 'case': return <Link to="/changes/$change/workflows/$folder/cases/$case" params={{ ...here, case: name }}>Open case {name}</Link>;
    default: return null;
  }
}
