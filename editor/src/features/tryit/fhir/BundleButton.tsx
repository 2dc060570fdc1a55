import { Button, type ButtonProps } from '@mantine/core';
import { useState } from 'react';
import { Icon } from '../../../ui/Icon';
import { PasteBundle } from './PasteBundle';

/** Leads from a patient's record to the form. */
export function BundleButton({ size }: Pick<ButtonProps, 'size'>) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button size={size} variant="default" leftSection={<Icon name="person" size={15} />} onClick={() => { setOpen(true); }}>Paste a FHIR Bundle</Button>
      {open && <PasteBundle onClose={() => { setOpen(false); }} />}
    </>
  );
}
