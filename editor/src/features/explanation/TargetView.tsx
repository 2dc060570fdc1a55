import { errorText, nodeKey } from '../../model/explanation';
import { itemsOf } from '../../model/items';
import { sheetFor } from '../../model/sheet';
import { CodeText } from '../../ui/CodeText';
import { useExplanationScope } from './context';
import styles from './Explanation.module.css';
import { NodeView } from './NodeView';
import { SheetTable } from './SheetTable';

/** What stands behind a name: a score's items, a table's rows or a parameter's expression. */
export function TargetView({ target }: { target: string }) {
  const { explanations, workflow } = useExplanationScope();
  const node = explanations[target];
  if (!node) return null;
  const sheet = sheetFor(workflow, target, node);
  const error = errorText(node);
  return (
    <div className={styles.target}>
      {error && <p className={styles.error}><CodeText>{error}</CodeText></p>}
      {sheet ? <SheetTable sheet={sheet} name={target} /> : (
        <ul className={styles.tree}>
          {node.kind === 'score' || node.kind === 'table'
            ? itemsOf(node, workflow, explanations).map((child, i) => <NodeView key={nodeKey(child, i)} node={child} />)
            : <NodeView node={node} />}
        </ul>
      )}
    </div>
  );
}
