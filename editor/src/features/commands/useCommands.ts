import { useEffect, useState } from 'react';
import type { Command } from '../../model/command';
import { registry } from './registry';

/**
 * Offers commands in the palette, in the list of shortcuts and by their keys, for as long as the component is shown. They may be another
 * array, with other functions, each time.
 */
export function useCommands(commands: readonly Command[]) {
  const [owner] = useState(() => Symbol('commands'));
  useEffect(() => { registry.offer(owner, commands); }, [owner, commands]);
  useEffect(() => () => { registry.withdraw(owner); }, [owner]);
}
