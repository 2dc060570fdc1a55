import type { Command } from '../../model/command';

let offers: readonly { readonly owner: symbol; readonly commands: readonly Command[] }[] = [];
let current: readonly Command[] = [];
const listeners = new Set<() => void>();

function set(next: typeof offers) {
  offers = next;
  // Whoever came last stands first: the page before the frame around it.
  const byId = new Map<string, Command>();
  for (const { commands } of offers.toReversed()) for (const command of commands) if (!byId.has(command.id)) byId.set(command.id, command);
  current = [...byId.values()];
  listeners.forEach((listener) => { listener(); });
}

/** What can be done on the screen as it is now: one list for the whole page. */
export const registry = {
  current: () => current,
  subscribe(listener: () => void) {
    listeners.add(listener);
    return () => { listeners.delete(listener); };
  },
  offer(owner: symbol, commands: readonly Command[]) {
    const known = offers.some((offer) => offer.owner === owner);
    set(known ? offers.map((offer) => (offer.owner === owner ? { owner, commands } : offer)) : [...offers, { owner, commands }]);
  },
  withdraw(owner: symbol) { set(offers.filter((offer) => offer.owner !== owner)); },
};
