import { TextInput } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { documentTitle, groupDocuments, markWords, type DocumentMark, type ListedDocument, type WorkflowFolder } from '../../model/changes/documents';
import { evidenceDocument } from '../../model/documents/evidenceDocument';
import { Icon } from '../../ui/Icon';
import { Segmented } from '../../ui/Segmented';
import { useWorkspace } from '../workspace/WorkspaceContext';
import styles from './Change.module.css';
import { NewWorkflowButton } from './NewWorkflowButton';
import { useNames } from './useNames';
import { searchFor } from '../../model/search';

/** Everything that the library consists of here, with what differs from the release below it. */
export function DocumentsSection() {
  const { change, snapshot, readOnly } = useWorkspace();
  const [search, setSearch] = useState('');
  const [all, setAll] = useState(false);
  const { workflows, facts, others } = groupDocuments(snapshot.names, change?.documents ?? []);
  const { titleOf } = useNames();
  const differing = change !== null && change.documents.length > 0;
  const onlyDiffering = differing && !all && search === '';
  const found = searchFor(search);
  const isShown = (text: string, mark: DocumentMark | null) => (onlyDiffering ? mark !== null : found(text));
  const shownWorkflows = workflows.filter(({ folder, mark }) => isShown(`${titleOf(folder)} ${folder}`, mark));
  const shownOf = (documents: readonly ListedDocument[]) => documents.filter(({ name, mark }) => isShown(`${documentTitle(name)} ${name}`, mark));
  return (
    <section className={styles.documents} aria-labelledby="documents">
      <div className={styles.sectionHead}>
        <h2 id="documents">{change ? 'Documents of this change' : 'Documents'}</h2>
        {change && readOnly === null && <NewWorkflowButton />}
      </div>
      <div className={styles.find}>
        <TextInput type="search" size="sm" aria-label="Search documents" placeholder="Search: fracture, patient …" leftSection={<Icon name="search" size={16} />} value={search} onChange={(event) => { setSearch(event.currentTarget.value); }} />
        {differing && <Segmented label="Which documents" segments={[{ value: 'differing', label: 'What differs' }, { value: 'all', label: 'All' }]} value={all ? 'all' : 'differing'} onChange={(which) => { setAll(which === 'all'); }} />}
      </div>
      {shownWorkflows.length > 0 && <ul className={styles.workflows} aria-label="Workflows">{shownWorkflows.map((workflow) => <li key={workflow.folder}><Folder workflow={workflow} title={titleOf(workflow.folder)} /></li>)}</ul>}
      <Group title="Facts and sources" documents={[...shownOf(facts), ...shownOf(others).filter(({ name }) => name === evidenceDocument)]} />
      <Group title="Other documents" documents={shownOf(others).filter(({ name }) => name !== evidenceDocument)} />
      {shownWorkflows.length === 0 && shownOf(facts).length === 0 && shownOf(others).length === 0 && <p className={styles.hint}>Nothing is found for “{search}”.</p>}
    </section>
  );
}

function Folder({ workflow: { folder, documents, mark }, title }: { workflow: WorkflowFolder; title: string }) {
  const { key, snapshot } = useWorkspace();
  const isThere = snapshot.names.includes(`${folder}/workflow.json`);
  return (
    <div className={styles.folder}>
      <p className={styles.folderTitle}>
        {isThere ? <Link to="/changes/$change/workflows/$folder" params={{ change: key, folder }}>{title}</Link> : <strong>{title}</strong>}
        <Mark mark={mark} />
      </p>
      <ul className={styles.files}>
        {documents.map((document) => <li key={document.name}><DocumentLink document={document} folder={isThere ? folder : null} /></li>)}
        {isThere && <li><Link to="/changes/$change/workflows/$folder/print" params={{ change: key, folder }}>Print as a guideline</Link></li>}
      </ul>
    </div>
  );
}

function Group({ title, documents }: { title: string; documents: readonly ListedDocument[] }) {
  if (documents.length === 0) return null;
  return (
    <div className={styles.group}>
      <h3>{title}</h3>
      <ul className={styles.files}>{documents.map((document) => <li key={document.name}><DocumentLink document={document} folder={null} /></li>)}</ul>
    </div>
  );
}

/** To the page on which a document is edited: forms where there are any, else its text. `folder`: of the workflow that it belongs to. */
function DocumentLink({ document: { name, mark }, folder }: { document: ListedDocument; folder: string | null }) {
  const { key } = useWorkspace();
  const title = documentTitle(name);
  const schema = /^facts\/(.+)\.schema\.json$/.exec(name)?.[1];
  const change = { change: key };
  return (
    <>
      {mark === 'removed' ? <span>{title}</span>
        : folder !== null && name === `${folder}/workflow.json` ? <Link to="/changes/$change/workflows/$folder" params={{ ...change, folder }}>{title}</Link>
          : folder !== null && name === `${folder}/cases.json` ? <Link to="/changes/$change/workflows/$folder/cases" params={{ ...change, folder }}>{title}</Link>
            : schema !== undefined ? <Link to="/changes/$change/facts/$schema" params={{ ...change, schema }}>{title}</Link>
              : name === evidenceDocument ? <Link to="/changes/$change/evidence" params={change}>{title}</Link>
                : <Link to="/changes/$change/documents/$" params={{ ...change, _splat: name }}>{title}</Link>}
      {title !== name && folder === null && <code>{name}</code>}
      <Mark mark={mark} />
    </>
  );
}

function Mark({ mark }: { mark: DocumentMark | null }) {
  if (!mark) return null;
  const { sign, word } = markWords[mark];
  return <span className={styles.mark} data-mark={mark}><span aria-hidden="true">{sign}</span> {word}</span>;
}
