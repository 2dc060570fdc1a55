import { Button } from '@mantine/core';
import { statusWords, summarize } from '../../model/status';
import { Icon } from '../../ui/Icon';
import { statusLooks } from '../decision/looks';
import styles from './TryIt.module.css';
import { useTryItContext } from './TryItContext';
import { isOutOfUse } from './withoutRetired';

/** On narrow screens, where facts and decision are not both in sight: the status is, with the way to what is not. */
export function StatusBar({ action, onAction }: { action: string; onAction: () => void }) {
  const { live } = useTryItContext();
  const decision = live.answer?.decision;
  const outdated = live.connectionLost || live.problem !== null;
  const look = outdated ? { tone: 'bad', icon: 'alert' as const } : decision ? statusLooks[decision.status] : null;
  return (
    <div className={styles.bar} data-tone={look?.tone} role="region" aria-label="Decision status">
      {look && <Icon name={look.icon} size={20} />}
      <p>
        <strong>{isOutOfUse(live) ? 'Out of use' : outdated ? 'Not up to date' : decision ? statusWords[decision.status].title : 'No decision yet'}</strong>
        {decision && <span>{summarize(decision)}</span>}
      </p>
      <Button size="sm" onClick={onAction}>{action}</Button>
    </div>
  );
}
