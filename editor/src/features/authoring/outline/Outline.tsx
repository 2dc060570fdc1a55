import { TextInput } from '@mantine/core';
import { Link, type LinkProps } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { withNested, type WorkflowView } from '../../../model/documents/workflowDocument';
import { humanize } from '../../../model/words';
import { Icon } from '../../../ui/Icon';
import { useReplay } from '../cases/useReplay';
import { useWorkspace } from '../../workspace/WorkspaceContext';
import { findingsAt, useWorkflowEditing } from '../WorkflowEditing';
import { AddPart } from './AddPart';
import styles from './Outline.module.css';

/** The parts of the workflow, with a mark where something is wrong. */
export function Outline() {
  const { view, folder } = useWorkflowEditing();
  const { key } = useWorkspace();
  const [search, setSearch] = useState('');
  const here = { change: key, folder };
  const found = (...texts: (string | null)[]) => search === '' || texts.some((text) => text?.toLowerCase().includes(search.toLowerCase()));
  return (
    <nav className={styles.outline} aria-label="Parts of the workflow">
      <h1 className={styles.title}>{view.title ?? humanize(view.name || folder)}</h1>
      <TextInput type="search" size="xs" aria-label="Search parts" placeholder="Search parts" leftSection={<Icon name="search" size={14} />} value={search} onChange={(event) => { setSearch(event.currentTarget.value); }} />
      <ul>
        <Item to="/changes/$change/workflows/$folder" params={here} pointer="/Metadata" exact>About</Item>
        {(view.params.length > 0 || search === '') && found('parameters', ...view.params.map(({ name }) => name)) && (
          <Item to="/changes/$change/workflows/$folder/parameters" params={here} pointer="/GlobalParams" count={view.params.length}>Parameters</Item>
        )}
      </ul>
      <Group title="Scores" kind="score">
        {view.scores.filter(({ name, title }) => found(name, title)).map(({ name, title, pointer }) => (
          <Item key={pointer} to="/changes/$change/workflows/$folder/scores/$score" params={{ ...here, score: name }} pointer={pointer}>{title ?? humanize(name)}</Item>
        ))}
      </Group>
      <Group title="Tables" kind="table">
        {view.tables.filter(({ name }) => found(name)).map(({ name, pointer }) => (
          <Item key={pointer} to="/changes/$change/workflows/$folder/tables/$table" params={{ ...here, table: name }} pointer={pointer}>{humanize(name)}</Item>
        ))}
      </Group>
      <Group title="Rules" kind="rule">
        {rulesOf(view).filter(({ rule: { name, title } }) => found(name, title)).map(({ rule, depth }) => (
          <Item key={rule.pointer} to="/changes/$change/workflows/$folder/rules/$rule" params={{ ...here, rule: rule.name }} pointer={rule.pointer} depth={depth} off={!rule.enabled}>
            {rule.title ?? humanize(rule.name)}
          </Item>
        ))}
      </Group>
      <ul>
        <CasesItem workflow={view.name} here={here} />
        <Item to="/changes/$change/workflows/$folder/text" params={here} pointer="">As text</Item>
      </ul>
    </nav>
  );
}

/** The golden cases, with how many of them fail. */
function CasesItem({ workflow, here }: { workflow: string; here: { change: string; folder: string } }) {
  const { casesName } = useWorkflowEditing();
  const failed = useReplay().data?.workflows.find((one) => one.workflow === workflow)?.failed ?? 0;
  return (
    <Item to="/changes/$change/workflows/$folder/cases" params={here} document={casesName} pointer="/Cases" failed={failed}>Cases</Item>
  );
}

const rulesOf = (view: WorkflowView) => view.rules.flatMap((top) => withNested(top).map((rule) => ({ rule, depth: (rule.path.length - top.path.length) / 2 })));

function Group({ title, kind, children }: { title: string; kind: 'score' | 'table' | 'rule'; children: readonly ReactNode[] }) {
  const { readOnly } = useWorkflowEditing();
  if (children.length === 0 && readOnly !== null) return null;
  return (
    <section aria-label={title}>
      <div className={styles.group}>
        <h2>{title}</h2>
        <span>{children.length}</span>
        {readOnly === null && <AddPart kind={kind} />}
      </div>
      <ul>{children}</ul>
    </section>
  );
}

interface ItemProps extends Pick<LinkProps, 'to' | 'params'> {
  readonly pointer: string;
  readonly count?: number;
  readonly depth?: number;
  readonly off?: boolean;
  readonly exact?: boolean;
  /** Other than `workflow.json`. */
  readonly document?: string;
  readonly failed?: number;
  readonly children: ReactNode;
}

function Item({ to, params, pointer, count, depth = 0, off, exact, document, failed = 0, children }: ItemProps) {
  const editing = useWorkflowEditing();
  const findings = findingsAt(document === undefined ? editing : { ...editing, documentName: document }, pointer);
  const error = pointer !== '' && findings.some(({ severity }) => severity === 'error');
  const warning = pointer !== '' && !error && findings.some(({ severity }) => severity === 'warning');
  return (
    <li>
      <Link to={to} params={params} className={styles.item} style={{ paddingInlineStart: `${0.625 + depth * 0.875}rem` }} activeOptions={{ exact: exact ?? false }} activeProps={{ 'aria-current': 'page' }}>
        <span>{children}</span>
        {off && <small>off</small>}
        {count !== undefined && <small>{count}</small>}
        {failed > 0 && <span className={styles.mark} data-tone="bad"><Icon name="cross" size={14} />{failed}<span className="visually-hidden"> failed</span></span>}
        {error && <span className={styles.mark} data-tone="bad"><Icon name="alert" size={14} /><span className="visually-hidden">has errors</span></span>}
        {warning && <span className={styles.mark} data-tone="warn"><Icon name="info" size={14} /><span className="visually-hidden">has warnings</span></span>}
      </Link>
    </li>
  );
}
