import { Button, type ButtonProps } from '@mantine/core';
import { useCallback, useRef, useState } from 'react';
import { FloatingMenu, type MenuAction } from './FloatingMenu';

/** A button that opens a menu. */
export function MenuButton({ actions, children, ...looks }: { readonly actions: readonly MenuAction[]; readonly children: string } & Pick<ButtonProps, 'size' | 'variant' | 'leftSection'>) {
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const anchor = useCallback(() => button.current, []);
  return (
    <>
      <Button ref={button} {...looks} aria-haspopup="menu" aria-expanded={open} onClick={() => { setOpen(true); }}>{children}</Button>
      {open && <FloatingMenu label={children} actions={actions} anchor={anchor} onClose={(chosen) => { setOpen(false); if (!chosen) button.current?.focus(); }} />}
    </>
  );
}
