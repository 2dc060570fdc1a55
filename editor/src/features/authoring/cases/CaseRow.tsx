import { Link } from '@tanstack/react-router';
import type { ListedCase } from '../../../model/cases/caseList';
import { differencesText, ownTitles, ruleWords } from '../../../model/cases/differenceWords';
import { listed as joined } from '../../../model/words';
import { Tag } from '../../../ui/Tag';
import styles from './Cases.module.css';
import { outcomeLooks } from './looks';

interface Props {
  readonly listed: ListedCase;
  readonly change: string;
  readonly folder: string;
  readonly titles: ReadonlyMap<string, string>;
  /** Null: cases cannot be chosen here. */
  readonly selection: { readonly isChosen: boolean; readonly onTurn: () => void } | null;
}

const shownRules = 3;

/** One golden case in a list: what became of it, what it is about, which rules it states. */
export function CaseRow({ listed: { golden, outcome, rules, result }, change, folder, titles, selection }: Props) {
  const look = outcomeLooks[outcome];
  const titleOf = ownTitles(titles);
  const more = rules.length - shownRules;
  return (
    <div className={styles.row} data-outcome={outcome}>
      {selection && <input type="checkbox" aria-label={`Choose ${golden.id}`} checked={selection.isChosen} onChange={selection.onTurn} />}
      <Tag tone={look.tone} icon={look.icon}>{look.words}</Tag>
      <div className={styles.about}>
        <Link to="/changes/$change/workflows/$folder/cases/$case" params={{ change, folder, case: golden.id }}>{golden.title ?? golden.id}</Link>
        <span>{outcome === 'failed' && result ? differencesText(result.differences, titleOf) : [golden.title && golden.id, golden.why].filter(Boolean).join(' · ')}</span>
      </div>
      <span className={styles.rules}>{rules.length === 0 ? 'no rule stated' : joined([...rules.slice(0, shownRules).map((name) => ruleWords(name, titleOf)), ...(more > 0 ? [`${more} more`] : [])], 'and')}</span>
    </div>
  );
}
