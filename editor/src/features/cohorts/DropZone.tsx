import { useId, useState, type DragEvent } from 'react';
import { Icon } from '../../ui/Icon';
import styles from './Cohorts.module.css';

/** Takes one file: dropped on it, or chosen. */
export function DropZone({ choose }: { choose: (file: File) => void }) {
  const [over, setOver] = useState(false);
  const [title, hint] = [useId(), useId()];
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const file = event.dataTransfer.files.item(0);
    if (file) choose(file);
  };
  return (
    <label className={styles.drop} data-over={over || undefined} onDragOver={(event) => { event.preventDefault(); setOver(true); }} onDragLeave={() => { setOver(false); }} onDrop={drop}>
      <input
        type="file"
        className="visually-hidden"
        accept=".csv,.tsv,.txt,.ndjson,.jsonl,.json,.gz"
        aria-labelledby={title}
        aria-describedby={hint}
        onChange={({ currentTarget }) => {
          const file = currentTarget.files?.item(0);
          // The same file may be chosen again after it was mended.
          currentTarget.value = '';
          if (file) choose(file);
        }}
      />
      <Icon name="upload" size={28} />
      <strong id={title}>Choose a file, or drop it here</strong>
      <span id={hint}>A table saved as CSV (UTF-8) whose first row names the columns, or NDJSON with a line for each patient; also compressed with gzip (.gz). Large files are sent piece by piece.</span>
    </label>
  );
}
