import { executePath } from '../../api/client';
import { curlCommand } from '../../model/curl';
import { indentJson } from '../../model/facts/factsJson';
import { CopyButton } from '../../ui/CopyButton';
import styles from './TryIt.module.css';

/** The request behind the decision, for those who call the same interface from elsewhere. */
export function CopyRequest({ workflow, body }: { workflow: string; body: string }) {
  const url = () => new URL(executePath(workflow), window.location.origin).href;
  return (
    <div className={styles.copy}>
      <CopyButton text={() => indentJson(body)}>Copy as JSON</CopyButton>
      <CopyButton text={() => curlCommand(url(), body)}>Copy as curl</CopyButton>
    </div>
  );
}
