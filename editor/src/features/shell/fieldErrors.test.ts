import { describe, expect, it } from 'vitest';
import { ConnectionLost, ProblemResponse, type Problem } from '../../api/problem';
import { fieldErrors } from './fieldErrors';

const refused = (changes: Partial<Problem>) => new ProblemResponse({ kind: 'invalid-action', title: 'x', status: 400, detail: null, traceId: null, errors: [], ...changes });
const words = { displayName: /full name/, name: /name|user/ };

describe('what the server says about a field', () => {
  it.each<[string, Error | null, object]>([
    ['stands there by its pointer', refused({ kind: 'malformed-body', errors: [{ pointer: '/name', code: 'BMR1003', message: 'it is no text', help: 'write a text' }] }), { name: 'It is no text; write a text.' }],
    ['stands there by its words, the first that fit', refused({ detail: 'the full name has 300 characters' }), { displayName: 'The full name has 300 characters.' }],
    ['or the next', refused({ detail: 'there is a user `anna` already' }), { name: 'There is a user `anna` already.' }],
    ['stands nowhere when it is about something else', refused({ detail: 'the moon is full' }), {}],
    ['is not guessed of other refusals', refused({ kind: 'role-needed', detail: 'the user may not do this' }), {}],
    ['is nothing without an answer', new ConnectionLost(), {}],
    ['is nothing without a refusal', null, {}],
  ])('%s', (_, error, expected) => { expect(fieldErrors(error, words)).toEqual(expected); });
});
