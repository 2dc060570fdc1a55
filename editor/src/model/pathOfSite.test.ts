import { expect, it } from 'vitest';
import { pathOfSite } from './pathOfSite';

const origin = 'https://rules.example.org';

it.each(['/', '/workflows/Hypercalcemia', '/workflows/A?x=1#top', '/account'])('follows %s', (path) => {
  expect(pathOfSite(path, origin)).toBe(path);
});

it.each([
  undefined, '', 'workflows/A', '//evil.example', '/\\evil.example', '/\t/evil.example', '/\n//evil.example', '/.//evil.example', '/x/..//evil.example',
  'https://evil.example/', 'https:evil.example', 'javascript:alert(1)', ' //evil.example', '/sign-in?next=/x', '/welcome',
])('does not follow %j', (path) => {
  expect(pathOfSite(path, origin)).toBe('/');
});

it('does not mistake a longer name for its own', () => {
  expect(pathOfSite('//rules.example.org.evil.example/x', origin)).toBe('/');
});
