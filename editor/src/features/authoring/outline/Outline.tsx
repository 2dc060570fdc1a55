import { TextInput } from '@mantine/core';
import { memo, useMemo, useState, type ReactNode } from 'react';
import { withNested, type WorkflowView } from '../../../model/documents/workflowDocument';
import { gapCounts } from '../../../model/verification/coverage';
import { humanize } from '../../../model/words';
import { Icon } from '../../../ui/Icon';
import { useReplay } from '../cases/useReplay';
import { CoverageSwitch } from '../../verification/CoverageSwitch';
import { useCoverageHere } from '../../verification/useCoverageHere';
import { useWorkspace } from '../../workspace/WorkspaceContext';
import { useWorkflowEditing } from '../WorkflowEditing';
import { AddPart } from './AddPart';
import { marksOf } from './marks';
import styles from './Outline.module.css';
import { OutlineItem } from './OutlineItem';
import { usePartCommands } from './usePartCommands';

/** The parts of the workflow, with a mark where something is wrong. */
export const Outline = memo(() => {
  const { view, folder, diagnostics, documentName } = useWorkflowEditing();
  const { key } = useWorkspace();
  const [search, setSearch] = useState('');
  const [open, setOpen] = useState(false);
  const marks = useMemo(() => marksOf(diagnostics.filter(({ document }) => document === documentName)), [diagnostics, documentName]);
  const coverage = useCoverageHere()?.data;
  const gaps = useMemo(() => (coverage ? gapCounts(coverage.elements) : () => 0), [coverage]);
  usePartCommands(view, folder);
  const here = { change: key, folder };
  const found = (...texts: (string | null)[]) => search === '' || texts.some((text) => text?.toLowerCase().includes(search.toLowerCase()));
  return (
    <nav className={styles.outline} aria-label="Parts of the workflow" data-open={open || undefined}>
      <h1 className={styles.title}>{view.title ?? humanize(view.name || folder)}</h1>
      <button type="button" className={styles.toggle} aria-expanded={open} aria-controls="outline-parts" onClick={() => { setOpen(!open); }}>
        <Icon name="chevron" size={16} /> All parts
      </button>
      {/* Following a link closes the list where it covers the page. */}
      <div id="outline-parts" className={styles.parts} onClick={(event) => { if (event.target instanceof Element && event.target.closest('a')) setOpen(false); }}>
        <TextInput type="search" size="xs" aria-label="Search parts" placeholder="Search parts" leftSection={<Icon name="search" size={14} />} value={search} onChange={(event) => { setSearch(event.currentTarget.value); }} />
        <ul>
          <OutlineItem {...here} part="about" mark={marks('/Metadata')}>About</OutlineItem>
          {found('parameters', ...view.params.map(({ name }) => name)) && <OutlineItem {...here} part="parameters" mark={marks('/GlobalParams')} gaps={gaps('/GlobalParams')} count={view.params.length}>Parameters</OutlineItem>}
        </ul>
        <Group title="Scores" kind="score">
          {view.scores.filter(({ name, title }) => found(name, title)).map(({ name, title, pointer }) => (
            <OutlineItem key={pointer} {...here} part="score" name={name} mark={marks(pointer)} gaps={gaps(pointer)}>{words(title, name)}</OutlineItem>
          ))}
        </Group>
        <Group title="Tables" kind="table">
          {view.tables.filter(({ name }) => found(name)).map(({ name, pointer }) => (
            <OutlineItem key={pointer} {...here} part="table" name={name} mark={marks(pointer)} gaps={gaps(pointer)}>{words(null, name)}</OutlineItem>
          ))}
        </Group>
        <Group title="Rules" kind="rule">
          {rulesOf(view).filter(({ rule: { name, title } }) => found(name, title)).map(({ rule, depth }) => (
            <OutlineItem key={rule.pointer} {...here} part="rule" name={rule.name} mark={marks(rule.pointer)} gaps={gaps(rule.pointer)} depth={depth} off={!rule.enabled}>{words(rule.title, rule.name)}</OutlineItem>
          ))}
        </Group>
        <ul>
          <CasesItem here={here} />
          <OutlineItem {...here} part="text" mark={null}>As text</OutlineItem>
        </ul>
        <div className={styles.foot}><CoverageSwitch label="What no case shows" /></div>
      </div>
    </nav>
  );
});
Outline.displayName = 'Outline';

/** The golden cases, with how many of them fail. */
function CasesItem({ here }: { here: { readonly change: string; readonly folder: string } }) {
  const { casesName, diagnostics, view } = useWorkflowEditing();
  const failed = useReplay().data?.workflows.find(({ workflow }) => workflow === view.name)?.failed ?? 0;
  const mark = marksOf(diagnostics.filter(({ document }) => document === casesName))('/Cases');
  return <OutlineItem {...here} part="cases" mark={mark} failed={failed}>Cases</OutlineItem>;
}

/** A part that has no name yet still has a line to click on. */
const words = (title: string | null, name: string) => title || humanize(name) || 'Without a name';

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
