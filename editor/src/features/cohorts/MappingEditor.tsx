import { Button } from '@mantine/core';
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { cohortPreviewQuery, cohortQuery, type TaggedCohort } from '../../api/cohorts';
import type { CohortInputAnswer, ColumnSample, FactTerm } from '../../api/generated';
import { ProblemResponse } from '../../api/problem';
import { isRefused, type AnswerLine } from '../../model/cohorts/answers';
import { guessColumn, type Guess } from '../../model/cohorts/guess';
import { countUses, withColumn, withoutOpen, withUse, type ColumnUse, type MappingDraft } from '../../model/cohorts/mapping';
import { placeProblems, unreadableByColumn } from '../../model/cohorts/problems';
import { plural } from '../../model/words';
import { Banner } from '../../ui/Banner';
import { Segmented } from '../../ui/Segmented';
import { FormProblem } from '../access/FormProblem';
import { ColumnCard } from './ColumnCard';
import { FactOptions } from './factOptions';
import { FirstAnswers } from './FirstAnswers';
import styles from './Mapping.module.css';
import { MappingProblems } from './MappingProblems';
import { StartCard } from './StartCard';
import { useMapping } from './useMapping';

interface Props {
  readonly tagged: TaggedCohort;
  readonly input: CohortInputAnswer;
  readonly facts: ReadonlyMap<string, FactTerm>;
  readonly samples: readonly ColumnSample[];
  readonly guess: Guess;
  /** Goes on with what the server has now. */
  readonly takeOver: (tagged: TaggedCohort) => void;
}

/** Every column of a table with what it means, and the first patients decided with it. */
export function MappingEditor({ tagged, input, facts, samples, guess, takeOver }: Props) {
  const { id } = tagged.run;
  const queryClient = useQueryClient();
  const mapping = useMapping(tagged, guess.draft);
  const { draft, edit, settled, isSettled, isSaved, saveError } = mapping;
  const [onlyOpen, setOnlyOpen] = useState(false);
  const preview = useQuery({ ...cohortPreviewQuery(id, input.hash, settled), placeholderData: keepPreviousData });
  const isCurrent = isSettled && !preview.isPlaceholderData && preview.data !== undefined;
  const problems = useMemo(() => placeProblems(preview.data?.problems ?? [], draft), [preview.data, draft]);
  const lines = useMemo(() => (preview.data?.lines ?? []) as readonly AnswerLine[], [preview.data]);
  const unreadable = useMemo(() => unreadableByColumn(lines.filter(isRefused), draft), [lines, draft]);
  const options = useMemo(() => new FactOptions([...facts.values()]), [facts]);
  const counts = countUses(draft);
  const faulty = draft.columns.filter(({ column }) => problems.byColumn.has(column));
  const shown = onlyOpen ? faulty : draft.columns;
  const choose = (column: string, use: ColumnUse) => {
    const fact = use.is === 'fact' ? (facts.get(use.fact) ?? null) : null;
    const next = withUse(draft, column, use, fact);
    const of = next.columns.find((known) => known.column === column);
    edit(fact && of ? withColumn(next, column, guessColumn(of, fact, samples).column) : next);
  };
  const decimal = (value: MappingDraft['decimal']) => { edit({ ...draft, decimal: value }); };
  const isConflict = saveError instanceof ProblemResponse && saveError.problem.kind === 'run-changed';
  const readAgain = async () => { takeOver(await queryClient.fetchQuery({ ...cohortQuery(id), staleTime: 0 })); };
  return (
    <>
      <section className={styles.section} aria-labelledby="columns">
        <div className={styles.head}>
          <h2 id="columns">Columns</h2>
          <p className={styles.counts}>{`${plural(counts.fact, 'fact')}, ${counts.ignored} left out`}{counts.id === 0 && ', no id'}{counts.open > 0 && <>, <strong>{`${counts.open} to decide`}</strong></>}</p>
          <p className={styles.saved} role="status">{isSaved ? 'All saved' : saveError ? 'Not saved' : ''}</p>
        </div>
        {guess.notes.length > 0 && (
          <Banner tone="info" icon="info" title="Filled in from the first values: look whether it is right">
            <ul>{guess.notes.map((note) => <li key={note}>{note}</li>)}</ul>
          </Banner>
        )}
        {isConflict ? (
          <Banner alert tone="warn" icon="alert" title="Somebody else changed this run" action={<Button size="xs" variant="default" onClick={() => { void readAgain(); }}>Show what is there now</Button>}>
            <p>What you changed last was not saved, so that nothing of theirs is lost.</p>
          </Banner>
        ) : saveError && (
          <>
            <FormProblem error={saveError} titles={{ 'wrong-state': 'The columns cannot be changed any more' }} />
            <div><Button size="xs" variant="default" onClick={mapping.saveAgain}>Save again</Button></div>
          </>
        )}
        <div className={styles.tools}>
          <div className={styles.tool}>
            <span id="decimals">Decimals are written</span>
            <Segmented labelledBy="decimals" segments={[{ value: '.', label: '10.5' }, { value: ',', label: '10,5' }]} value={draft.decimal} onChange={decimal} />
          </div>
          {faulty.length > 0 && draft.columns.length > 6 && (
            <Segmented label="Columns that are shown" segments={[{ value: 'all', label: `All ${draft.columns.length}` }, { value: 'faulty', label: `With something to do (${faulty.length})` }]} value={onlyOpen ? 'faulty' : 'all'} onChange={(value) => { setOnlyOpen(value === 'faulty'); }} />
          )}
          {counts.open > 1 && <Button size="xs" variant="default" onClick={() => { edit(withoutOpen(draft)); }}>{`Leave out the ${counts.open} that are not decided`}</Button>}
        </div>
        <MappingProblems problems={problems.elsewhere} />
        <ul className={styles.columns} aria-label="Columns of the table">
          {shown.map((column) => (
            <ColumnCard
              key={column.column}
              column={column}
              fact={column.use.is === 'fact' ? (facts.get(column.use.fact) ?? null) : null}
              sample={samples.find(({ name }) => name === column.column)?.values ?? []}
              options={options}
              taken={draft.columns}
              problems={problems.byColumn.get(column.column) ?? []}
              unreadable={unreadable.get(column.column) ?? []}
              choose={(use) => { choose(column.column, use); }}
              change={(change) => { edit(withColumn(draft, column.column, change)); }}
            />
          ))}
        </ul>
        {onlyOpen && faulty.length === 0 && <p className={styles.counts}>Nothing is left to do in the columns.</p>}
      </section>
      <FirstAnswers isTable lines={lines} error={preview.error} isCurrent={isCurrent} open={preview.data?.problems.length ?? 0} />
      <StartCard run={tagged.run} input={input} lines={isCurrent && !mapping.isSaving && preview.data?.problems.length === 0 ? lines : null} problems={preview.data?.problems.length ?? 0} start={mapping.start} busy={mapping.isStarting} error={mapping.startError} />
    </>
  );
}
