import { Button, Skeleton } from '@mantine/core';
import { useParams } from '@tanstack/react-router';
import { useMemo } from 'react';
import { ProblemResponse } from '../../api/problem';
import { readCases } from '../../model/documents/casesDocument';
import { evidenceDocument, readEvidence } from '../../model/documents/evidenceDocument';
import { readWorkflow, type WorkflowView } from '../../model/documents/workflowDocument';
import { citedSources, statementsOf } from '../../model/guideline/guideline';
import { stateTitle } from '../../model/changes/changeState';
import { slotWords } from '../../model/readableText';
import { humanize, plural } from '../../model/words';
import { EmptyState } from '../../ui/EmptyState';
import { Icon } from '../../ui/Icon';
import { usePageTitle } from '../../ui/usePageTitle';
import { UnreadableDocument } from '../authoring/text/UnreadableDocument';
import { useOutlineOf } from '../authoring/useOutline';
import { useRelease } from '../releases/useRelease';
import { RequestError } from '../shell/RequestError';
import { useDraftDocument } from '../workspace/useDraftDocument';
import { useWorkspace } from '../workspace/WorkspaceContext';
import styles from './Guideline.module.css';
import { GuidelineRules } from './GuidelineRules';
import { GuidelineSources } from './GuidelineSources';
import { GuidelineParameters, GuidelineScores, GuidelineTables } from './GuidelineValues';

/** A workflow as a document that can be read and printed without the editor. */
export function GuidelinePage() {
  const { folder } = useParams({ from: '/changes/$change/workflows/$folder/print' });
  const { snapshot } = useWorkspace();
  const name = `${folder}/workflow.json`;
  const { document, error, retry } = useDraftDocument(name);
  const text = document?.text ?? null;
  const view = useMemo(() => (text === null ? null : readWorkflow(text)), [text]);
  usePageTitle(`${view?.title ?? humanize(folder)} · guideline · BoneMets.Rules`);
  if (error) return <RequestError error={error} retry={retry} />;
  if (!snapshot.names.includes(name)) return <EmptyState page icon="question" title={`There is no workflow “${humanize(folder)}” here`}><p>It may have been removed in this change, or the address is mistyped.</p></EmptyState>;
  if (!view) return <Skeleton height={420} />;
  return view.document.sound ? <Guideline folder={folder} view={view} /> : <UnreadableDocument name={name} title={humanize(folder)} />;
}

function Guideline({ folder, view }: { folder: string; view: WorkflowView }) {
  const cases = useDraftDocument(`${folder}/cases.json`).document?.text;
  const evidence = useDraftDocument(evidenceDocument).document?.text;
  const outline = useOutlineOf(view.name);
  const isUnknown = outline.error instanceof ProblemResponse && outline.error.problem.kind === 'sign-in-needed';
  const sources = citedSources(view);
  const known = useMemo(() => (evidence ? readEvidence(evidence).sources : []), [evidence]);
  return (
    <article className={styles.guideline}>
      <div className={styles.tools}><Button variant="default" loading={!outline.isCurrent && !outline.error} leftSection={<Icon name="print" size={16} />} onClick={() => { window.print(); }}>Print</Button></div>
      <header className={styles.head}>
        <h1>{view.title ?? humanize(view.name)}</h1>
        {view.description && <p>{view.description}</p>}
        <Origin name={view.name} cases={cases === undefined || cases === null ? null : readCases(cases).cases.length} />
      </header>
      <section aria-labelledby="about">
        <h2 id="about">About this guideline</h2>
        <dl className={styles.statements}>{statementsOf(view).map(({ label, text }) => <div key={label}><dt>{label}</dt><dd>{text}</dd></div>)}</dl>
      </section>
      <section aria-labelledby="inputs">
        <h2 id="inputs">What it looks at</h2>
        <ul className={styles.bullets}>{view.inputs.map(({ name, schema }) => <li key={name}>{humanize(name)}{name === schema ? '' : `, as ${humanize(schema).toLowerCase()}`}</li>)}</ul>
        {outline.data && outline.data.facts.length > 0 && <p className={styles.soft}>It reads {plural(outline.data.facts.length, 'fact')}: {outline.data.facts.map((fact) => slotWords(fact)).join(', ')}.</p>}
        {view.uses.length > 0 && <p className={styles.soft}>It builds on {view.uses.map(({ workflow }) => outline.data?.uses.find((use) => use.workflow === workflow)?.title ?? humanize(workflow)).join('; ')}.</p>}
      </section>
      {outline.error && <p role="alert" className={styles.soft}>Conditions are shown as they are written: {isUnknown ? 'sign in to read them as sentences' : 'the server cannot put them into sentences now'}.</p>}
      <GuidelineRules view={view} outline={outline.data} sources={sources} />
      <GuidelineScores view={view} outline={outline.data} />
      <GuidelineTables view={view} outline={outline.data} sources={sources} />
      <GuidelineParameters view={view} outline={outline.data} />
      <GuidelineSources ids={sources} known={known} />
    </article>
  );
}

/** Which content this is, so that a sheet of paper can be told from the next one. */
function Origin({ name, cases }: { name: string; cases: number | null }) {
  const { change, release } = useWorkspace();
  const live = useRelease();
  return (
    <p className={styles.origin}>
      {change ? `${stateTitle(change.state)} (change ${change.id}, on release ${change.base}): not live as it stands here.` : `Release ${release}${live ? `, ${humanize(live.status).toLowerCase()}` : ''}.`}
      {' '}{name}{cases === null ? '' : `, ${plural(cases, 'golden case')}`}
      {change && <>, content <code>{change.contentHash}</code></>}. It proposes, it does not decide.
    </p>
  );
}
