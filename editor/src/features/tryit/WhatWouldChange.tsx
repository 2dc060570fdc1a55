import { Button } from '@mantine/core';
import type { AdviceAnswer, AlternativeAnswer, ContrastAnswer, FactChangeAnswer } from '../../api/generated';
import { alternativeKey, presentWords, targetWords } from '../../model/contrast';
import type { RuleResult } from '../../model/decision';
import { findField } from '../../model/facts/labels';
import { parsePath } from '../../model/facts/path';
import { humanize, sentence } from '../../model/words';
import { CodeText } from '../../ui/CodeText';
import { Icon } from '../../ui/Icon';
import { useTryItContext } from './TryItContext';
import { useContrast } from './useContrast';
import styles from './WhatWouldChange.module.css';

/** On demand: the nearest facts with which the rule would come out otherwise. Nothing is shown that the server did not decide. */
export function WhatWouldChange({ rule }: { rule: RuleResult }) {
  const { data, error, isFetching, isAsked, canAsk, ask } = useContrast(rule);
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

function Found({ found: { alternatives } }: { found: ContrastAnswer }) {
  if (alternatives.length === 0)
    return <p className={styles.hint}>No change of these facts was found that would. Other patients may still have it so.</p>;
  const fewest = Math.min(...alternatives.map(({ changes }) => changes.length));
  return (
    <>
      <ul className={styles.list}>{alternatives.map((alternative) => <li key={alternativeKey(alternative)}><AlternativeLine alternative={alternative} /></li>)}</ul>
      <p className={styles.hint}>{`Decided by the server${fewest > 1 ? '; no smaller change was found' : ''}.`}</p>
    </>
  );
}

function AlternativeLine({ alternative: { verdict, changes, withheldBy, given, noLongerGiven } }: { alternative: AlternativeAnswer }) {
  return (
    <>
      If {changes.map((change, i) => (
        <span key={change.fact}>{i > 0 && (i === changes.length - 1 ? ' and ' : ', ')}<Change change={change} /></span>
      ))}, this rule would {verdict === 'met' ? '' : 'not '}be met.
      {withheldBy.length > 0 && <Also words="Its advice would be held back by" names={withheldBy.map(humanize)} />}
      {given.length > 0 && <Also words="Then also:" names={given.map(adviceName)} />}
      {noLongerGiven.length > 0 && <Also words="No longer:" names={noLongerGiven.map(adviceName)} />}
    </>
  );
}

const adviceName = ({ rule, title }: AdviceAnswer) => title ?? humanize(rule);

function Change({ change }: { change: FactChangeAnswer }) {
  const { form, scope } = useTryItContext();
  const field = findField(form, parsePath(change.fact));
  return (
    <>
      <button type="button" className={styles.fact} onClick={() => { scope.goToFact(change.fact); }}>{scope.factLabel(change.fact)}</button> were <strong>{targetWords(change, field)}</strong> (now {presentWords(change, field)})
    </>
  );
}

const Also = ({ words, names }: { words: string; names: readonly string[] }) => <p className={styles.hint}>{words} {names.join('; ')}</p>;
