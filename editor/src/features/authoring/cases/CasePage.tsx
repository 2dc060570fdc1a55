import { Button, Skeleton } from '@mantine/core';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { acceptExpectations } from '../../../model/cases/accept';
import type { ListedCase } from '../../../model/cases/caseList';
import { duplicateCase, removeCases } from '../../../model/cases/goldenCase';
import { countEntries } from '../../../model/facts/draft';
import type { CasesView } from '../../../model/documents/casesDocument';
import { sentence } from '../../../model/words';
import { Banner } from '../../../ui/Banner';
import { CodeText } from '../../../ui/CodeText';
import { Disclosure } from '../../../ui/Disclosure';
import { Icon } from '../../../ui/Icon';
import { Tag } from '../../../ui/Tag';
import { DecisionColumn } from '../../tryit/DecisionColumn';
import { FactColumn } from '../../tryit/FactColumn';
import { TryItProvider } from '../../tryit/TryItProvider';
import { useTryIt } from '../../tryit/useTryIt';
import { useDraftWorkflow } from '../../workspace/useDraftWorkflow';
import { useWorkspace } from '../../workspace/WorkspaceContext';
import { ErrorLink } from '../tryit/ErrorLink';
import { useWorkflowEditing } from '../WorkflowEditing';
import { AcceptDialog } from './AcceptDialog';
import { CaseFields } from './CaseFields';
import styles from './Cases.module.css';
import { Expectations } from './Expectations';
import { outcomeLooks } from './looks';
import { useCaseFacts } from './useCaseFacts';
import type { WorkflowCases } from './useCases';

interface Props {
  readonly one: ListedCase;
  readonly cases: CasesView;
  /** Of the next case that failed; null: none did. */
  readonly nextFailed: string | null;
  /** Whether what became of it is about exactly what is on the screen. */
  readonly isCurrent: boolean;
  readonly edit: WorkflowCases['edit'];
}

/** One golden case: its facts, what it expects, and what came out. */
export function CasePage({ one: { golden, outcome, result }, cases, nextFailed, isCurrent, edit }: Props) {
  const { key } = useWorkspace();
  const { view, folder, readOnly } = useWorkflowEditing();
  const { workflow, form, isReady, source } = useDraftWorkflow(view, folder);
  const { text } = cases.document;
  const { facts, beyond } = useCaseFacts(text, golden, form, edit, readOnly !== null);
  const tryIt = useTryIt({ workflow, form, facts, source, enabled: isReady });
  const [accepting, setAccepting] = useState(false);
  const navigate = useNavigate();
  const open = (id: string | null) => void (id === null
    ? navigate({ to: '/changes/$change/workflows/$folder/cases', params: { change: key, folder } })
    : navigate({ to: '/changes/$change/workflows/$folder/cases/$case', params: { change: key, folder, case: id } }));
  const locked = readOnly !== null;
  const look = outcomeLooks[outcome];
  const [broken] = tryIt.live.problem?.kind === 'draft-broken' ? tryIt.live.problem.errors : [];

  const copy = () => {
    edit(`copy of ${golden.id}`, (before) => duplicateCase(before, golden).text);
    open(duplicateCase(text, golden).id);
  };
  const remove = () => {
    edit(`remove case ${golden.id}`, (before) => removeCases(before, new Set([golden.id])));
    open(null);
  };
  return (
    <TryItProvider tryIt={tryIt}>
      <section className={styles.page} aria-labelledby="case-title">
        <div className={styles.head}>
          <div className={styles.title}>
            <Link to="/changes/$change/workflows/$folder/cases" params={{ change: key, folder }}>Golden cases</Link>
            <h2 id="case-title">{golden.title ?? golden.id}</h2>
          </div>
          {isCurrent || outcome === 'notRun' ? <Tag tone={look.tone} icon={look.icon}>{look.words}</Tag> : <Tag icon="hourglass">Replaying …</Tag>}
          {nextFailed !== null && nextFailed !== golden.id && <Button size="xs" variant="default" onClick={() => { open(nextFailed); }}>Next failed</Button>}
          {!locked && <Button size="xs" variant="default" leftSection={<Icon name="copy" size={14} />} onClick={copy}>Duplicate</Button>}
          {!locked && <Button size="xs" variant="default" leftSection={<Icon name="trash" size={14} />} onClick={remove}>Remove</Button>}
        </div>
        {result && result.status === null && !result.passed && (
          <Banner tone="bad" icon="alert" title="The facts do not fit">
            {result.differences.map(({ subject, actual }) => <p key={subject}><code>{subject}</code>: <CodeText>{sentence(actual)}</CodeText></p>)}
          </Banner>
        )}
        <CaseFields golden={golden} cases={cases} edit={edit} readOnly={locked} onRename={open} />
        <div className={styles.sides}>
          <div>
            {isReady ? <FactColumn><Beyond beyond={beyond} /></FactColumn> : <Skeleton height={320} />}
          </div>
          <section className={styles.result} aria-labelledby="expect-title">
            <div className={styles.head}>
              <h2 id="expect-title">What it expects</h2>
              {!locked && isCurrent && result?.expect && <Button size="xs" onClick={() => { setAccepting(true); }}>Accept the new result</Button>}
            </div>
            <Expectations text={text} golden={golden} result={isCurrent ? result : null} edit={edit} readOnly={locked} />
            {outcome === 'passed' && countEntries(facts.draft) > 0 && <p className={styles.hint}>Everything that this case states came out.</p>}
            <Disclosure key={golden.pointer} summary="The whole decision">
              {() => <div className={styles.decision}><DecisionColumn mend={broken && <ErrorLink error={broken} />} /></div>}
            </Disclosure>
          </section>
        </div>
      </section>
      {accepting && result?.expect && (
        <AcceptDialog ids={[golden.id]} onClose={() => { setAccepting(false); }} onAccept={(reason) => {
          const { expect } = result;
          if (expect) edit(`new result of ${golden.id}`, (before) => acceptExpectations(before, new Map([[golden.id, expect]]), reason));
        }} />
      )}
    </TryItProvider>
  );
}

/** Facts that the form has no field for stay in the document; they are shown so that nobody overlooks them. */
function Beyond({ beyond }: { beyond: ReturnType<typeof useCaseFacts>['beyond'] }) {
  if (beyond.length === 0) return null;
  return (
    <Banner tone="warn" icon="alert" title="The case also states what this form cannot show">
      {beyond.map(({ path, text }) => <p key={path}><code>{path}</code>: <code>{text}</code></p>)}
      <p>It stays as it is; it can be changed in the case as text.</p>
    </Banner>
  );
}
