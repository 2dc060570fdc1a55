import type { CoverageElementAnswer } from '../../../api/generated';
import type { RuleView } from '../../../model/documents/workflowDocument';
import { elementsAt, sideWords } from '../../../model/verification/coverage';
import { inWords } from '../../../model/verification/plainWords';
import { sentence } from '../../../model/words';
import { Disclosure } from '../../../ui/Disclosure';
import { Tag } from '../../../ui/Tag';
import { CaseLinks } from '../../verification/CaseLinks';
import coverage from '../../verification/Coverage.module.css';
import { CoverageSwitch } from '../../verification/CoverageSwitch';
import { Looking } from '../../verification/Looking';
import { useCoverageHere } from '../../verification/useCoverageHere';
import { useWorkflowHere } from '../../verification/useWorkflowHere';
import { useWorkflowEditing } from '../WorkflowEditing';
import { RuleCard } from './RuleCard';
import styles from './Rules.module.css';

/** That a rule never failed in a case is nothing to tell. */
const isShown = ({ isCovered, notRequired, text }: CoverageElementAnswer) => isCovered || notRequired === null || text !== 'failed';

const sideOf = (kind: string, text: string, side: string) => (kind === 'condition' ? `“${text}” is ${sideWords(side)}` : sideWords(side));

/** Which verdicts of the rule, and which sides of its conditions, golden cases show. */
export function RuleCoverage({ rule }: { rule: RuleView }) {
  const query = useCoverageHere();
  return (
    <RuleCard title="What the cases show" action={<CoverageSwitch label="Show it" />}>
      {query
        ? <Looking query={query} waiting="Counting what the cases show …">{({ elements }) => <Shown elements={elementsAt(elements, rule.pointer)} />}</Looking>
        : <p className={styles.note}>Shows which verdicts and which sides of its conditions the golden cases show, and what no case shows. Rows of tables and the list of parts then say it too.</p>}
    </RuleCard>
  );
}

function Shown({ elements }: { elements: readonly CoverageElementAnswer[] }) {
  const { view: { name: workflow } } = useWorkflowEditing();
  const { words } = useWorkflowHere(workflow);
  if (elements.length === 0) return <p className={styles.note}>There is nothing to show of it: rules that are off, or that only join others, are shown by way of those.</p>;
  return (
    <div className={coverage.scroll}>
      <table className={coverage.table}>
        <thead><tr><th scope="col">What</th><th scope="col">Cases</th><th scope="col">Which</th></tr></thead>
        <tbody>
          {elements.filter(isShown).flatMap(({ kind, text, place, sides, notRequired }) => sides.map(({ name, wanted, count, cases }) => (
            <tr key={`${kind} ${place.pointer} ${place.start ?? ''} ${text} ${name}`}>
              <th scope="row"><span title={kind === 'condition' ? text : undefined}>{sideOf(kind, words(text), name)}</span></th>
              <td>{count > 0 ? count : notRequired === null ? <Tag tone="warn" icon="alert">none</Tag> : <span className={styles.note}>none needed</span>}</td>
              <td>{count > 0 ? <Disclosure summary="Show them" label={`Show them: cases that show ${sideOf(kind, words(text), name)}`}>{() => <CaseLinks cases={cases} count={count} workflow={workflow} />}</Disclosure> : <span className={styles.note}>{sentence(inWords(notRequired ?? `wanted: ${wanted}`, words))}</span>}</td>
            </tr>
          )))}
        </tbody>
      </table>
    </div>
  );
}
