import type { ReactNode } from 'react';
import type { FieldDifference } from '../../model/review/differences';
import { fieldWords } from '../../model/review/fieldWords';
import { Disclosure } from '../../ui/Disclosure';
import { useSources } from '../authoring/rules/useSources';
import styles from './Diff.module.css';
import { WordDiff } from './WordDiff';

/** Texts longer than this are compared word by word. */
const short = 40;

/** One value of a part, before and after, in words; an expression is a sentence first, and what was typed is one press away. */
export function FieldView({ field }: { field: FieldDifference }) {
  const { label, before, after, beforeSentence, afterSentence, isExpression } = field;
  const said = isExpression && (beforeSentence !== null || afterSentence !== null);
  return (
    <div className={styles.field}>
      <dt>{label}</dt>
      <dd>
        {said ? (
          <>
            <Sides before={before === null ? null : beforeSentence ?? before} after={after === null ? null : afterSentence ?? after} marked />
            <Disclosure summary="As written" label={`${label} as written`}>{() => <p className={styles.code}><Written before={before} after={after} /></p>}</Disclosure>
          </>
        ) : isExpression ? <p className={styles.code}><Written before={before} after={after} /></p> : <Plain field={field} />}
      </dd>
    </div>
  );
}

function Plain({ field: { name, before, after } }: { field: FieldDifference }) {
  const sources = useSources();
  const words = (value: string | null) => (value === null ? null : fieldWords(name, value, (id) => sources.find(({ source }) => source === id)?.title ?? null));
  // Words leave something out: two values that differ are never shown as the same.
  const inWords = [words(before), words(after)] as const;
  const [was, is] = inWords[0] === inWords[1] ? [before, after] : inWords;
  const inOne = was !== null && is !== null && (was.length > short || is.length > short);
  return inOne ? <p className={styles.prose}><WordDiff before={was} after={is} /></p> : <Sides before={was} after={is} />;
}

/** The expressions themselves. */
const Written = ({ before, after }: Pick<FieldDifference, 'before' | 'after'>) =>
  <code>{before !== null && after !== null ? <WordDiff before={before} after={after} /> : before ?? after}</code>;

/** Both values below each other, on demand with the words marked that only one of them has. */
function Sides({ before, after, marked }: Pick<FieldDifference, 'before' | 'after'> & { marked?: boolean }) {
  const both = before !== null && after !== null;
  const text = (side: 'removed' | 'added', own: string) => (marked && both ? <WordDiff before={before} after={after} only={side} /> : own);
  return (
    <>
      {before !== null && <Side kind="removed" alone={!both}>{text('removed', before)}</Side>}
      {after !== null && <Side kind="added" alone={!both}>{text('added', after)}</Side>}
    </>
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
