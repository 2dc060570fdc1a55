import { joiningOf, type Joining } from '../../../model/condition/edits';
import type { ConditionNode } from '../../../model/condition/structure';
import { Icon } from '../../../ui/Icon';
import styles from '../Condition.module.css';

export const joiningWords: Readonly<Record<Joining, string>> = {
  all: 'All of these', any: 'At least one of these', none: 'None of these', notAll: 'Not all of these',
};

export const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** The parts of a condition to read. */
export function ReadOnlyParts({ node }: { node: ConditionNode }) {
  const found = joiningOf(node);
  if (found) {
    return (
      <div className={styles.group} data-join={found.joining}>
        <p className={styles.joining}>{joiningWords[found.joining]}</p>
        <ul className={styles.items}>{found.group.operands.map((operand) => <li key={operand.start}><ReadOnlyParts node={operand} /></li>)}</ul>
      </div>
    );
  }
  const [body] = node.operands;
  if (node.list && body) {
    return (
      <div className={styles.group} data-join="list">
        <p className={styles.joining}>{node.kind === 'anyOf' ? 'At least one' : 'Every one'} of {node.list.label} has</p>
        <ReadOnlyParts node={body} />
      </div>
    );
  }
  if (node.kind === 'not' && body) {
    return (
      <div className={styles.group} data-join="none">
        <p className={styles.joining}>Not</p>
        <ReadOnlyParts node={body} />
      </div>
    );
  }
  return <p className={styles.readTest}><Icon name="chevron" size={14} /> {capital(node.sentence)}</p>;
}
