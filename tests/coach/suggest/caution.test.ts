import { expect, it } from 'vitest';
import { historyOf } from '../../../rules/lib/example.ts';
import { cautionOf } from '../../../src/coach/suggest/caution.ts';
import type { Moment, Person } from '../../../src/model.ts';

const MANAGER = "Once you're connected, your manager sees what you post, like and comment on";
const STRAINED =
  "Once you're connected, a team where things are strained can see what you post, like and comment on";
const CHANGE =
  "Once you're connected, they see what you post, like and comment on, and people read more into that during a reorganisation";

const REORG = { kind: 'reorg' } as Moment;
const PROJECT = { kind: 'project' } as Moment;
const connected = { status: 'connected' as const, since: null };

it.each<
  [person: Partial<Person>, lead: Moment | null, other: Partial<Person> | null, string | null]
>([
  [{}, PROJECT, null, null],
  [{}, null, null, null],
  [{}, REORG, null, CHANGE],
  [{ relationship: 'manager' }, REORG, null, MANAGER],
  [{ relationship: 'manager', connection: connected }, REORG, null, null],
  [{ connection: connected }, REORG, null, null],
  [{ strained: true }, REORG, null, STRAINED],
  [{ team: 'Search' }, PROJECT, { team: 'search' }, STRAINED],
  [{ team: 'Search' }, PROJECT, { team: 'Ledger' }, null],
  [{ team: 'Search' }, PROJECT, { team: null }, null],
  [{ team: null }, PROJECT, { team: 'Search' }, null],
  [{ team: 'Search', company: 'Acme' }, PROJECT, { team: 'Search', company: 'acme' }, STRAINED],
  [{ team: 'Search', company: 'Acme' }, PROJECT, { team: 'Search', company: null }, STRAINED],
  [{ team: 'Search', company: null }, PROJECT, { team: 'Search', company: 'Acme' }, STRAINED],
  [{ team: 'Search', company: 'Acme' }, PROJECT, { team: 'Search', company: 'Halden' }, null],
  [{ team: 'Billing' }, PROJECT, { relationship: 'teammate' }, STRAINED],
  [{ team: 'Search' }, PROJECT, { relationship: 'teammate' }, null],
  [{ relationship: 'teammate' }, PROJECT, { team: 'Search' }, null],
])('%j, led by %j, with a strained %j: %s', (fields, lead, other, line) => {
  const { person: plain, me } = historyOf({ today: '2026-11-22' });
  const strained = other === null ? [] : [{ ...plain, id: 2, strained: true, ...other }];
  expect(cautionOf({ person: { ...plain, ...fields }, me }, lead, strained)).toBe(line);
});
