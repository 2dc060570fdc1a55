import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { DocumentAnswer, ReleaseAnswer } from '../../api/generated';
import { releaseDocumentsQuery } from '../../api/queries';
import { documentAddress } from '../../api/releases';
import { compareDocuments, differenceWords, releaseTitle, type DocumentState } from '../../model/release';
import { plural, sentence } from '../../model/words';
import type { IconName } from '../../ui/Icon';
import { Segmented } from '../../ui/Segmented';
import { Tag, type Tone } from '../../ui/Tag';
import styles from './Releases.module.css';

interface Props {
  readonly release: ReleaseAnswer;
  readonly documents: readonly DocumentAnswer[];
  readonly releases: readonly ReleaseAnswer[];
  /** The release to compare with; the one before, where nobody chose. */
  readonly other: number | null;
}

const looks: Readonly<Record<DocumentState, { tone: Tone; icon: IconName; words: string } | null>> = {
  added: { tone: 'good', icon: 'plus', words: 'Added' },
  edited: { tone: 'info', icon: 'log', words: 'Edited' },
  removed: { tone: 'bad', icon: 'minus', words: 'Removed' },
  same: null,
};

/** What a release holds, and which of it another one has otherwise. */
export function ReleaseDocuments({ release: { number }, documents, releases, other }: Props) {
  const navigate = useNavigate();
  const base = releases.find((candidate) => candidate.number === (other ?? number - 1) && candidate.number !== number) ?? null;
  const before = useQuery({ ...releaseDocumentsQuery(base?.number ?? 0), enabled: base !== null }).data;
  const compared = compareDocuments(base && before ? before : documents, documents);
  const differing = compared.filter(({ state }) => state !== 'same');
  const [wanted, setWanted] = useState<'differing' | 'all' | null>(null);
  const shown = wanted ?? (differing.length > 0 ? 'differing' : 'all');

  return (
    <section className={styles.documents} aria-labelledby="documents">
      <div className={styles.documentsHead}>
        <h2 id="documents">{plural(documents.length, 'document')}</h2>
        {releases.length > 1 && (
          <Select
            label="Compared with"
            data={releases.filter((candidate) => candidate.number !== number).map((candidate) => ({ value: String(candidate.number), label: releaseTitle(candidate) }))}
            value={base ? String(base.number) : null}
            placeholder="Choose a release"
            allowDeselect={false}
            comboboxProps={{ transitionProps: { duration: 0 } }}
            onChange={(value) => { void navigate({ to: '/releases/$number', params: { number: String(number) }, search: { with: Number(value) }, replace: true, resetScroll: false }); }}
          />
        )}
      </div>
      {base && before && (
        <div className={styles.documentsHead}>
          <p role="status">From release {base.number} to release {number}: {sentence(differenceWords(compared))}</p>
          {differing.length > 0 && (
            <Segmented
              label="Documents shown"
              segments={[{ value: 'differing', label: `Differing (${differing.length})` }, { value: 'all', label: 'All' }]}
              value={shown}
              onChange={setWanted}
            />
          )}
        </div>
      )}
      <ul className={styles.documentList}>
        {(shown === 'all' ? compared : differing).map(({ name, state }) => {
          const look = looks[state];
          return (
            <li key={name}>
              <a href={documentAddress(state === 'removed' && base ? base.number : number, name)} target="_blank" rel="noreferrer">{name}</a>
              {look && <Tag tone={look.tone} icon={look.icon}>{look.words}</Tag>}
            </li>
          );
        })}
      </ul>
      <p className={styles.by}>A document opens as text in another tab.</p>
    </section>
  );
}
