import { Button, CloseButton, NativeSelect, TextInput } from '@mantine/core';
import type { FactTerm } from '../../api/generated';
import { meaningWords } from '../../model/cohorts/guess';
import type { Meaning } from '../../model/cohorts/mapping';
import { humanize } from '../../model/words';
import { Icon } from '../../ui/Icon';
import styles from './Mapping.module.css';

interface Props {
  readonly column: string;
  readonly fact: FactTerm;
  readonly meanings: readonly Meaning[];
  readonly change: (meanings: readonly Meaning[]) => void;
}

const unknown = 'not known';

/** What texts of a column mean, where they are not the words that a fact takes: "ja" is yes, "k. A." is not known. */
export function ValueMeanings({ column, fact, meanings, change }: Props) {
  const replace = (at: number, meaning: Meaning) => { change(meanings.map((of, i) => (i === at ? meaning : of))); };
  return (
    <div className={styles.meanings}>
      {meanings.length > 0 && (
        <ul aria-label={`What texts of ${column} mean`}>
          {meanings.map((meaning, i) => (
            <li key={i} className={styles.meaning}>
              <TextInput size="xs" aria-label={`Text ${i + 1} of ${column}`} placeholder="Text in the table" value={meaning.text} onChange={(event) => { replace(i, { ...meaning, text: event.currentTarget.value }); }} />
              <span>means</span>
              <Means column={column} fact={fact} meaning={meaning} at={i} change={(means) => { replace(i, { ...meaning, means }); }} />
              <CloseButton aria-label={`Take away text ${i + 1} of ${column}`} onClick={() => { change(meanings.filter((_, at) => at !== i)); }} />
            </li>
          ))}
        </ul>
      )}
      <Button variant="subtle" size="xs" leftSection={<Icon name="plus" size={14} />} onClick={() => { change([...meanings, { text: '', means: null }]); }}>Say what a text means<span className="visually-hidden">{` in ${column}`}</span></Button>
    </div>
  );
}

function Means({ column, fact, meaning: { means }, at, change }: { column: string; fact: FactTerm; meaning: Meaning; at: number; change: (means: string | null) => void }) {
  const label = `Meaning of text ${at + 1} of ${column}`;
  const words = fact.type === 'boolean' ? ['true', 'false'] : fact.words;
  if (words.length > 0)
    return (
      <NativeSelect
        size="xs"
        aria-label={label}
        value={means ?? unknown}
        data={[{ value: unknown, label: 'Not known' }, ...words.map((word) => ({ value: word, label: humanize(meaningWords(fact, word)) }))]}
        onChange={({ currentTarget: { value } }) => { change(value === unknown ? null : value); }}
      />
    );
  return (
    <>
      <NativeSelect
        size="xs"
        aria-label={label}
        value={means === null ? unknown : 'value'}
        data={[{ value: unknown, label: 'Not known' }, { value: 'value', label: 'The value' }]}
        onChange={({ currentTarget: { value } }) => { change(value === unknown ? null : ''); }}
      />
      {means !== null && <TextInput size="xs" aria-label={`Value of text ${at + 1} of ${column}`} value={means} onChange={(event) => { change(event.currentTarget.value); }} />}
    </>
  );
}
