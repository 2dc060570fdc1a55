import { Button, Skeleton, Switch, TextInput } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import type { DiagnosticAnswer } from '../../../api/generated';
import { removeAt, setAt } from '../../../model/documents/editJson';
import { evidenceDocument, readEvidence, sourceOrder, type EvidenceView, type SourceView } from '../../../model/documents/evidenceDocument';
import { Raw, type JsonValue } from '../../../model/documents/json';
import { plural } from '../../../model/words';
import { Disclosure } from '../../../ui/Disclosure';
import { EmptyState } from '../../../ui/EmptyState';
import { Icon } from '../../../ui/Icon';
import { Tag } from '../../../ui/Tag';
import { usePageTitle } from '../../../ui/usePageTitle';
import { RequestError } from '../../shell/RequestError';
import { useDraftDocument } from '../../workspace/useDraftDocument';
import { useCheck } from '../../workspace/useLanguage';
import { useWorkspace } from '../../workspace/WorkspaceContext';
import styles from '../Authoring.module.css';
import { TextField } from '../fields/TextField';
import { FindingList } from '../FindingList';
import { UnreadableDocument } from '../text/UnreadableDocument';
import own from '../facts/Facts.module.css';
import { NewSource } from './NewSource';

/** The sources that rules and table rows cite. */
export function EvidencePage() {
  usePageTitle('Evidence · BoneMets.Rules');
  const { snapshot } = useWorkspace();
  const { document, error, retry } = useDraftDocument(evidenceDocument);
  const text = document?.text ?? null;
  const view = useMemo(() => (text === null ? null : readEvidence(text)), [text]);
  if (error) return <RequestError error={error} retry={retry} />;
  if (!snapshot.names.includes(evidenceDocument)) return <EmptyState page icon="book" title="No sources here"><p>This library has no list of sources.</p></EmptyState>;
  if (!view) return <Skeleton height={420} />;
  return view.document.sound ? <Sources view={view} /> : <UnreadableDocument name={evidenceDocument} title="Evidence" />;
}

function Sources({ view }: { view: EvidenceView }) {
  const { key, readOnly } = useWorkspace();
  const [search, setSearch] = useState('');
  const wanted = search.toLowerCase();
  const findings = (useCheck().data?.diagnostics ?? []).filter(({ document }) => document === evidenceDocument);
  const shown = view.sources.filter(({ id, title, authors, publisher, note }) => [id, title, authors, publisher, note].some((text) => text?.toLowerCase().includes(wanted)));
  return (
    <div className={`${styles.part} ${styles.readable}`}>
      <div className={styles.partHead}>
        <div>
          <h1>Evidence</h1>
          <p className={styles.hint}>Rules and table rows cite these sources. What a source does not state is left out; nothing is invented.</p>
        </div>
        <Button size="xs" variant="default" component={Link} to={`/changes/${key}/documents/${evidenceDocument}`}>As text</Button>
      </div>
      <TextInput type="search" aria-label="Search sources" placeholder="Search sources" leftSection={<Icon name="search" />} value={search} onChange={(event) => { setSearch(event.currentTarget.value); }} rightSectionWidth={100} rightSection={<small role="status" className={styles.hint}>{plural(shown.length, 'source')}</small>} />
      {readOnly === null && <NewSource view={view} />}
      <div className={styles.card}><ul>{shown.map((source) => <Source key={source.pointer} source={source} findings={findings.filter(({ pointer }) => pointer === source.pointer || pointer.startsWith(`${source.pointer}/`))} />)}</ul></div>
    </div>
  );
}

function Source({ source, findings }: { source: SourceView; findings: readonly DiagnosticAnswer[] }) {
  return (
    <li className={own.fact}>
      <Disclosure summary={(
        <span className={own.summary}>
          <strong>{source.title ?? source.id}</strong>
          <span>{[source.year, source.publisher].filter(Boolean).join(', ')}</span>
          <Tag tone={source.verified ? 'good' : 'warn'} icon={source.verified ? 'check' : 'question'}>{source.verified ? 'Verified' : 'Not verified'}</Tag>
          {findings.some(({ severity }) => severity === 'error') && <span className={own.wrong}><Icon name="alert" size={14} /> has errors</span>}
        </span>
      )}
      >
        {() => <SourceFields source={source} />}
      </Disclosure>
      {source.note && <p className={styles.hint}>{source.note}</p>}
      <FindingList findings={findings} />
    </li>
  );
}

function SourceFields({ source }: { source: SourceView }) {
  const { readOnly } = useWorkspace();
  const { edit } = useDraftDocument(evidenceDocument);
  const set = (member: string, value: JsonValue | undefined) => {
    edit(`${member.toLowerCase()} of ${source.id}`, (text) => setAt(text, [...source.path, member], value, sourceOrder), `${source.pointer}/${member}`);
  };
  const field = (member: string, label: string, value: string | null, more: { readonly help?: string; readonly lines?: boolean; readonly type?: 'text' | 'date' } = {}) => (
    <TextField label={label} value={value} readOnly={readOnly} {...more} onChange={(text) => { set(member, text === '' ? undefined : member === 'Year' && /^\d{1,4}$/.test(text) ? new Raw(text) : text); }} />
  );
  return (
    <div className={own.fields}>
      <div className={styles.two}>
        {field('Title', 'Title', source.title)}
        {field('Authors', 'Authors', source.authors)}
        {field('Publisher', 'Journal or publisher', source.publisher)}
        {field('Year', 'Year', source.year)}
        {field('Doi', 'DOI', source.doi, { help: 'Only if the source has one; begins with 10.' })}
        {field('Url', 'Address', source.url)}
        {field('ReviewDue', 'Review due', source.reviewDue, { type: 'date' })}
      </div>
      {field('Note', 'Note', source.note, { lines: true, help: 'How it was verified, and what was not.' })}
      {readOnly === null && <Switch label="Somebody compared the content with this source" checked={source.verified} onChange={(event) => { set('Verified', event.currentTarget.checked); }} />}
      <p className={styles.hint}>Rules cite it as <code>{source.id}</code>.</p>
      {readOnly === null && <div><Button size="xs" variant="default" leftSection={<Icon name="trash" size={16} />} onClick={() => { edit(`source ${source.id} removed`, (text) => removeAt(text, source.path)); }}>Remove this source</Button></div>}
    </div>
  );
}
