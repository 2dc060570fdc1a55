import type { CaseChangeAnswer } from '../../api/generated';
import { canSilence, silencingFirst } from '../../model/review/caseChanges';
import { Icon } from '../../ui/Icon';
import { Section } from '../../ui/Section';
import { useNames } from '../changes/useNames';
import { CaseLink } from './CaseLink';
import { Sign } from './Sign';
import styles from './Review.module.css';

/** Golden cases that the change removes, changes or adds; those that can silence a rule first. */
export function CaseChanges({ changes }: { changes: readonly CaseChangeAnswer[] }) {
  const { titleOfWorkflow } = useNames();
  if (changes.length === 0) return null;
  const silencing = changes.filter(canSilence).length;
  return (
    <Section title="Changed golden cases" count={changes.length} note={silencing > 0 ? 'A case that is removed or changed no longer watches over what it did: look at these first.' : undefined}>
      <ul className={styles.rows}>
        {silencingFirst(changes).map((change) => (
          <li key={`${change.workflow} ${change.id}`} data-grave={canSilence(change) || undefined}>
            <Sign kind={change.kind} />
            <span>{canSilence(change) && <Icon name="alert" size={14} />} {titleOfWorkflow(change.workflow)}</span>
            <CaseLink workflow={change.workflow} id={change.id} isGone={change.kind === 'removed'} />
          </li>
        ))}
      </ul>
    </Section>
  );
}
