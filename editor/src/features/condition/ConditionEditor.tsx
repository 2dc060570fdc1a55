import { Button, Skeleton } from '@mantine/core';
import { lazy, Suspense, useCallback, useId, type ReactNode } from 'react';
import { splice } from '../../model/condition/splice';
import type { ExpressionFinding, Fix } from '../../model/condition/structure';
import { sentence as asSentence } from '../../model/words';
import { CodeText } from '../../ui/CodeText';
import { Icon } from '../../ui/Icon';
import { Segmented } from '../../ui/Segmented';
import type { DiagnosticAnswer } from '../../api/generated';
import { FindingList } from '../authoring/FindingList';
import { BuilderView } from './builder/BuilderView';
import styles from './Condition.module.css';
import { ConditionSentence } from './ConditionSentence';
import type { ExpressionPlace, WriteExpression } from './context';
import { ExpressionFindings } from './ExpressionFindings';
import { useConditionView, type ConditionView } from './useConditionView';
import { useExplanation, type Explanation } from './useExplanation';

const ExpressionText = lazy(async () => ({ default: (await import('./text/ExpressionText')).ExpressionText }));

interface Props {
  /** What the expression is for: "Condition". */
  readonly label: string;
  /** Where a page has several of the same label: what this one belongs to. */
  readonly of?: string;
  readonly text: string;
  readonly place: ExpressionPlace;
  /** Gets every text at once, also an unfinished one. */
  readonly onChange: WriteExpression;
  readonly readOnly: boolean;
  /** What the check of the whole library finds at this place; what the expression by itself has wrong is found here. */
  readonly diagnostics: readonly DiagnosticAnswer[];
  /** Besides writing a first condition, in the empty state. */
  readonly otherwise?: ReactNode;
}

const views: readonly { readonly value: ConditionView; readonly label: string }[] = [
  { value: 'sentence', label: 'Sentence' }, { value: 'builder', label: 'Builder' }, { value: 'text', label: 'Text' },
];

/** One expression in three views: a sentence, parts to put together, and text. They show the same text, so an edit in one is in all. */
export function ConditionEditor({ label, of, text, place, onChange, readOnly, diagnostics, otherwise }: Props) {
  const [preferred, setView] = useConditionView();
  const id = useId();
  const { explanation, error } = useExplanation(place, text);
  const current = explanation?.text === text ? explanation : null;
  const findings = current?.answer.diagnostics ?? [];
  const fix = useCallback(({ start, length, insert }: Fix) => { onChange(splice(text, { start, length, insert }), 'step'); }, [onChange, text]);
  const hasBuilder = place.column === undefined;
  const view = preferred === 'builder' && !hasBuilder ? 'text' : preferred;
  return (
    <section className={styles.editor} aria-labelledby={id}>
      <div className={styles.head}>
        <h3 id={id}>{label}{of !== undefined && <span className="visually-hidden"> in {of}</span>}</h3>
        <Segmented label={`Show ${label.toLowerCase()} as`} segments={hasBuilder ? views : views.filter(({ value }) => value !== 'builder')} value={view} onChange={setView} />
      </div>
      <Said text={text} explanation={explanation} error={error} isCondition={place.isCondition} />
      {view === 'builder' && <BuilderView text={text} place={place} explanation={explanation} readOnly={readOnly} onChange={onChange} onText={() => { setView('text'); }} otherwise={otherwise} />}
      {view === 'text' && (readOnly ? <pre className={styles.source}><code>{text}</code></pre> : (
        <Suspense fallback={<Skeleton height={90} />}>
          <ExpressionText label={label} text={text} place={place} findings={current?.answer.diagnostics ?? none} onChange={onChange} onFix={fix} />
        </Suspense>
      ))}
      {view === 'sentence' && !readOnly && <SentenceHint empty={text.trim() === ''} onBuilder={() => { setView(hasBuilder ? 'builder' : 'text'); }} />}
      <ExpressionFindings findings={findings} {...(readOnly ? {} : { onFix: fix })} />
      <FindingList findings={besides(diagnostics, findings)} />
    </section>
  );
}

const none: readonly ExpressionFinding[] = [];

/** Of the findings of the whole check those that the expression by itself does not have: what has a span in it is told from there, and sooner. */
const besides = (all: readonly DiagnosticAnswer[], own: readonly ExpressionFinding[]) =>
  all.filter((found) => found.start === null && !own.some(({ code, message }) => code === found.code && message === found.message));

/** The sentence; the former one stays while the next is on its way. */
function Said({ text, explanation, error, isCondition }: { text: string; explanation: Explanation | null; error: Error | null; isCondition: boolean }) {
  if (text.trim() === '') return <p className={styles.sentence} data-state="empty">{isCondition ? 'Nothing is said yet about when this applies.' : 'Nothing is written here yet.'}</p>;
  if (error) return <p className={styles.sentence} data-state="broken"><Icon name="offline" size={16} /> <CodeText>{asSentence(error.message)}</CodeText></p>;
  const sentence = explanation?.answer.sentence ?? null;
  if (!explanation) return <p className={styles.sentence} aria-busy="true">…</p>;
  return (
    <p className={styles.sentence} data-state={sentence === null ? 'broken' : undefined} aria-busy={explanation.text !== text}>
      {sentence === null ? <><Icon name="alert" size={16} /> This cannot be read yet.</> : <ConditionSentence sentence={asSentence(sentence)} expression={explanation.text} />}
    </p>
  );
}

function SentenceHint({ empty, onBuilder }: { empty: boolean; onBuilder: () => void }) {
  return (
    <p className={styles.hint}>
      {empty ? 'The sentence appears as soon as there is something to say. ' : 'The sentence is made from the expression. '}
      <Button size="compact-sm" variant="subtle" onClick={onBuilder}>{empty ? 'Write it' : 'Change it'}</Button>
    </p>
  );
}
