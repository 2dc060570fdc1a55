import { Button, Group, Textarea } from '@mantine/core';
import { useState } from 'react';
import { reviewChange } from '../../api/changes';
import type { ChangeAnswer } from '../../api/generated';
import { obstaclesTo, type Situation } from '../../model/changes/nextStep';
import { isUnresolved } from '../../model/review/comments';
import { plural } from '../../model/words';
import { Icon } from '../../ui/Icon';
import { FormProblem } from '../access/FormProblem';
import { useChangeAction } from '../changes/useChangeAction';
import { notices } from '../shell/notice';
import { useRemarks } from './RemarksContext';
import styles from './Review.module.css';

/** What a reviewer decides about exactly the content that this page shows; `seen` is its hash. */
export function Verdict({ change, situation, seen }: { change: ChangeAnswer; situation: Situation; seen: string }) {
  const [comment, setComment] = useState('');
  const open = useRemarks().all.filter(isUnresolved).length;
  const say = (title: string, text: string) => { notices.say(window.location.pathname, { tone: 'good', title, text }); };
  const approve = useChangeAction(change.id, () => reviewChange(change.id, seen, 'approve', comment.trim()), () => { say('You approved this content', 'A publisher can make it live. Any edit after this needs another approval.'); });
  const sendBack = useChangeAction(change.id, () => reviewChange(change.id, seen, 'sendBack', comment.trim()), () => { say('You sent it back', 'It is a draft again; its authors see what you wrote.'); });
  const moved = change.contentHash !== seen ? ['It was edited while you read: look at what it is now first.'] : [];
  const against = [...obstaclesTo('approve', situation), ...moved];
  const mayReview = obstaclesTo('sendBack', situation).length === 0;
  const busy = approve.isPending || sendBack.isPending;
  return (
    <section id="verdict" className={styles.verdict} aria-labelledby="verdict-title" tabIndex={-1}>
      <h2 id="verdict-title">{mayReview ? 'Your verdict' : 'It waits for a reviewer'}</h2>
      {open > 0 && <p className={styles.inline}><Icon name="comment" size={16} /> {plural(open, 'remark')} {open === 1 ? 'is' : 'are'} still open.</p>}
      {mayReview && <Textarea label="Comment" description="Needed to send it back: say what has to change." autosize minRows={2} value={comment} onChange={(event) => { setComment(event.currentTarget.value); }} />}
      {against.length > 0 && <ul className={styles.bullets} aria-label="Why you cannot approve it">{against.map((reason) => <li key={reason}>{reason}</li>)}</ul>}
      <FormProblem error={approve.error ?? sendBack.error} titles={{ 'content-changed': 'It was edited while you read', 'own-change': 'Somebody else has to approve it' }} />
      {mayReview && (
        <Group gap="sm">
          <Button leftSection={<Icon name="check" size={16} />} loading={approve.isPending} disabled={busy || against.length > 0} onClick={() => { approve.mutate(); }}>Approve this content</Button>
          <Button variant="default" leftSection={<Icon name="undo" size={16} />} loading={sendBack.isPending} disabled={busy || moved.length > 0 || comment.trim() === ''} onClick={() => { sendBack.mutate(); }}>Send back</Button>
        </Group>
      )}
      <p className={styles.soft}>About content <code title={seen}>{seen.replace('sha256:', '').slice(0, 12)}</code></p>
    </section>
  );
}
