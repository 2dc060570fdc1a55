import type { ReactNode } from 'react';
import type { FieldDifference } from '../../model/review/differences';
import styles from './Diff.module.css';
import { WordDiff } from './WordDiff';

/** Texts longer than this are compared word by word even where they are no expressions. */
const short = 40;

/** One value of a part, before and after. An expression is a sentence first; what was typed stands below it. */
export function FieldView({ field: { label, before, after, beforeSentence, afterSentence, isExpression } }: { field: FieldDifference }) {
  const both = before !== null && after !== null;
  const inOne = both && (isExpression || before.length > short || after.length > short);
  return (
    <div className={styles.field}>
      <dt>{label}</dt>
      <dd>
        {isExpression && (beforeSentence !== null || afterSentence !== null) && (
          <>
            {before !== null && <Side kind="removed" alone={!both}>{beforeSentence ?? before}</Side>}
            {after !== null && <Side kind="added" alone={!both}>{afterSentence ?? after}</Side>}
          </>
        )}
        {inOne && <p className={isExpression ? styles.code : styles.prose}>{isExpression ? <code><WordDiff before={before} after={after} /></code> : <WordDiff before={before} after={after} />}</p>}
        {!inOne && (!isExpression || (beforeSentence === null && afterSentence === null)) && (
          <>
            {before !== null && <Side kind="removed" alone={!both}>{isExpression ? <code>{before}</code> : before}</Side>}
            {after !== null && <Side kind="added" alone={!both}>{isExpression ? <code>{after}</code> : after}</Side>}
          </>
        )}
        {isExpression && !both && (beforeSentence !== null || afterSentence !== null) && <p className={styles.code}><code>{before ?? after}</code></p>}
      </dd>
    </div>
  );
}

function Side({ kind, alone, children }: { kind: 'removed' | 'added'; alone: boolean; children: ReactNode }) {
  return (
    <p className={styles.side} data-kind={kind}>
      <span aria-hidden="true">{kind === 'removed' ? '−' : '+'}</span>
      <span><span className="visually-hidden">{alone ? '' : kind === 'removed' ? 'Before: ' : 'Now: '}</span>{children}</span>
    </p>
  );
}
