import { originOf } from '../../model/grouping';
import { Tag } from '../../ui/Tag';
import { useExplanationScope } from '../explanation/context';
import styles from './AdviceCard.module.css';

/** Which workflow of a composed one a rule comes from, by its title, and about which lesion it speaks. */
export function OriginLine({ rule, underWorkflow }: { rule: string; underWorkflow?: boolean }) {
  const { workflowTitle, itemLabel } = useExplanationScope();
  const { workflow, item } = originOf(rule);
  const from = workflow !== null && !underWorkflow;
  if (!from && !item) return null;
  return (
    <p className={styles.origin}>
      {item && <Tag tone="plain" icon="target">{itemLabel(item)}</Tag>}
      {from && <span><span className="visually-hidden">From </span>{workflowTitle(workflow)}</span>}
    </p>
  );
}
