import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { CopyButton } from '../../ui/CopyButton';
import { Dialog } from '../../ui/Dialog';
import styles from './Administration.module.css';

export interface Secret {
  readonly title: string;
  readonly text: string;
  /** What it is called on the button that copies it. */
  readonly what: string;
  readonly about: ReactNode;
}

/** Something that the server shows once: it goes when somebody says that they have it, not by a stray key. */
export function SecretDialog({ secret, close }: { secret: Secret | null; close: () => void }) {
  return (
    <Dialog opened={secret !== null} close={close} title={secret?.title ?? ''} deliberate size="38rem">
      {() => secret && (
        <div className={styles.secret}>
          {secret.about}
          <div className={styles.secretText}>
            <code>{secret.text}</code>
            <CopyButton text={() => secret.text}>{`Copy ${secret.what}`}</CopyButton>
          </div>
          <p><strong>It is shown this once.</strong> Whoever has it can use it, so send it on a way that only its owner reads.</p>
          <div className={styles.buttons}><Button onClick={close}>I have it</Button></div>
        </div>
      )}
    </Dialog>
  );
}
