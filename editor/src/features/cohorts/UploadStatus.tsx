import { Button } from '@mantine/core';
import { percentDone, sizeWords } from '../../model/cohorts/progress';
import { FormProblem } from '../access/FormProblem';
import progress from './Progress.module.css';
import { uploads, type Upload } from './uploads';

/** A file that is on its way, or why it did not arrive. */
export function UploadStatus({ id, upload }: { id: string; upload: Upload | null }) {
  if (!upload || upload.error) return <FormProblem error={upload?.error ?? null} titles={{ 'wrong-input': 'The file cannot be taken as it is' }} />;
  const { name, size, sent } = upload;
  const percent = percentDone(sent, size);
  const isSent = sent >= size;
  return (
    <div className={progress.card}>
      <p><strong>{name}</strong></p>
      <div className={progress.progress}>
        <div className={progress.track} role="progressbar" aria-label={`Upload of ${name}`} aria-valuemin={0} aria-valuemax={100} aria-valuenow={percent}>
          <span style={{ width: `${percent}%` }} data-waiting={isSent || undefined} />
        </div>
        <p role="status">{isSent ? 'Sent. The server counts the patients …' : `${percent} % · ${sizeWords(Math.min(sent, size))} of ${sizeWords(size)}`}</p>
      </div>
      <p className={progress.soft}>You may go to other pages meanwhile, but leave this window open.</p>
      <div><Button variant="default" size="xs" onClick={() => { uploads.stop(id); }}>Stop the upload</Button></div>
    </div>
  );
}
