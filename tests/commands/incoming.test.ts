import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Coach, coach, row } from '../helpers/coach.ts';
import { tempFolder } from '../helpers/run.ts';
import type { People } from '../helpers/shapes.ts';

interface Imported {
  people: { added: number; updated: number; unchanged: number };
  warnings: string[];
}

const CONNECTIONS =
  'First Name,Last Name,URL,Email Address,Company,Position,Connected On\nWei,Chen,https://www.linkedin.com/in/wei-chen,,Halden,Dev,12 Mar 2026\n';
const HEADER = 'From,To,Sent At,Message,Direction,inviterProfileUrl,inviteeProfileUrl\n';
const ME = 'https://www.linkedin.com/in/sam';
const from = (name: string, sent: string, slug: string) =>
  `${name},Sam Ortiz,"${sent}",,INCOMING,https://www.linkedin.com/in/${slug},${ME}\n`;

function archive(invitations: string): string {
  const folder = join(tempFolder(), 'archive');
  mkdirSync(folder);
  writeFileSync(join(folder, 'Connections.csv'), CONNECTIONS);
  writeFileSync(join(folder, 'Invitations.csv'), HEADER + invitations);
  return folder;
}

async function invitedBy(...names: string[]): Promise<Coach> {
  const c = coach();
  const rows = names.map((name, at) =>
    from(name, `11/1${at}/26, 9:12 AM`, name.toLowerCase().replace(' ', '-')),
  );
  await c.json('import', 'linkedin', archive(rows.join('')));
  return c;
}

describe('an invitation of theirs', () => {
  it('comes from the archive, once, and not where it has been answered', async () => {
    const c = coach();
    const path = archive(
      from('Priya Shah', '11/9/26, 9:12 AM', 'priya-shah') +
        from('Wei Chen', '3/11/26, 9:12 AM', 'wei-chen'),
    );
    const done = await c.json<Imported>('import', 'linkedin', path);
    expect(done.warnings.join()).toContain('netcoach people --status incoming');
    const { people } = await c.json<People>('people', '--status', 'incoming');
    expect(people.map(({ name, connection }) => [name, connection])).toEqual([
      ['Priya Shah', { status: 'incoming', since: '2026-11-09' }],
    ]);
    expect((await c.json<Imported>('import', 'linkedin', path)).people).toEqual({
      added: 0,
      updated: 0,
      unchanged: 2,
    });
    expect((await c.run('show', 'Priya')).stdout).toContain('invited you, Mon 9 Nov');
  });

  it('is accepted by done, once', async () => {
    const c = await invitedBy('Priya Shah');
    expect(await c.json('done', 'Priya')).toMatchObject({ did: 'answer', recorded: null });
    const before = (await c.run('export', 'json')).stdout;
    expect(await c.json('done', 'Priya')).toMatchObject({ did: 'answer', recorded: null });
    expect((await c.run('done', 'Priya')).stdout).toContain('already accepted today');
    expect((await c.run('export', 'json')).stdout).toBe(before);
  });

  it('is suggested for an answer, and not for an invitation of mine', async () => {
    const c = await invitedBy('Priya Shah');
    await c.log('project', 'Priya Shah', 'Apollo launch', '2026-11-20');
    const suggestion = row(await c.suggest(), 'Priya Shah');
    expect(suggestion).toMatchObject({ action: 'answer', moment: null });
    expect(suggestion?.reasons[0]).toMatch(
      /^Priya Shah invited you .*: you know them from Apollo launch$/,
    );
    expect(suggestion?.draft.text).toMatch(/invit|touch/);
    expect((await c.run('suggest')).stdout).toMatch(/netcoach accept [\s\S]*netcoach ignore/);
  });

  it('is accepted, and a word of thanks follows', async () => {
    const c = await invitedBy('Priya Shah');
    const accepted = await c.json<{ person: { connection: unknown } }>('accept', 'Priya');
    expect(accepted.person.connection).toEqual({ status: 'connected', since: c.today });
    expect((await c.run('accept', 'Priya')).stdout).toContain('already connected');
    expect(row(await c.suggest(), 'Priya Shah')).toMatchObject({ action: 'thank', moment: null });
    const { draft } = await c.draft('Priya');
    expect(draft.text).toMatch(/invit|touch/);
    expect(draft.text).not.toMatch(/accept/);
    await c.json('done', 'Priya');
    expect(row(await c.suggest(), 'Priya Shah')).toBeUndefined();
    await c.json('undo');
    await c.json('undo');
    expect((await c.person('Priya')).connection.status).toBe('incoming');
  });

  it('is done by accepting it', async () => {
    const c = await invitedBy('Priya Shah');
    expect(await c.json('done', 'Priya')).toMatchObject({
      did: 'answer',
      recorded: null,
      person: { connection: { status: 'connected' } },
    });
  });

  it('is ignored for good, also by the next import of the same archive', async () => {
    const c = coach();
    const path = archive(from('Priya Shah', '11/9/26, 9:12 AM', 'priya-shah'));
    await c.json('import', 'linkedin', path);
    await c.json('ignore', 'Priya');
    expect((await c.person('Priya')).connection).toEqual({ status: 'none', since: null });
    await c.fails('usage', 'ignore', 'Priya');
    await c.json('import', 'linkedin', path);
    expect((await c.person('Priya')).connection.status).toBe('none');
    const later = archive(from('Priya Shah', '11/21/26, 9:12 AM', 'priya-shah'));
    await c.json('import', 'linkedin', later);
    expect((await c.person('Priya')).connection.status).toBe('incoming');
  });

  it('survives an export, and a merge', async () => {
    const c = await invitedBy('Priya Shah', 'Tom Becker');
    await c.json('accept', 'Tom');
    const file = join(tempFolder(), 'all.json');
    await c.json('export', 'json', file);
    const other = coach();
    await other.json('import', 'json', file);
    expect((await other.person('Priya')).connection.status).toBe('incoming');
    expect(row(await other.suggest(), 'Tom Becker')?.action).toBe('thank');
    await other.add('P. Shah');
    await other.json('merge', 'Priya Shah', 'P. Shah');
    expect((await other.person('P. Shah')).connection.status).toBe('incoming');
  });

  it('is mine to answer: refusals say what to type', async () => {
    const c = coach();
    await c.add('Priya Shah');
    await c.json('sent', 'Priya');
    expect((await c.fails('usage', 'accept', 'Priya')).hint).toContain('netcoach accepted');
    expect((await c.fails('usage', 'ignore', 'Priya')).hint).toContain('--status incoming');
    const other = await invitedBy('Tom Becker');
    await other.fails('bad-date', 'accept', 'Tom', '--on', '2026-11-01');
    await other.fails('unknown-person', 'accept', 'Nobody');
  });

  it('of a stranger is left alone after a month', async () => {
    const c = await invitedBy('Priya Shah');
    expect(row(await c.suggest(), 'Priya Shah')?.action).toBe('answer');
    const later = c.on('2026-12-20');
    expect(row(await later.suggest(), 'Priya Shah')).toBeUndefined();
  });
});
