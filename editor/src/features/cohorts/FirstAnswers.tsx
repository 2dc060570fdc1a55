import { Button } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { idWords, isRefused, lineWords, type AnswerLine } from '../../model/cohorts/answers';
import { remedyFor } from '../../model/cohorts/problems';
import type { Decision } from '../../model/decision';
import { fold } from '../../model/grouping';
import { plural, sentence } from '../../model/words';
import { CodeText } from '../../ui/CodeText';
import { FormProblem } from '../access/FormProblem';
import { DecisionTag, RefusedTag } from './DecisionTag';
import styles from './Results.module.css';

interface Props {
  /** Of a table: what to do is said in its terms. */
  readonly isTable: boolean;
  readonly lines: readonly AnswerLine[];
  readonly error: Error | null;
  /** They are for what is on the screen. */
  readonly isCurrent: boolean;
  /** How many problems stand in the way of deciding anybody. */
  readonly open: number;
}

const few = 6;

/** The first patients, decided as the run would decide them. Nothing of it is kept. */
export function FirstAnswers({ isTable, lines, error, isCurrent, open }: Props) {
  const [all, setAll] = useState(false);
  const refused = lines.filter(isRefused).length;
  const { shown, rest } = fold(lines, all ? lines.length : few);
  return (
    <section className={styles.section} aria-labelledby="first">
      <div className={styles.head}>
        <h2 id="first">The first patients</h2>
        {lines.length > 0 && <p className={styles.soft} role="status">{isCurrent ? `${plural(lines.length, 'patient')} decided for a look${refused > 0 ? `, ${refused} of them cannot be read` : ''}` : 'Deciding …'}</p>}
      </div>
      <FormProblem error={error} />
      {open > 0 && <p className={styles.soft}>{`They are decided as soon as ${open === 1 ? 'the problem above is' : `the ${open} problems above are`} mended.`}</p>}
      {open === 0 && lines.length > 0 && (
        <div className={styles.scroll} role="region" aria-label="Answers for the first patients" tabIndex={0} aria-busy={!isCurrent}>
          <table className={styles.table} data-answers>
            <thead><tr><th scope="col">Patient</th><th scope="col">Decision</th><th scope="col">Advice</th><th scope="col">Not known, and would decide something</th></tr></thead>
            <tbody>{shown.map((answer) => <Answer key={idWords(answer.line)} answer={answer} isTable={isTable} />)}</tbody>
          </table>
        </div>
      )}
      {open === 0 && rest.length > 0 && <div><Button variant="default" size="xs" onClick={() => { setAll(true); }}>{`Show ${rest.length} more`}</Button></div>}
    </section>
  );
}

function Answer({ answer, isTable }: { answer: AnswerLine; isTable: boolean }) {
  const id = idWords(answer.id);
  const line = lineWords(answer.line);
  const patient = <th scope="row">{id ?? line}{id !== null && <small>{line}</small>}</th>;
  if (isRefused(answer)) {
    const { detail, errors } = answer.error;
    const messages = errors.length > 0 ? errors.map(({ code, message, help }) => [message, isTable ? remedyFor(code, help ?? null) : help].flatMap((text) => (text ? [sentence(text)] : [])).join(' ')) : [sentence(detail ?? 'it cannot be read')];
    return <tr>{patient}<td data-label="Decision"><RefusedTag /></td><td colSpan={2} data-label="Why"><ul>{messages.map((message) => <li key={message}><CodeText>{message}</CodeText></li>)}</ul></td></tr>;
  }
  return <Decided patient={patient} decision={answer.decision} />;
}

const most = 3;

function Decided({ patient, decision: { status, recommendations, pending, missing } }: { patient: ReactNode; decision: Decision }) {
  const titles = recommendations.map(({ title, rule }) => title ?? rule);
  return (
    <tr>
      {patient}
      <td data-label="Decision"><DecisionTag status={status} /></td>
      <td data-label="Advice">
        {titles.length === 0 && pending.length === 0 ? 'None' : (
          <ul>
            {titles.slice(0, most).map((title) => <li key={title}>{title}</li>)}
            {titles.length > most && <li>{`and ${titles.length - most} more`}</li>}
            {pending.length > 0 && <li className={styles.open}>{`${pending.length} undetermined`}</li>}
          </ul>
        )}
      </td>
      <td data-label="Not known">{missing.length === 0 ? 'Nothing' : missing.map(({ label, fact }) => label ?? fact).slice(0, 6).join(', ') + (missing.length > 6 ? ` and ${missing.length - 6} more` : '')}</td>
    </tr>
  );
}
