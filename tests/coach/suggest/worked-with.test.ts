import { expect, it } from 'vitest';
import { historyOf } from '../../../rules/lib/example.ts';
import { findFormerCoworkers } from '../../../src/coach/suggest/worked-with.ts';
import type { Person } from '../../../src/model.ts';

it.each<[mine: string | null, fields: Partial<Person>, isShared: boolean, is: boolean]>([
  ['Acme', { company: 'ACME' }, false, true],
  ['Acme', { company: 'Halden' }, true, false],
  ['Acme', { company: 'Halden', relationship: 'teammate' }, true, false],
  [null, { company: 'Acme', relationship: 'teammate' }, true, false],
  ['Acme', { company: 'Acme', relationship: 'former' }, true, false],
  ['Acme', { company: 'Acme', relationship: 'external' }, true, false],
  ['Acme', {}, false, false],
  ['Acme', {}, true, true],
  ['Acme', { relationship: 'teammate' }, false, true],
  ['Acme', { relationship: 'manager' }, false, true],
  ['Acme', { relationship: 'report' }, false, true],
  ['Acme', { relationship: 'mentor' }, false, false],
  ['Acme', { team: 'Billing' }, false, true],
  ['Acme', { team: 'Search' }, false, false],
])('when I leave %s, I worked with %j, a moment shared %s: %s', (company, fields, isShared, is) => {
  const { person, me } = historyOf({ today: '2026-11-22', me: { company }, person: fields });
  const found = findFormerCoworkers([person], me, new Set(isShared ? [person.id] : [99]));
  expect(found).toEqual(is ? [person] : []);
});
