import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { publishChange, submitChange } from '../../api/changes';
import type { ChangeAnswer } from '../../api/generated';
import { libraryQuery } from '../../api/queries';
import { baseMoved, nextStep, obstaclesTo, tookPart, type Situation } from '../../model/changes/nextStep';
import { isOpen } from '../../model/changes/changeState';
import { Icon } from '../../ui/Icon';
import { FormProblem } from '../access/FormProblem';
import styles from './Change.module.css';
import { RebaseButton } from './RebaseButton';
import { useChangeAction } from './useChangeAction';
import { WithdrawButton } from './WithdrawButton';

interface Props {
  readonly change: ChangeAnswer;
  readonly situation: Situation;
  readonly looking: boolean;
  /** What it changes stands on this page already. */
  readonly besideDifferences?: boolean;
}

/** What comes next, who does it, and why it cannot be done now. */
export function NextStepCard({ change, situation, looking, besideDifferences }: Props) {
  const { title, text, action, obstacles, warnings } = nextStep(situation);
  const submit = useChangeAction(change.id, () => submitChange(change.id));
  const publish = useChangeAction(change.id, () => publishChange(change.id));
  const may = obstacles.length === 0;
  const reviews = change.state === 'inReview' && !tookPart(situation) && obstaclesTo('sendBack', situation).length === 0;
  const canRebase = obstaclesTo('rebase', situation).length === 0 && isOpen(change.state);
  return (
    <section className={styles.next} aria-labelledby="next-step">
      <h2 id="next-step">{title}</h2>
      <p>{text}</p>
      {change.state === 'published' && change.publishedAs !== null && <Published change={change} release={change.publishedAs} />}
      {obstacles.length > 0 && <Reasons icon="stop" title={action === 'approve' ? 'You cannot approve it:' : 'You cannot do it now:'} reasons={obstacles} />}
      {warnings.length > 0 && <Reasons icon="alert" title="Will be in the way later:" reasons={warnings} />}
      <FormProblem error={submit.error ?? publish.error} titles={{ 'base-moved': 'Another release was published meanwhile' }} />
      <div className={styles.actions}>
        {action === 'submit' && may && <Button loading={submit.isPending} onClick={() => { submit.mutate(); }}>Submit for review</Button>}
        {!besideDifferences && change.documents.length > 0 && (
          <Button renderRoot={(props) => <Link {...props} to="/changes/$change/review" params={{ change: String(change.id) }} />} variant={reviews ? 'filled' : 'default'}>
            {reviews ? 'Review it' : 'See what it changes'}
          </Button>
        )}
        {action === 'publish' && may && <Button loading={publish.isPending} onClick={() => { publish.mutate(); }}>Publish</Button>}
        {canRebase && baseMoved(situation) && <RebaseButton change={change} newest={situation.newest ?? change.base} primary={action === 'rebase'} />}
        {isOpen(change.state) && obstaclesTo('withdraw', situation).length === 0 && <WithdrawButton change={change} />}
      </div>
      {looking && isOpen(change.state) && <p className={styles.hint} role="status"><Icon name="clock" size={16} /> Looking at what speaks against it …</p>}
    </section>
  );
}

function Reasons({ icon, title, reasons }: { icon: 'stop' | 'alert'; title: string; reasons: readonly string[] }) {
  return (
    <div className={styles.reasons} data-kind={icon}>
      <p><Icon name={icon} size={16} /> <strong>{title}</strong></p>
      <ul>{reasons.map((reason) => <li key={reason}>{reason}</li>)}</ul>
    </div>
  );
}

/** Links to what it became: the release, and each workflow that it touched, to try it. */
function Published({ change, release }: { change: ChangeAnswer; release: number }) {
  const library = useQuery(libraryQuery).data;
  const folders = new Set(change.documents.map(({ name }) => name.split('/')[0]));
  const touched = library?.workflows.filter(({ folder }) => folder && folders.has(folder)) ?? [];
  return (
    <ul className={styles.links}>
      <li><Link to="/releases/$number" params={{ number: String(release) }}>Release {release}</Link></li>
      {touched.map(({ name, title }) => <li key={name}><Link to="/workflows/$name" params={{ name }}>Try “{title ?? name}”</Link></li>)}
    </ul>
  );
}
