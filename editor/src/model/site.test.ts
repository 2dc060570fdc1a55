import { describe, expect, it } from 'vitest';
import type { Session } from './session';
import { placeIn, sectionsFor } from './site';

const session = (changes: Partial<Session>): Session => ({ name: 'anna', displayName: null, roles: [], antiforgery: null, hasStore: true, needsAdministrator: false, ...changes });

describe('what the header leads to', () => {
  it.each<[string, Session | null, string[]]>([
    ['nothing is known yet', null, ['Workflows']],
    ['a folder is served', session({ name: null, hasStore: false }), ['Workflows']],
    ['nobody is signed in', session({ name: null }), ['Workflows', 'Releases']],
    ['an account has no role', session({}), ['Workflows', 'Releases']],
    ['an author', session({ roles: ['author'] }), ['Workflows', 'Changes', 'Releases', 'Cohorts', 'Audit']],
    ['an administrator', session({ roles: ['administrator'] }), ['Workflows', 'Changes', 'Releases', 'Cohorts', 'Audit', 'Administration']],
    ['roles that are left over of somebody who signed out', session({ name: null, roles: ['administrator'] }), ['Workflows', 'Releases']],
  ])('when %s', (_, who, titles) => {
    expect(sectionsFor(who).map(({ title }) => title)).toEqual(titles);
  });

  it.each<[string, string, 'page' | 'within' | null]>([
    ['/', 'Workflows', 'page'],
    ['/workflows/Hypercalcemia', 'Workflows', 'within'],
    ['/releases', 'Workflows', null],
    ['/releases', 'Releases', 'page'],
    ['/releases/', 'Releases', 'page'],
    ['/releases/3', 'Releases', 'within'],
    ['/releases-of-others', 'Releases', null],
    ['/administration/users', 'Administration', 'within'],
  ])('marks for %s the section %s as %s', (path, title, place) => {
    const found = sectionsFor(session({ roles: ['administrator'] })).find((section) => section.title === title);
    expect(found && placeIn(found, path)).toBe(place);
  });
});
