import { Button } from '@mantine/core';
import { statusWords, summarize } from '../../model/status';
import { Icon } from '../../ui/Icon';
import { statusLooks } from '../decision/looks';
import styles from './TryIt.module.css';
import type { LiveDecision } from './useDecision';
import type { View } from './TryItContext';
import { isOutOfUse } from './withoutRetired';

/** On narrow screens, where facts and decision take turns: the status stays in sight. */
export function StatusBar({ live, view, onView }: { live: LiveDecision; view: View; onView: (view: View) => void }) {
  const decision = live.answer?.decision;
  const outdated = live.connectionLost || live.problem !== null;
  const look = outdated ? { tone: 'bad', icon: 'alert' as const } : decision ? statusLooks[decision.status] : null;
  const other: View = view === 'facts' ? 'decision' : 'facts';
  const show = () => {
    onView(other);
    window.scrollTo({ top: 0 });
  };
  return (
    <div className={styles.bar} data-tone={look?.tone} role="region" aria-label="Decision status">
      {look && <Icon name={look.icon} size={20} />}
      <p>
        <strong>{isOutOfUse(live) ? 'Out of use' : outdated ? 'Not up to date' : decision ? statusWords[decision.status].title : 'No decision yet'}</strong>
        {decision && <span>{summarize(decision)}</span>}
      </p>
      <Button size="sm" onClick={show}>{other === 'decision' ? 'Decision' : 'Facts'}</Button>
    </div>
  );
}
