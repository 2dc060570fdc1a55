import { Button } from '@mantine/core';
import { useState } from 'react';
import { Icon } from './Icon';

type Outcome = 'idle' | 'copied' | 'refused';

/** Puts text on the clipboard and says whether it arrived. */
export function CopyButton({ text, children }: { text: () => string; children: string }) {
  const [outcome, setOutcome] = useState<Outcome>('idle');
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text());
      setOutcome('copied');
    } catch {
      setOutcome('refused');
    }
    setTimeout(() => { setOutcome('idle'); }, 2500);
  };
  const words = { idle: children, copied: 'Copied', refused: 'Not allowed here' }[outcome];
  return (
    <Button variant="subtle" size="xs" leftSection={<Icon name={outcome === 'copied' ? 'check' : 'copy'} size={15} />} onClick={() => { void copy(); }}>
      <span aria-live="polite">{words}</span>
    </Button>
  );
}
