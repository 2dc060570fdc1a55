import { Raw, type JsonValue } from './json';

type Part = Readonly<Record<string, JsonValue>>;

/** A rule that does not say yet when it applies: the server reports what is missing, and nobody can publish it so. */
export const newRule = (name: string, title: string): Part => ({ RuleName: name, Title: title, Expression: '' });

/** A table has no title of its own: its name is read as words. */
export const newTable = (name: string): Part => ({
  Name: name, HitPolicy: 'First', Inputs: [], Outputs: [{ Name: 'result', Type: 'number' }], Rows: [{ Otherwise: true, Then: ['0'] }],
});

export const newScore = (name: string, title: string): Part => ({
  Name: name, Title: title, Items: [newScoreItem(`${name}Item1`)],
});

export const newScoreItem = (name: string): Part => ({ Name: name, Points: [{ Otherwise: true, Points: new Raw('0') }] });
