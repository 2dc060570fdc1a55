import { useId } from 'react';
import type { FactTerm } from '../../api/generated';
import type { ColumnDraft, ColumnUse } from '../../model/cohorts/mapping';
import type { PlacedProblem, Unreadable } from '../../model/cohorts/problems';
import { listed, plural, sentence } from '../../model/words';
import { CodeText } from '../../ui/CodeText';
import { Icon } from '../../ui/Icon';
import { ColumnDetails } from './ColumnDetails';
import { ValueMeanings } from './ValueMeanings';
import { FactSelect } from './FactSelect';
import type { FactOptions } from './factOptions';
import styles from './Mapping.module.css';
import { MappingProblems } from './MappingProblems';

interface Props {
  readonly column: ColumnDraft;
  readonly fact: FactTerm | null;
  readonly sample: readonly string[];
  readonly options: FactOptions;
  readonly taken: readonly ColumnDraft[];
  readonly problems: readonly PlacedProblem[];
  readonly unreadable: readonly Unreadable[];
  readonly choose: (use: ColumnUse) => void;
  readonly change: (change: Partial<Omit<ColumnDraft, 'column' | 'use'>>) => void;
}

/** In the words of this page; the server says it in those of the interface. */
const undecided: readonly PlacedProblem[] = [{ part: 'column', message: 'choose what it is, or leave it out, so that no value is lost by a slip', help: null }];

/** A column of the table: its first values, what it is, and what is wrong with that. */
export function ColumnCard({ column, fact, sample, options, taken, problems, unreadable, choose, change }: Props) {
  const name = useId();
  const { use } = column;
  const isQuiet = use.is === 'ignored';
  return (
    <li className={styles.column} data-quiet={isQuiet || undefined} data-problem={problems.length > 0 || undefined} aria-labelledby={name}>
      <div className={styles.source}>
        <h3 id={name}>{column.column}</h3>
        <p className={styles.sample}>{sample.map((value, i) => (value === '' ? <i key={i}>empty</i> : <code key={i}>{value}</code>))}</p>
      </div>
      <Icon name="chevron" size={18} />
      <div className={styles.target}>
        <div className={styles.pick}>
          <FactSelect column={column.column} use={use} options={options} taken={taken} isFaulty={problems.some(({ part }) => part === 'column' || part === 'fact')} choose={choose} />
          {fact && <ColumnDetails column={column} fact={fact} problems={problems} change={change} />}
        </div>
        {fact && !fact.isRead && <p className={styles.note}>No decision of this workflow depends on it.</p>}
        {fact && <ValueMeanings column={column.column} fact={fact} meanings={column.meanings} change={(meanings) => { change({ meanings }); }} />}
        <MappingProblems problems={use.is === 'open' && problems.length > 0 ? undecided : problems} />
        {unreadable.length > 0 && (
          <ul className={styles.unreadable}>
            {unreadable.map(({ code, message, help, others, lines }) => (
              <li key={code}>
                <Icon name="alert" size={16} />
                <span>
                  <CodeText>{sentence(message)}</CodeText>{' '}
                  {help && <CodeText>{`${sentence(help)} `}</CodeText>}
                  {others > 0 && `${plural(others, 'other value')} likewise. `}
                  {`Among the first patients: ${lines.length > 5 ? plural(lines.length, 'line') : `line ${listed(lines, 'and')}`}.`}
                </span>
              </li>
            ))}
          </ul>
        )}
      </div>
    </li>
  );
}
