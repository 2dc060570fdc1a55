import { describe, expect, it } from 'vitest';
import { findCommands, groupCommands, type Command } from './command';

const command = (title: string, group: string, words?: string): Command => ({ id: title, title, group, words, run: () => undefined });

const all = [
  command('Releases', 'Go to'),
  command('Administration: keys', 'Go to', 'api applications'),
  command('Hypercalcaemia of malignancy', 'Workflows', 'calcium emergency'),
  command('Spinal instability (SINS)', 'Workflows', 'spine score'),
  command('Unkeyed list', 'This page'),
];
const titles = (search: string) => findCommands(all, search).flatMap(({ commands }) => commands.map(({ title }) => title));

describe('looking for a command', () => {
  it.each<[string, string[]]>([
    ['', all.map(({ title }) => title)],
    ['rel', ['Releases']],
    ['SINS', ['Spinal instability (SINS)']],
    ['calcium', ['Hypercalcaemia of malignancy']],
    ['key', ['Administration: keys', 'Unkeyed list']],
    ['go keys', ['Administration: keys']],
    ['spine   score', ['Spinal instability (SINS)']],
    ['liver', []],
    ['workflows calc', ['Hypercalcaemia of malignancy']],
  ])('“%s” finds %o', (search, expected) => { expect(titles(search)).toEqual(expected); });

  it('puts the group of the best one first', () => {
    const found = findCommands([command('Monkey', 'First'), command('Key', 'Second')], 'key');
    expect(found.map(({ group }) => group)).toEqual(['Second', 'First']);
  });

  it('keeps groups together', () => {
    expect(groupCommands([command('a', 'A'), command('b', 'B'), command('c', 'A')]).map(({ group, commands }) => [group, commands.length])).toEqual([['A', 2], ['B', 1]]);
  });
});
