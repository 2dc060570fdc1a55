import { Link } from '@tanstack/react-router';
import type { WorkflowSummary } from '../../api/generated';
import { day } from '../../model/moment';
import { titleOf, type StepGroup } from '../../model/pathway';
import { plural } from '../../model/words';
import { RowList, Row, RowNote } from '../../ui/RowList';
import { Tag } from '../../ui/Tag';
import styles from './Library.module.css';
import { WorkflowTags } from './WorkflowTags';

interface Props {
  readonly groups: readonly StepGroup<WorkflowSummary>[];
  readonly found: readonly WorkflowSummary[];
}

/** Workflows under their clinical steps. */
export function WorkflowList({ groups, found }: Props) {
  const shown = groups.map(({ title, steps }) => ({ title, steps: steps.filter(({ workflow }) => found.includes(workflow)) })).filter(({ steps }) => steps.length > 0);
  return shown.map(({ title, steps }, i) => (
    <section key={i} className={styles.group} aria-label={title}>
      <h2>{title}</h2>
      <RowList>{steps.map(({ workflow, step }) => <WorkflowRow key={workflow.name} workflow={workflow} step={step} />)}</RowList>
    </section>
  ));
}

function WorkflowRow({ workflow, step }: { workflow: WorkflowSummary; step: number | null }) {
  const { name, description, tags, rules, cases, reviewDue } = workflow;
  const facts = [
    rules > 0 && plural(rules, 'rule'),
    cases > 0 ? plural(cases, 'golden case') : 'no golden cases',
    reviewDue ? `review due ${day(reviewDue)}` : 'no review date stated',
  ].filter(Boolean).join(' · ');
  return (
    <Row
      title={(
        <>
          <span className={styles.titled}>
            {step !== null && <span className={styles.step}><span className="visually-hidden">Step </span>{step}</span>}
            <Link to="/workflows/$name" params={{ name }} data-row-link className={styles.name}>{titleOf(workflow)}</Link>
          </span>
          <WorkflowTags workflow={workflow} />
        </>
      )}
    >
      {description && <RowNote>{description}</RowNote>}
      <div className={styles.meta}>
        {tags.map((tag) => <Tag key={tag} tone="plain">{tag}</Tag>)}
        <span className={styles.size}>{facts}</span>
      </div>
    </Row>
  );
}
