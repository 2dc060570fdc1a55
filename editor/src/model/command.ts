import { searchWords } from './search';

/** Something that can be done now. */
export interface Command {
  /** Of whoever offers it, such as "tryit.clear": the same id twice is one command. */
  readonly id: string;
  readonly title: string;
  /** Under which heading it is listed. */
  readonly group: string;
  /** "mod+s", "?": `mod` is Ctrl, and ⌘ on a Mac. */
  readonly shortcut?: string;
  /** Other words that somebody may look for it by. */
  readonly words?: string;
  readonly run: () => void;
}

export interface CommandGroup {
  readonly group: string;
  readonly commands: readonly Command[];
}

/** Groups in the order in which they first come. */
export function groupCommands(commands: readonly Command[]): CommandGroup[] {
  const groups = new Map<string, Command[]>();
  for (const command of commands) groups.set(command.group, [...(groups.get(command.group) ?? []), command]);
  return [...groups].map(([group, members]) => ({ group, commands: members }));
}

/**
 * Those that hold every word of a search. What begins a word of the title counts more than what stands within one, and that more than
 * other words; among equals the order stays, and groups follow their best command.
 */
export function findCommands(commands: readonly Command[], search: string): CommandGroup[] {
  const words = searchWords(search);
  const found = commands
    .map((command) => ({ command, rank: rank(command, words) }))
    .filter(({ rank: found }) => found !== null)
    .sort((a, b) => (a.rank ?? 0) - (b.rank ?? 0));
  return groupCommands(found.map(({ command }) => command));
}

function rank({ title, group, words: others = '' }: Command, words: readonly string[]): number | null {
  const inTitle = title.toLowerCase();
  const beginnings = inTitle.split(/[^\p{L}\d]+/u);
  const elsewhere = `${group} ${others}`.toLowerCase();
  let sum = 0;
  for (const word of words) {
    if (beginnings.some((beginning) => beginning.startsWith(word))) continue;
    if (inTitle.includes(word)) sum += 1;
    else if (elsewhere.includes(word)) sum += 4;
    else return null;
  }
  return sum;
}
