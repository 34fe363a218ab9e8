/** One line about exposure before a first invitation, at most once a day. */
import { describe, expect, it } from 'vitest';
import { connect } from '../../src/database/sqlite.ts';
import { type Coach, coach, row } from '../helpers/coach.ts';

const LINE = /what you post/;

async function manager(): Promise<Coach> {
  const c = coach();
  await c.log('feedback', 'Maria Owens', 'Year review', '2026-11-20');
  await c.json('edit', 'Maria', '--relationship', 'manager');
  return c;
}

/** Going through a reorganisation with someone I know well enough to invite. */
async function reorganised(): Promise<Coach> {
  const c = coach();
  await c.log('project', 'Bo Mate', 'Apollo', '2025-11-20');
  await c.log('reorg', 'Bo Mate', 'Payments and Billing merged', '2026-11-20');
  return c;
}

/** Two people on a team that includes a strained tie, and one on another team. */
async function strained(): Promise<Coach> {
  const c = coach();
  await c.log('project', 'Al Strain, Bo Mate, Cy Mate, Dee Else', 'Apollo', '2026-11-20');
  await c.json('edit', 'Al', '--team', 'Ledger', '--strained');
  await c.json('edit', 'Bo', '--team', 'ledger');
  await c.json('edit', 'Cy', '--team', 'Ledger');
  await c.json('edit', 'Dee', '--team', 'Search');
  return c;
}

/** The reasons for suggesting one person, as one text. */
async function reasons(c: Coach, name: string): Promise<string> {
  const found = row(await c.suggest(), name);
  expect(found, name).toBeDefined();
  return found?.reasons.join('\n') ?? '';
}

describe('a first invitation', () => {
  it('to a manager comes with a line about exposure', async () => {
    const c = await manager();
    expect(await reasons(c, 'Maria Owens')).toMatch(LINE);
    const { stdout, stderr } = await c.run('draft', 'Maria');
    expect(stderr).toMatch(/^Once you're connected, your manager sees what you post.*\n$/);
    expect(stdout).not.toMatch(LINE);
  });

  it('during a reorganisation comes with the line too', async () => {
    const c = await reorganised();
    expect(await reasons(c, 'Bo Mate')).toMatch(LINE);
    expect((await c.run('sent', 'Bo')).stderr).toMatch(LINE);
  });

  it('into a team with a strained tie comes with the line once in the list', async () => {
    const c = await strained();
    const { suggestions } = await c.suggest();
    const lines = suggestions.flatMap((one) => one.reasons).filter((reason) => LINE.test(reason));
    expect(lines).toHaveLength(1);
    expect(await reasons(c, 'Dee Else')).not.toMatch(LINE);
    expect((await c.run('draft', 'Dee')).stderr).toBe('');
    expect((await c.run('draft', 'Bo')).stderr).toMatch(LINE);
  });

  it('to anyone else comes without the line', async () => {
    const c = coach();
    await c.log('project', 'Priya Shah', 'Apollo', '2026-11-20');
    expect(await reasons(c, 'Priya Shah')).not.toMatch(LINE);
    expect((await c.run('draft', 'Priya')).stderr).toBe('');
    expect((await c.run('sent', 'Priya')).stderr).toBe('');
  });
});

describe('the caution line', () => {
  it('appears once a day', async () => {
    const c = await manager();
    expect((await c.run('draft', 'Maria')).stderr).toMatch(LINE);
    expect((await c.run('draft', 'Maria')).stderr).toBe('');
    expect(await reasons(c, 'Maria Owens')).not.toMatch(LINE);
    const tomorrow = c.on('2026-11-23');
    expect(await reasons(tomorrow, 'Maria Owens')).toMatch(LINE);
    expect((await tomorrow.run('sent', 'Maria')).stderr).toMatch(LINE);
    expect((await tomorrow.run('undo', '--yes')).stdout).toContain('sent Maria Owens');
    expect((await tomorrow.run('sent', 'Maria')).stderr).toBe('');
    expect((await tomorrow.run('doctor')).code).toBe(0);
  });

  it('appears once a day, whether in the list or in a draft', async () => {
    const c = await manager();
    expect((await c.run('suggest')).stdout).toMatch(LINE);
    expect((await c.run('suggest')).stdout).not.toMatch(LINE);
    expect((await c.run('draft', 'Maria')).stderr).toBe('');
    expect((await c.run('sent', 'Maria')).stderr).toBe('');
    expect((await c.run('undo', '--yes')).stdout).toContain('sent Maria Owens');
    expect((await c.on('2026-11-23').run('suggest')).stdout).toMatch(LINE);
    expect((await c.run('doctor')).code).toBe(0);
  });

  it('is not used up by a list that a script reads', async () => {
    const c = await manager();
    expect(await reasons(c, 'Maria Owens')).toMatch(LINE);
    expect(await reasons(c, 'Maria Owens')).toMatch(LINE);
    expect((await c.run('draft', 'Maria')).stderr).toMatch(LINE);
  });

  it('does not delay the list while another command writes', async () => {
    const c = await manager();
    const other = connect(c.db);
    other.exec('BEGIN IMMEDIATE');
    const { code, stdout } = await c.run('suggest');
    expect(code).toBe(0);
    expect(stdout).toMatch(LINE);
    other.exec('ROLLBACK');
    other.close();
    expect((await c.run('suggest')).stdout).toMatch(LINE);
  });

  it('appears for a first invitation only', async () => {
    const c = await manager();
    await c.json('sent', 'Maria', '--on', '2026-09-01');
    await c.json('withdrawn', 'Maria', '--on', '2026-10-01');
    expect(await reasons(c, 'Maria Owens')).not.toMatch(LINE);
    expect((await c.run('sent', 'Maria')).stderr).toBe('');
  });

  it('stays out of scripts', async () => {
    const c = await manager();
    expect((await c.run('draft', 'Maria', '--json')).stderr).toBe('');
    expect((await c.run('draft', 'Maria')).stderr).toMatch(LINE);
  });

  it('can be turned off and on again', async () => {
    const c = await manager();
    expect((await c.run('me', '--quiet')).stdout).toMatch(/no reminders about who sees/);
    expect(await reasons(c, 'Maria Owens')).not.toMatch(LINE);
    expect((await c.run('draft', 'Maria')).stderr).toBe('');
    expect((await c.run('me', '--no-quiet')).stdout).not.toMatch(/caution/);
    expect((await c.run('draft', 'Maria')).stderr).toMatch(LINE);
  });

  it('does not change what undo takes back', async () => {
    const c = await manager();
    await c.run('draft', 'Maria');
    expect((await c.run('undo', '--yes')).stdout).toContain('edit Maria Owens');
    expect((await c.person('Maria')).relationship).toBe('colleague');
  });
});
