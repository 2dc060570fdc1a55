import { Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import styles from './Dialog.module.css';

interface Props {
  readonly opened: boolean;
  readonly close: () => void;
  readonly title: string;
  /** It closes by its own button only: what it shows does not come again. */
  readonly deliberate?: boolean;
  readonly size?: string;
  /** Built anew whenever it opens. */
  readonly children: () => ReactNode;
}

/** A question or a form above the page. The keyboard stays in it, and goes back to where it came from. */
export function Dialog({ opened, close, title, deliberate = false, size = '34rem', children }: Props) {
  return (
    <Modal.Root opened={opened} onClose={close} size={size} closeOnClickOutside={false} closeOnEscape={!deliberate} transitionProps={{ duration: 0 }}>
      <Modal.Overlay />
      <Modal.Content>
        <div className={styles.head}>
          <Modal.Title>{title}</Modal.Title>
          {!deliberate && <Modal.CloseButton aria-label="Close" />}
        </div>
        <Modal.Body>{opened && children()}</Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}
