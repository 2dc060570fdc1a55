import type { ReactNode } from 'react';
import { connective, errorText, nodeKey, parts, soleFact, stateWords, type Explanation } from '../../model/explanation';
import { withUnit } from '../../model/unit';
import { humanize } from '../../model/words';
import { CodeText } from '../../ui/CodeText';
import { Disclosure } from '../../ui/Disclosure';
import { useExplanationScope } from './context';
import styles from './Explanation.module.css';
import { FactName } from './FactName';
import { StateTag } from './StateTag';
import { TargetView } from './TargetView';

/** One sub-expression with its value, and below it those that it is made of. */
export function NodeView({ node }: { node: Explanation }) {
  const { factUnit } = useExplanationScope();
  if (node.kind === 'more') return <li className={styles.node} data-idle><span className={styles.words}>{node.text}</span></li>;
  const idle = node.state === 'notEvaluated';
  const fact = idle ? null : soleFact(node);
  const below = idle || fact || node.kind === 'fact' ? [] : parts(node);
  const error = errorText(node);
  return (
    <li className={styles.node} data-idle={idle || undefined}>
      <div className={styles.line}>
        <div className={styles.name}>
          <NodeName node={node} />
          {fact && <FactValue fact={fact} />}
        </div>
        <StateTag node={node} unit={node.kind === 'fact' ? factUnit(node.text) : null} />
      </div>
      {error && <p className={styles.error}><CodeText>{error}</CodeText></p>}
      {below.length > 0 && (
        <ul className={styles.tree}>{below.map((child, i) => <NodeView key={nodeKey(child, i)} node={child} />)}</ul>
      )}
    </li>
  );
}

function NodeName({ node }: { node: Explanation }): ReactNode {
  const { explanations, readable } = useExplanationScope();
  const words = soleFact(node) ? null : connective(node);
  if (words) return <span className={styles.words}>{words}</span>;
  if (node.kind === 'fact') return <FactName fact={node.text} missing={node.state === 'unknown'} />;
  const target = node.kind === 'reference' ? (node.target ?? node.text) : null;
  if (target === null) return <span className={styles.words} title={node.text}>{readable(node.text)}</span>;
  const name = <span>{humanize(target)}</span>;
  if (!explanations[target] || node.state === 'notEvaluated') return <span className={styles.words}>{name}</span>;
  return (
    <Disclosure plain className={styles.reference} summary={name}>
      {() => <TargetView target={target} />}
    </Disclosure>
  );
}

/** The fact that a line is about, with its value, without a line of its own. */
function FactValue({ fact }: { fact: Explanation }) {
  const { factUnit } = useExplanationScope();
  const missing = fact.state === 'unknown';
  const { text, tone } = stateWords(fact);
  return (
    <p className={styles.given}>
      <FactName fact={fact.text} missing={missing} />: {tone === 'value' ? withUnit(text, factUnit(fact.text)) : text}
    </p>
  );
}
