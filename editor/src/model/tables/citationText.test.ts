import { describe, expect, it } from 'vitest';
import { citationJson, readCitations, writeCitations, type Citation } from './citationText';

const citation = (source: string, locator: string | null = null, ...statements: string[]): Citation => ({ source, locator, statements });

describe('citations as text', () => {
  it.each<[string, readonly Citation[]]>([
    ['', []],
    ['mirels-1989', [citation('mirels-1989')]],
    ['mirels-1989: table 2', [citation('mirels-1989', 'table 2')]],
    ['seed-amboss [S2 S19]', [citation('seed-amboss', null, 'S2', 'S19')]],
    ['seed-merck: prostate: bone [S31]\nmacedo-2017', [citation('seed-merck', 'prostate: bone', 'S31'), citation('macedo-2017')]],
    ['a: table [1] []', [citation('a', 'table [1]')]],
    ['a: table [1] [S2]', [citation('a', 'table [1]', 'S2')]],
  ])('%j is written and read back', (text, citations) => {
    expect(writeCitations(citations)).toBe(text);
    expect(readCitations(text)).toEqual(citations);
  });

  it.each<[string, readonly Citation[]]>([
    ['  a :  b  \r\n\r\n c ', [citation('a', 'b'), citation('c')]],
    ['a [S1, S2;S3]', [citation('a', null, 'S1', 'S2', 'S3')]],
    ['see the label', [citation('see the label')]],
  ])('%j, as somebody may type it, is read', (text, citations) => {
    expect(readCitations(text)).toEqual(citations);
  });

  it('leaves out of the document what a citation does not have', () => {
    expect(citationJson(citation('a'))).toEqual({ Source: 'a' });
    expect(citationJson(citation('a', 'b', 'S1'))).toEqual({ Source: 'a', Locator: 'b', Statements: ['S1'] });
  });
});
