import { Modal } from '@mantine/core';
import { useEffect, useRef, type ReactNode } from 'react';
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
  useFocusOnPage(opened);
  return (
    <Modal.Root opened={opened} onClose={close} size={size} closeOnClickOutside={false} closeOnEscape={!deliberate} transitionProps={{ duration: 0 }}>
      <Modal.Overlay />
      <Modal.Content>
        <div className={styles.head}>
          <Modal.Title className={styles.title}>{title}</Modal.Title>
          {!deliberate && <Modal.CloseButton aria-label="Close" />}
        </div>
        <Modal.Body>{opened && children()}</Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}

/** What opened the dialog may be gone when it closes: then the keyboard starts at the page again, not nowhere. */
function useFocusOnPage(opened: boolean) {
  const was = useRef(opened);
  useEffect(() => {
    const closed = was.current && !opened;
    was.current = opened;
    if (!closed) return;
    const timer = setTimeout(() => { if (document.activeElement === document.body) document.getElementById('main')?.focus({ preventScroll: true }); }, 50);
    return () => { clearTimeout(timer); };
  }, [opened]);
}
