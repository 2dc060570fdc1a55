import { Link } from '@tanstack/react-router';
import type { ChangeAnswer } from '../../api/generated';
import { authorsWords } from '../../model/changes/nextStep';
import { moment } from '../../model/moment';
import { usePageTitle } from '../../ui/usePageTitle';
import { ExaminationView } from '../review/ExaminationView';
import { ReviewHistory } from '../review/ReviewHistory';
import { useWorkspace } from '../workspace/WorkspaceContext';
import styles from './Change.module.css';
import { DocumentsSection } from './DocumentsSection';
import { LifeCycle } from './LifeCycle';
import { NextStepCard } from './NextStepCard';
import { useFound } from './useFound';
import { useSituation } from './useSituation';

/** A change: what it is for, where it stands, what comes next, and its documents. Of what is live, the documents. */
export function ChangePage() {
  const { change, release } = useWorkspace();
  usePageTitle(`${change ? `${change.title} · change ${change.id}` : `Release ${release}, live`} · BoneMets.Rules`);
  if (change) return <OneChange change={change} />;
  return (
    <div className={styles.page}>
      <header className={styles.header}>
        <h1>What is live</h1>
        <p>The documents of release {release}, as they decide now. To edit one of them, take it into a change.</p>
        <p><FindingsLink /></p>
      </header>
      <DocumentsSection />
    </div>
  );
}

function OneChange({ change }: { change: ChangeAnswer }) {
  const look = useFound(change);
  const situation = useSituation(change, look.found);
  const { id, title, description, base, createdAt, updatedAt, state } = change;
  return (
    <div className={styles.page}>
      <header className={styles.header}>
        <h1>{title}</h1>
        {description && <p className={styles.description}>{description}</p>}
        <p className={styles.meta}>
          <span>Change {id}, on release {base}</span>
          <span>by {authorsWords(situation)}</span>
          <span>begun on <time dateTime={createdAt}>{moment(createdAt)}</time></span>
          <span>last worked on <time dateTime={updatedAt}>{moment(updatedAt)}</time></span>
        </p>
      </header>
      <LifeCycle state={state} />
      <NextStepCard change={change} situation={situation} looking={look.isLooking && !look.found} />
      <ReviewHistory change={change} />
      <DocumentsSection />
      <ExaminationView change={change} look={look} />
      <p><FindingsLink /></p>
    </div>
  );
}

function FindingsLink() {
  const { key } = useWorkspace();
  return <Link to="/changes/$change/verification" params={{ change: key }}>What is found about all patients</Link>;
}
