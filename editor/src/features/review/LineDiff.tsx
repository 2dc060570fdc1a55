import { useMemo } from 'react';
import { lineDiff, withContext } from '../../model/review/textDiff';
import { plural } from '../../model/words';
import styles from './Diff.module.css';

const signs = { same: ' ', removed: '−', added: '+' } as const;
const words = { same: '', removed: 'removed: ', added: 'added: ' } as const;

/** A text before and after, line by line; what is the same is cut down to a few lines. */
export function LineDiff({ before, after }: { before: string; after: string }) {
  const runs = useMemo(() => withContext(lineDiff(before, after)), [before, after]);
  if (before === after) return <p className={styles.soft}>Nothing: both texts are the same.</p>;
  return (
    <div className={styles.lines} tabIndex={0} role="group" aria-label="Lines that differ">
      {runs.flatMap((run, i) => (run.kind === 'left out'
        ? [<p key={i} className={styles.gap}>{`${plural(run.lines, 'line')} the same`}</p>]
        : run.text.replace(/\n$/, '').split('\n').map((line, at) => (
          <p key={`${i} ${at}`} data-kind={run.kind}><span aria-hidden="true">{signs[run.kind]}</span><span className="visually-hidden">{words[run.kind]}</span><code>{line === '' ? ' ' : line}</code></p>
        ))))}
    </div>
  );
}
