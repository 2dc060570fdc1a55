import { describe, expect, it } from 'vitest';
import { readWorkflow } from '../documents/workflowDocument';
import { expressionAt, messagePieces } from './messageText';
import { linkSentence, namedParts, namesIn } from './sentenceLinks';

const view = readWorkflow(JSON.stringify({
  GlobalParams: [{ Name: 'noTissue', Expression: 'true' }],
  Scores: [{ Name: 'mirelsScore', Title: 'Mirels score', Items: [{ Name: 'mirelsSitePoints', Points: [] }] }],
  Rules: [{ RuleName: 'Fix', Title: 'Fixation is due (soon)', Expression: 'true' }, { RuleName: 'Other', Title: 'No', Expression: 'true' }],
}));

describe('a sentence leads to what it names', () => {
  it.each<[string, string, readonly (string | null)[]]>([
    ['Mirels score is at least 9', 'mirelsScore >= 9', ['mirelsScore']],
    ['mirels site points is at least 2 and no tissue holds', 'mirelsSitePoints >= 2 && noTissue', ['mirelsScore', 'noTissue']],
    ['“Fixation is due (soon)” is met', 'Fix', ['Fix']],
    ['No is the answer', 'patient.answer == "Other"', []],
    ['noTissues', 'noTissue', []],
  ])('%s', (sentence, expression, pages) => {
    const pieces = linkSentence(sentence, expression, namedParts(view));
    expect(pieces.map(({ text }) => text).join('')).toBe(sentence);
    expect(pieces.flatMap(({ part }) => part?.page ?? [])).toEqual(pages);
  });
  it('takes no member and no text for a name', () => {
    expect([...namesIn('a.b && Used.Rule(x: c) == "d \\" e" && f')]).toEqual(['a', 'Used', 'x', 'c', 'f']);
  });
});

describe('a message is taken apart', () => {
  it.each<[string, readonly string[]]>([
    ['no sign', ['no sign']],
    ['$5 and $(a.b) of 12', ['$5 and ', '=a.b', ' of 12']],
    ['$(Round(a, 1))$(b)', ['=Round(a, 1)', '=b']],
    ['x $(a == ")" ', ['x ', '=a == ")" ']],
    ['', []],
  ])('%s', (text, pieces) => {
    const found = messagePieces(text);
    expect(found.map((piece) => (piece.isExpression ? '=' : '') + piece.text)).toEqual(pieces);
    for (const piece of found) expect(text.slice(piece.start, piece.start + piece.text.length)).toBe(piece.text);
  });
  it('knows in which expression a place lies', () => {
    expect(expressionAt('a $(b.c) d', 6)).toEqual({ start: 4, text: 'b.c', isExpression: true });
    expect(expressionAt('a $(b.c) d', 9)).toBeNull();
  });
});
