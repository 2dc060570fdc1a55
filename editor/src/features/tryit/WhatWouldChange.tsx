import { Button } from '@mantine/core';
import type { RuleResult } from '../../model/decision';
import { readEntry } from '../../model/facts/draft';
import { entryWords } from '../../model/facts/entryWords';
import type { Flip } from '../../model/whatIf/flips';
import { plural, sentence } from '../../model/words';
import { CodeText } from '../../ui/CodeText';
import { Icon } from '../../ui/Icon';
import { useTryItContext } from './TryItContext';
import { useWhatIf, type WhatIf } from './useWhatIf';
import styles from './WhatWouldChange.module.css';

/** On demand: which single facts would make the rule come out otherwise. Nothing is shown that the server did not decide. */
export function WhatWouldChange({ rule }: { rule: RuleResult }) {
  const { data, error, isFetching, isAsked, canAsk, ask } = useWhatIf(rule);
  const shown = isAsked ? data : undefined;
  return (
    <div className={styles.whatIf}>
      {!shown && (
        <Button size="compact-sm" variant="default" loading={isFetching} disabled={!canAsk} leftSection={<Icon name="question" size={15} />} onClick={ask}>
          {rule.verdict === 'undetermined' ? 'What would decide it?' : 'What would change it?'}
        </Button>
      )}
      <div role="status">
        {shown && <Found found={shown} />}
        {isAsked && error && <p className={styles.hint}><CodeText>{sentence(error.message)}</CodeText> Try again.</p>}
      </div>
    </div>
  );
}

function Found({ found: { flips, tried, facts } }: { found: WhatIf }) {
  if (tried === 0) return <p className={styles.hint}>No single fact could be found that this rule hangs on and that can be tried by itself.</p>;
  if (flips.length === 0)
    return <p className={styles.hint}>{`None of ${plural(tried, 'value')} of ${plural(facts, 'fact')}, tried one at a time, changes the verdict: it takes more than one fact.`}</p>;
  return (
    <>
      <ul className={styles.list}>{flips.map((flip) => <li key={`${flip.fact} ${flip.verdict} ${flip.values}`}><FlipLine flip={flip} /></li>)}</ul>
      <p className={styles.hint}>{`Decided by the server, one fact changed at a time (${plural(tried, 'value')} of ${plural(facts, 'fact')} tried).`}</p>
    </>
  );
}

function FlipLine({ flip: { fact, values, verdict, nearest } }: { flip: Flip }) {
  const { facts, scope } = useTryItContext();
  const now = entryWords(readEntry(facts.draft, nearest.path), nearest.field);
  return (
    <>
      If <button type="button" className={styles.fact} onClick={() => { scope.goToFact(fact); }}>{scope.factLabel(fact)}</button> were <strong>{values}</strong> (now {now}),
      this rule would {verdict === 'met' ? '' : 'not '}be met.
    </>
  );
}
