import type { OutlineAnswer } from '../../api/generated';
import { ownTitles, ruleWords } from '../../model/cases/differenceWords';
import { withNested, type RuleView, type WorkflowView } from '../../model/documents/workflowDocument';
import { byPointer, citationMark } from '../../model/guideline/guideline';
import { messageWords } from '../../model/readableText';
import { strengthWords, urgencyWords } from '../../model/status';
import { humanize, sentence } from '../../model/words';
import styles from './Guideline.module.css';

interface Props {
  readonly view: WorkflowView;
  readonly outline: OutlineAnswer | undefined;
  readonly sources: readonly string[];
}

const wordsOf = (words: Readonly<Record<string, { readonly title: string } | string>>, key: string): string => {
  const found = words[key];
  return found === undefined ? humanize(key) : typeof found === 'string' ? found : found.title;
};

/** Every rule with its condition as a sentence, and what it recommends. */
export function GuidelineRules({ view, outline, sources }: Props) {
  const at = byPointer(outline?.rules ?? []);
  const titles = new Map(view.rules.flatMap(withNested).map(({ name, title }) => [name, title ?? humanize(name)]));
  if (view.rules.length === 0) return null;
  return (
    <section aria-labelledby="rules">
      <h2 id="rules">Rules</h2>
      <ol className={styles.rules}>
        {view.rules.map((rule) => <li key={rule.pointer}><Rule rule={rule} sentenceAt={(pointer) => at(pointer)?.sentence ?? null} titles={titles} sources={sources} /></li>)}
      </ol>
    </section>
  );
}

interface RuleProps {
  readonly rule: RuleView;
  readonly sentenceAt: (pointer: string) => string | null;
  readonly titles: ReadonlyMap<string, string>;
  readonly sources: readonly string[];
}

function Rule({ rule, sentenceAt, titles, sources }: RuleProps) {
  const { name, title, enabled, expression, operator, rules, recommendation, whenUndetermined, withholds, evidence, pointer } = rule;
  const said = sentenceAt(pointer);
  const isOr = operator !== null && /^or/i.test(operator);
  return (
    <div className={styles.rule}>
      <h3>{title ?? humanize(name)}{enabled ? '' : ' (switched off)'} <small>{citationMark(evidence, sources)}</small></h3>
      {expression !== null && expression !== '' && <p><strong>When</strong> {said === null ? <code>{expression}</code> : sentence(said)}</p>}
      {rules.length > 0 && (
        <>
          <p><strong>When</strong> {isOr ? 'any of these is met:' : 'all of these are met:'}</p>
          <ul className={styles.nested}>{rules.map((nested) => <li key={nested.pointer}><Rule rule={nested} sentenceAt={sentenceAt} titles={titles} sources={sources} /></li>)}</ul>
        </>
      )}
      {recommendation && (
        <p className={styles.recommendation}>
          <strong>{[recommendation.urgency && wordsOf(urgencyWords, recommendation.urgency), recommendation.strength && wordsOf(strengthWords, recommendation.strength)].filter(Boolean).join(', ') || 'Recommendation'}:</strong> {messageWords(recommendation.text)}
        </p>
      )}
      {whenUndetermined && <p><strong>While it cannot be decided:</strong> {messageWords(whenUndetermined)}</p>}
      {withholds.length > 0 && <p><strong>Holds back:</strong> {withholds.map((held) => ruleWords(held, ownTitles(titles))).join('; ')}.</p>}
    </div>
  );
}
