/** A bare number means somebody on today's list, as a terminal last showed it. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { connect } from '../../src/database/sqlite.ts';
import { type RunOptions, run, tempDb, tempFolder } from '../helpers/run.ts';

const NOW = new Date(2026, 10, 22, 12);

/** Three people to reach out to, best first, on the clock's own day. */
async function three() {
  const db = tempDb();
  const log = (name: string, days: number) =>
    run(
      ['log', '--kind', 'project', '--with', name, '--title', 'Apollo', '--on', `${days} days ago`],
      { db, now: NOW },
    );
  await log('Ana Ruiz', 1);
  await log('Ben Olsen', 5);
  await log('Cy Park', 9);
  const terminal = (...args: string[]) => run(args, { db, now: NOW, tty: true });
  const pipe = (args: string[], options: RunOptions = {}) =>
    run(args, { db, now: NOW, ...options });
  return { db, terminal, pipe };
}

const NAMES = ['Ana Ruiz', 'Ben Olsen', 'Cy Park'];

describe('a number from the list', () => {
  it.each([
    ['draft'],
    ['why'],
    ['show'],
    ['brief'],
    ['skip'],
    ['snooze'],
    ['unsnooze'],
    ['sent'],
    ['accepted'],
    ['done'],
    ['edit', '--team', 'Ops'],
  ])('goes where %s takes a name', async (command, ...more) => {
    const { terminal, pipe } = await three();
    await terminal('suggest');
    const { code, stderr, stdout } = await pipe([command, '2', ...more]);
    expect(code, stderr).toBe(0);
    expect(stderr).toContain('2 = Ben Olsen\n');
    expect(stdout).toContain('Ben');
  });

  it('goes where a flag takes a name', async () => {
    const { terminal, pipe } = await three();
    await terminal('suggest');
    const meeting = ['--kind', 'meeting', '--title', 'Tea'];
    expect((await pipe(['log', ...meeting, '--with', '1,3'])).stdout).toContain(
      'with Ana Ruiz and Cy Park',
    );
    expect((await pipe(['interactions', '--with', '3'])).stdout).toContain('Cy Park');
    expect((await pipe(['check', 'Hi Ana', '--to', '1'])).stderr).toContain('1 = Ana Ruiz');
  });

  it('keeps its meaning after the person is off the list', async () => {
    const { terminal, pipe } = await three();
    await terminal();
    for (const [index, name] of NAMES.entries())
      for (const command of ['snooze', 'unsnooze', 'skip', 'undo'])
        expect(
          (await pipe(command === 'undo' ? ['undo', '--yes'] : [command, `${index + 1}`])).stderr,
        ).toBe(command === 'undo' ? '' : `${index + 1} = ${name}\n`);
    for (const [index, name] of NAMES.entries())
      expect((await pipe(['done', `${index + 1}`])).stderr).toContain(`${index + 1} = ${name}`);
    expect((await pipe(['done', '1'])).stdout).toContain('already invited today');
  });

  it('is what the list tells to type, and otherwise a name', async () => {
    const { terminal, pipe } = await three();
    expect((await terminal('suggest')).stdout).toMatch(/netcoach done 1$/m);
    expect((await pipe(['suggest'])).stdout).toMatch(/netcoach done "Ana Ruiz"$/m);
    expect((await pipe(['suggest', '--today', '2026-11-22'], { tty: true })).stdout).toMatch(
      /netcoach done "Ana Ruiz"$/m,
    );
  });

  it.each<[string, string[], RunOptions]>([
    ['on a pipe', ['suggest'], {}],
    ['in JSON', ['suggest', '--json'], { tty: true }],
    ['for another day', ['suggest', '--today', '2026-11-22'], { tty: true }],
    ['by another list', ['people'], { tty: true }],
    ['yesterday', ['suggest'], { tty: true, now: new Date(2026, 10, 21, 12) }],
  ])('means nobody where the list was shown %s', async (_, args, options) => {
    const { pipe } = await three();
    expect((await pipe(args, options)).code).toBe(0);
    const { code, stdout, stderr } = await pipe(['done', '1']);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toBe(
      "netcoach: no 1 on today's list, which is empty or hasn't been shown yet. Show it: netcoach\n",
    );
  });

  it.each<[string, string[], RunOptions]>([
    ['--today', ['done', '1', '--today', '2026-11-23'], {}],
    ['NETCOACH_TODAY', ['done', '1'], { today: '2026-11-23' }],
  ])('is refused under %s, saying that the name is needed', async (_, args, options) => {
    const { db, terminal, pipe } = await three();
    await terminal('suggest');
    await run(['suggest'], { db, tty: true, today: '2026-11-23' });
    const { code, stdout, stderr } = await pipe(args, options);
    expect([code, stdout, stderr]).toEqual([
      2,
      '',
      "netcoach: numbers don't work with --today: 1. See the names: netcoach people\n",
    ]);
  });

  it.each(['0', '4', '999999'])('%s is an error where the list has three', async (number) => {
    const { terminal, pipe } = await three();
    await terminal('suggest');
    const { code, stderr } = await pipe(['draft', number]);
    expect([code, stderr]).toEqual([
      2,
      `netcoach: no ${number} on today's list. See it again: netcoach\n`,
    ]);
  });

  it.each([
    ['forget', '1', '--yes'],
    ['merge', '1', 'Ben'],
  ])('is not enough for %s', async (...args) => {
    const { terminal, pipe } = await three();
    await terminal('suggest');
    const { code, stderr } = await pipe(args);
    expect(code).toBe(2);
    expect(stderr).toContain("a number from the list isn't enough here: 1");
    expect((await pipe(['people'])).stdout).toContain('Ana Ruiz');
  });

  it('is no part of a name', async () => {
    const { pipe } = await three();
    await pipe(['add', 'Visitor 1']);
    expect((await pipe(['forget', '1', '--yes'])).code).toBe(2);
    expect((await pipe(['show', 'Visitor 1'])).code).toBe(0);
  });

  it('is no way to reach somebody who was erased', async () => {
    const { terminal, pipe } = await three();
    await terminal('suggest');
    await pipe(['forget', 'Ben', '--yes']);
    expect((await pipe(['draft', '3'])).stderr).toContain('3 = Cy Park');
    expect((await pipe(['draft', '2'])).stderr).toContain("no 2 on today's list");
  });

  it('means the person of that name, where there is one', async () => {
    const { terminal, pipe } = await three();
    await pipe(['add', '2']);
    await terminal('suggest');
    expect((await pipe(['show', '2'])).stderr).toBe('');
  });
});

describe('the list last shown', () => {
  it('is no step of undo, and not exported', async () => {
    const { terminal, pipe } = await three();
    const before = (await pipe(['export', 'json'])).stdout;
    await terminal('suggest');
    expect((await pipe(['export', 'json'])).stdout).toBe(before);
    expect((await pipe(['undo', '--list'])).stdout).not.toMatch(/suggest|shown/);
    await pipe(['undo', '--yes']);
    expect((await pipe(['people'])).stdout).not.toContain('Cy Park');
  });

  it('makes no database', async () => {
    const db = join(tempFolder(), 'none.db');
    await run(['suggest'], { db, now: NOW, tty: true });
    expect(existsSync(db)).toBe(false);
  });

  it('is shown where it cannot be remembered', async () => {
    const { db } = await three();
    const other = connect(db);
    other.exec('BEGIN IMMEDIATE');
    const { code, stdout } = await run(['suggest'], { db, now: NOW, tty: true });
    other.close();
    expect(code).toBe(0);
    expect(stdout).toMatch(/netcoach done "Ana Ruiz"$/m);
  });

  it('leaves a healthy database', async () => {
    const { terminal, pipe } = await three();
    await terminal('suggest');
    const file = join(tempFolder(), 'copy.db');
    expect((await pipe(['backup', file])).code).toBe(0);
    expect((await pipe(['restore', file, '--yes'])).code).toBe(0);
    expect(JSON.parse((await pipe(['doctor', '--json'])).stdout)).toMatchObject({ ok: true });
  });
});

describe('a suggestion that was shown on five days', () => {
  const on = (db: string, day: number, ...args: string[]) =>
    run(args.length === 0 ? ['suggest'] : args, {
      db,
      now: new Date(2026, 10, day, 12),
      tty: args.length === 0,
    });
  const heldOn = async (db: string, day: number) =>
    JSON.parse((await on(db, day, 'suggest', '--json')).stdout).held as Array<{
      person: { name: string };
      reason: string;
      message: string;
    }>;

  it('steps back, says why, and leaves its place to the next', async () => {
    const { db } = await three();
    for (let day = 22; day <= 26; day++) {
      await on(db, day);
      await on(db, day);
      expect(await heldOn(db, day)).toEqual([]);
    }
    expect(await heldOn(db, 27)).toContainEqual({
      person: { id: 1, name: 'Ana Ruiz' },
      reason: 'passed-over',
      message: 'You\'ve seen this one on 5 days. Skip it, or snooze it: netcoach snooze "Ana Ruiz"',
    });
    const { stdout } = await on(db, 27, 'suggest', '--all');
    expect(stdout).toContain("Ana Ruiz: you've seen this one on 5 days");
  });

  it('counts only days on a terminal', async () => {
    const { db } = await three();
    for (let day = 22; day <= 28; day++) await on(db, day, 'suggest');
    expect(await heldOn(db, 29)).toEqual([]);
  });

  it('comes back with a new moment, or after a snooze', async () => {
    const { db } = await three();
    for (let day = 22; day <= 26; day++) await on(db, day);
    const log = ['log', '--kind', 'milestone', '--with', 'Ana', '--title', 'Promoted'];
    await on(db, 27, ...log);
    await on(db, 27, 'snooze', 'Ben', '--until', '2026-11-29');
    expect((await heldOn(db, 27)).map(({ person }) => person.name)).not.toContain('Ana Ruiz');
    expect((await heldOn(db, 29)).map(({ person, reason }) => [person.name, reason])).toEqual([
      ['Cy Park', 'passed-over'],
    ]);
  });
});
