import { Button, Group, Modal, Textarea, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useLocation, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { changesQuery, createChange } from '../../api/changes';
import { FormProblem } from '../access/FormProblem';
import { SignInLink } from '../access/SignInLink';
import { useSession } from '../access/useSession';
import styles from './Authoring.module.css';

/** From what is live to a change in which it can be edited: one that is open, or a new one. The same place is shown there. */
export function EditInChange() {
  const session = useSession();
  const [open, setOpen] = useState(false);
  const here = useLocation({ select: ({ pathname }) => pathname });
  if (!session) return null;
  if (session.name === null) return <SignInLink compact />;
  if (!session.roles.includes('author')) return null;
  return (
    <>
      <Button size="xs" onClick={() => { setOpen(true); }}>Edit in a change</Button>
      {open && <ChooseChange me={session.name} title="Edit in a change" path={(id) => here.replace(/^\/changes\/live/, `/changes/${id}`)} onClose={() => { setOpen(false); }} />}
    </>
  );
}

interface ChooseProps {
  readonly me: string;
  readonly title: string;
  /** Where to go, once it is clear in which change. */
  readonly path: (id: number) => string;
  readonly onClose: () => void;
}

/** An own change that is open, or a new one. */
export function ChooseChange({ me, title: what, path, onClose }: ChooseProps) {
  const { data: changes } = useQuery(changesQuery);
  const drafts = (changes ?? []).filter(({ state, createdBy }) => state === 'draft' && createdBy === me);
  return (
    <Modal opened onClose={onClose} title={what}>
      <p className={styles.hint}>What is live is never edited directly. A change collects your edits; it goes live when somebody else has reviewed it and it is published.</p>
      {drafts.length > 0 && (
        <section aria-label="Your open changes" className={styles.drafts}>
          <h3>Go on with one of yours</h3>
          <ul>{drafts.map(({ id, title }) => <li key={id}><Link to={path(id)}>{title}</Link> <span className={styles.hint}>change {id}</span></li>)}</ul>
        </section>
      )}
      <NewChangeForm path={path} />
    </Modal>
  );
}

/** `path` says where to go once the change has its number; `untitled` where the dialog has said what this is. */
export function NewChangeForm({ path, untitled }: { path: (id: number) => string; untitled?: boolean }) {
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const [title, setTitle] = useState('');
  const [description, setDescription] = useState('');
  const create = useMutation({
    mutationFn: () => createChange(title.trim(), description.trim()),
    onSuccess: async ({ id }) => {
      await queryClient.invalidateQueries(changesQuery);
      await navigate({ to: path(id) });
    },
  });
  return (
    <form className={styles.form} onSubmit={(event) => { event.preventDefault(); create.mutate(); }}>
      {!untitled && <h3>Begin a new change</h3>}
      <TextInput label="What shall change?" placeholder="Lower limit for hypocalcaemia" required maxLength={200} value={title} onChange={(event) => { setTitle(event.currentTarget.value); }} data-autofocus />
      <Textarea label="Why?" description="Reviewers read this first." autosize minRows={2} value={description} onChange={(event) => { setDescription(event.currentTarget.value); }} />
      <FormProblem error={create.error} />
      <Group justify="flex-end"><Button type="submit" loading={create.isPending} disabled={title.trim() === ''}>Begin</Button></Group>
    </form>
  );
}
