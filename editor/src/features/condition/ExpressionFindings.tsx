import { Button } from '@mantine/core';
import type { ExpressionFinding, Fix } from '../../model/condition/structure';
import { sentence } from '../../model/words';
import { CodeText } from '../../ui/CodeText';
import { Icon } from '../../ui/Icon';
import styles from './Condition.module.css';

interface Props {
  readonly findings: readonly ExpressionFinding[];
  /** Missing where nothing can be edited. */
  readonly onFix?: (fix: Fix) => void;
}

/** What is wrong in an expression, with the mending of what can be mended. */
export function ExpressionFindings({ findings, onFix }: Props) {
  if (findings.length === 0) return null;
  return (
    <ul className={styles.findings}>
      {findings.map((found) => (
        <li key={`${found.code} ${found.start} ${found.message}`} data-severity={found.severity}>
          <Icon name={found.severity === 'error' ? 'alert' : 'info'} size={16} />
          <p>
            <strong className="visually-hidden">{found.severity}: </strong>
            <CodeText>{sentence(found.message)}</CodeText>
            {found.help && <> <span><CodeText>{sentence(found.help)}</CodeText></span></>}
            {' '}<small>{found.code}</small>
          </p>
          {found.fix && onFix && <FixButton fix={found.fix} onFix={onFix} />}
        </li>
      ))}
    </ul>
  );
}

function FixButton({ fix, onFix }: { fix: Fix; onFix: (fix: Fix) => void }) {
  return <Button size="compact-sm" variant="light" onClick={() => { onFix(fix); }}><CodeText>{fix.title.charAt(0).toUpperCase() + fix.title.slice(1)}</CodeText></Button>;
}
