import { Switch } from '@mantine/core';
import { useCoverageShown } from './useCoverageShown';

/** Turns on and off that parts, rows and bands say how many cases show them. */
export function CoverageSwitch({ label }: { label: string }) {
  const [isShown, show] = useCoverageShown();
  return <Switch size="sm" label={label} checked={isShown} onChange={(event) => { show(event.currentTarget.checked); }} />;
}
