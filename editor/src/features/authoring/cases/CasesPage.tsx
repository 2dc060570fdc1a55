import { Button, Checkbox, Skeleton, TextInput } from '@mantine/core';
import { useMemo, useState } from 'react';
import { acceptExpectations, type NewExpectation } from '../../../model/cases/accept';
import { filterCases, type ListedCase } from '../../../model/cases/caseList';
import { removeCases } from '../../../model/cases/goldenCase';
import { ruleTitles } from '../../../model/documents/workflowDocument';
import { plural } from '../../../model/words';
import { Banner } from '../../../ui/Banner';
import { EmptyState } from '../../../ui/EmptyState';
import { Icon } from '../../../ui/Icon';
import { Segmented } from '../../../ui/Segmented';
import { VirtualList } from '../../../ui/VirtualList';
import { RequestError } from '../../shell/RequestError';
import { CoverageSection } from '../../verification/CoverageSection';
import { SurvivorsSection } from '../../verification/SurvivorsSection';
import { useWorkspace } from '../../workspace/WorkspaceContext';
import { DocumentText } from '../text/DocumentText';
import { useWorkflowEditing } from '../WorkflowEditing';
import { AcceptDialog } from './AcceptDialog';
import { CaseRow } from './CaseRow';
import styles from './Cases.module.css';
import { NewCase } from './NewCase';
import { useCases } from './useCases';

/** A new case about something, or accepting what came out. */
type Dialog = { readonly kind: 'new'; readonly about: string } | { readonly kind: 'accept' } | null;

/** The golden cases of a workflow, replayed with every edit. */
export function CasesPage() {
  const { key } = useWorkspace();
  const { folder, casesName, readOnly, view } = useWorkflowEditing();
  const titles = useMemo(() => ruleTitles(view), [view]);
  const { cases, isAbsent, error, retry, listed, hasErrors, isCurrent, edit } = useCases();
  const [search, setSearch] = useState('');
  const [shown, setShown] = useState<'all' | 'failed'>('all');
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [dialog, setDialog] = useState<Dialog>(null);
  const found = useMemo(() => filterCases(listed, search, shown === 'failed'), [listed, search, shown]);
  const close = () => { setDialog(null); };
  const failed = listed.filter(({ outcome }) => outcome === 'failed').length;

  if (error) return <RequestError error={error} retry={retry} />;
  if (cases && !cases.document.sound) {
    return (
      <>
        <h2>Golden cases</h2>
        <Banner tone="warn" icon="alert" title={`${casesName} cannot be read`}><p>It is shown as text with the places where reading stops. As soon as it can be read again, its cases appear here. Nothing of it is lost.</p></Banner>
        <DocumentText name={casesName} />
      </>
    );
  }
  if (!cases && !isAbsent) return <Skeleton height={420} />;
  const start = (about: string) => { setDialog({ kind: 'new', about }); };
  const dialogs = dialog?.kind === 'new' && <NewCase cases={cases} edit={edit} about={dialog.about} onClose={close} />;
  const below = (
    <>
      <CoverageSection onStart={readOnly === null ? start : null} />
      <SurvivorsSection />
    </>
  );
  if (listed.length === 0) {
    const add = readOnly === null && <Button onClick={() => { start(''); }}>Add a case</Button>;
    return (
      <>
        <EmptyState icon="book" title="No golden case yet" actions={add}><p>A golden case says what must come out for a patient, and why. It is replayed with every edit, so that nothing changes unseen. You can also save what is entered under “Try it”.</p></EmptyState>
        {below}
        {dialogs}
      </>
    );
  }
  const picked = listed.filter(({ golden }) => chosen.has(golden.id));
  const accepted = expectationsOf(picked);
  const turn = (id: string) => {
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    setChosen(next);
  };
  const remove = () => {
    edit(`remove ${plural(picked.length, 'case')}`, (text) => removeCases(text, new Set(picked.map(({ golden }) => golden.id))));
    setChosen(new Set());
  };
  const allChosen = found.length > 0 && found.every(({ golden }) => chosen.has(golden.id));
  return (
    <section className={styles.page} aria-labelledby="cases-title">
      <div className={styles.head}>
        <h2 id="cases-title">Golden cases</h2>
        <span className={styles.hint} role="status">{hasErrors ? 'Not replayed: this workflow, or one that it uses, has errors.' : isCurrent ? `${listed.length - failed} of ${plural(listed.length, 'case')} passed` : 'Replaying …'}</span>
        {readOnly === null && <Button size="xs" leftSection={<Icon name="plus" size={15} />} onClick={() => { start(''); }}>New case</Button>}
      </div>
      <div className={styles.filters}>
        <TextInput type="search" aria-label="Search cases" placeholder="Id, title, reason, tag or rule" leftSection={<Icon name="search" size={16} />} value={search} onChange={(event) => { setSearch(event.currentTarget.value); }} />
        <Segmented label="Which cases" segments={[{ value: 'all', label: `All ${listed.length}` }, { value: 'failed', label: `Failed ${failed}` }]} value={shown} onChange={setShown} />
      </div>
      {readOnly === null && (
        <div className={styles.chosen}>
          <Checkbox size="xs" label={chosen.size > 0 ? `${picked.length} chosen` : 'Choose all below'} checked={allChosen} indeterminate={picked.length > 0 && !allChosen} onChange={() => { setChosen(new Set(allChosen ? [] : found.map(({ golden }) => golden.id))); }} />
          {accepted.size > 0 && <Button size="compact-sm" variant="default" onClick={() => { setDialog({ kind: 'accept' }); }}>{`Accept new results of ${accepted.size}`}</Button>}
          {picked.length > 0 && <Button size="compact-sm" variant="default" leftSection={<Icon name="trash" size={14} />} onClick={remove}>{`Remove ${picked.length}`}</Button>}
        </div>
      )}
      {found.length === 0
        ? <EmptyState icon={shown === 'failed' && search === '' ? 'check' : 'search'} title={shown === 'failed' && search === '' ? 'No case failed' : 'No case has these words'}><p>{shown === 'failed' && search === '' ? 'All that could be replayed gives what it shall give.' : 'Search looks at ids, titles, reasons, sources, tags and rules.'}</p></EmptyState>
        : (
          <VirtualList items={found} label="Golden cases" height={64} keyOf={keyOf} className={styles.list}>
            {(one) => <CaseRow listed={one} change={key} folder={folder} titles={titles} selection={readOnly === null ? { isChosen: chosen.has(one.golden.id), onTurn: () => { turn(one.golden.id); } } : null} />}
          </VirtualList>
        )}
      {below}
      {dialogs}
      {dialog?.kind === 'accept' && <AcceptDialog ids={[...accepted.keys()]} onClose={close} onAccept={(reason) => { edit(`new results of ${plural(accepted.size, 'case')}`, (text) => acceptExpectations(text, accepted, reason)); setChosen(new Set()); }} />}
    </section>
  );
}

const keyOf = ({ golden }: ListedCase) => golden.pointer;

const expectationsOf = (picked: readonly ListedCase[]): ReadonlyMap<string, NewExpectation> =>
  new Map(picked.flatMap(({ golden, result }) => (result?.expect ? [[golden.id, result.expect] as const] : [])));
