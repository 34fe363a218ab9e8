/** A highlight is read once, when it comes in, and said in messages from then on. */
import { describe, expect, it } from 'vitest';
import { updateRow } from '../../src/database/rows.ts';
import { connect } from '../../src/database/sqlite.ts';
import { TITLE_VERSION } from '../../src/store/read-by.ts';
import { readingOf } from '../../src/store/readings.ts';
import { coach } from '../helpers/coach.ts';
import { spawnRun } from '../helpers/run.ts';
import type { Logged } from '../helpers/shapes.ts';
import { readsOf } from '../helpers/statements.ts';

const flags = (kind: string, title: string) => ['--kind', kind, '--title', title];

interface Understood extends Logged {
  understood: { say: string | null };
}

describe('what stood out', () => {
  it('is shown as a message will say it, and said so', async () => {
    const c = coach();
    const input = ['--with', 'Priya Shah: stayed late to fix the import'];
    const logged = await c.json<Understood>('log', ...flags('project', 'SAP go-live'), ...input);
    expect(logged.understood.say).toMatch(/staying late to fix the import\./);
    expect((await c.draft('Priya')).draft.text).toContain(logged.understood.say);
    const more = await c.run(
      'log',
      ...flags('event', 'Offsite'),
      '--with',
      'Tom: so calm on the hike',
    );
    const said = /In a message: "(.*?)"/.exec(more.stdout.replace(/\s+/g, ' '))?.[1];
    expect(said).toMatch(/calm.* on the hike/);
    expect((await c.draft('Tom')).draft.text).toContain(said);
  });

  it('stays in the log where a message would not say it well', async () => {
    const c = coach();
    const { stdout } = await c.run(
      'log',
      ...flags('project', 'Apollo'),
      '--with',
      'Bo Li: xyzzy plugh',
    );
    expect(stdout).toContain('"xyzzy plugh" stays in your log');
    expect((await c.draft('Bo')).draft.text).not.toContain('xyzzy');
  });

  it('says nothing of somebody else whom the log knows', async () => {
    const c = coach();
    await c.add('Ana Ruiz');
    await c.add('Éva Lind Jr.');
    const flag = flags('project', 'Apollo');
    for (const detail of ['helped ana ruiz with the import', "fixed Eva Lind Jr.'s import"]) {
      const { stdout } = await c.run('log', ...flag, '--with', `Bo Li: ${detail}`);
      expect(stdout, detail).toContain('stays in your log');
    }
  });

  it('is private in feedback, and never read', async () => {
    const c = coach();
    const input = ['--with', 'Wei Chen: stayed late to tell me I talk too fast'];
    const logged = await c.json<Understood>('log', ...flags('feedback', 'Demo'), ...input);
    expect(logged.understood.say).toContain('your feedback on the demo');
    const { text } = (await c.draft('Wei')).draft;
    expect(text).toContain(logged.understood.say);
    expect(text).not.toMatch(/late|fast/);
  });

  it('is read again when it changes, and lost with an undo', async () => {
    const c = coach();
    await c.json('log', ...flags('project', 'Apollo'), '--with', 'Priya Shah: your rollback plan');
    await c.json('amend', '1', '--highlight', 'stayed late to fix the import');
    expect((await c.draft('Priya')).draft.text).toContain('staying late');
    await c.run('undo', '--yes');
    expect((await c.draft('Priya')).draft.text).toContain('your rollback plan');
  });

  it('comes along in an export', async () => {
    const c = coach();
    await c.json('log', ...flags('project', 'Apollo'), '--with', 'Priya Shah: your rollback plan');
    const file = `${c.db}.json`;
    await c.run('export', 'json', file);
    const other = coach();
    await other.json('import', 'json', file);
    expect((await other.draft('Priya')).draft.text).toContain('your rollback plan');
  });

  it('survives a merge', async () => {
    const c = coach();
    await c.json('log', ...flags('project', 'Apollo'), '--with', 'Pryia: your rollback plan');
    await c.add('Priya Shah');
    await c.json('merge', 'Pryia', 'Priya Shah');
    expect((await c.draft('Priya Shah')).draft.text).toContain('your rollback plan');
  });

  it('leaves the database sound, and is no change of its own', async () => {
    const c = coach();
    await c.json('log', ...flags('project', 'Apollo'), '--with', 'Priya Shah: your rollback plan');
    expect((await c.json<{ ok: boolean }>('doctor')).ok).toBe(true);
    const { changes } = await c.json<{ changes: unknown[] }>('undo', '--list');
    expect(changes).toHaveLength(1);
  });

  it('is not read when nothing new came in', async () => {
    const c = coach();
    await c.json('log', ...flags('project', 'Apollo'), '--with', 'Priya Shah: your rollback plan');
    const asked = await readsOf(() => c.run('suggest'));
    expect(asked.filter(({ sql }) => sql.includes('p.detail IS NULL'))).toEqual([]);
  });
});

describe('a title', () => {
  const promotion = ['--kind', 'milestone', '--title', 'promoted to ward manager'];

  it('is shown as a message will say it, and said so', async () => {
    const c = coach();
    const logged = await c.json<Understood>('log', ...promotion, '--with', 'Priya Shah');
    const news = 'your promotion to ward manager';
    expect(logged.understood.say).toContain(news);
    expect((await c.draft('Priya')).draft.text).toContain(logged.understood.say);
  });

  it('is not read again where an equal one was, but where it may mean another person', async () => {
    const c = coach();
    await c.json('log', ...flags('project', 'Apollo launch'), '--with', 'Priya Shah');
    await c.json('log', ...flags('project', "Bo's audit"), '--with', 'Bo Li');
    const db = connect(c.db);
    const reading = { after: 'on', phrase: 'the marked launch', short: null };
    const stored = JSON.stringify({ version: TITLE_VERSION, reading });
    updateRow(db, 'interaction', 1, { reading: stored });
    db.close();
    const readingAfter = async (kind: string, title: string, name: string) => {
      const { interaction } = await c.json<Understood>(
        'log',
        ...flags(kind, title),
        '--with',
        name,
      );
      const again = connect(c.db);
      const found = readingOf(again, interaction.id);
      again.close();
      return found;
    };
    expect(await readingAfter('project', 'Apollo launch', 'Tom Becker')).toEqual(reading);
    for (const [kind, title, name] of [
      ['event', 'Apollo launch', 'Tom Becker'],
      ['project', 'Apollo launch party', 'Tom Becker'],
      ['project', 'Apollo launch', 'Lena Launch'],
    ] as const)
      expect(await readingAfter(kind, title, name), `${kind} ${title} ${name}`).not.toEqual(
        reading,
      );
    const yours = await readingAfter('project', "Bo's audit", 'Bo Li');
    expect(yours).toMatchObject({ phrase: 'your audit' });
    expect(await readingAfter('project', "Bo's audit", 'Tom Becker')).not.toEqual(yours);
  });

  it('that nobody has read yet is read by a later command, or the process of the daily backup', async () => {
    const c = coach();
    await c.json('log', ...flags('project', 'Apollo launch'), '--with', 'Priya Shah');
    const unread = () => {
      const db = connect(c.db);
      updateRow(db, 'interaction', 1, { reading: null });
      db.close();
    };
    const isRead = () => {
      const db = connect(c.db);
      const reading = readingOf(db, 1);
      db.close();
      return reading !== null;
    };
    unread();
    await c.json('log', ...flags('meeting', 'Coffee'), '--with', 'Tom Becker');
    expect(isRead()).toBe(true);
    unread();
    expect(isRead()).toBe(false);
    await spawnRun(['__daily-backup', c.db]);
    expect(isRead()).toBe(true);
  });

  it('that an older reader read, or could not say, is read again with the first change', async () => {
    const c = coach();
    const input = ['--with', 'Priya Shah: stayed late to fix the import'];
    await c.json('log', ...flags('project', 'Apollo launch'), ...input);
    const readByOlder = () => {
      const db = connect(c.db);
      updateRow(db, 'interaction', 1, { reading: '{"version":1,"reading":null}' });
      updateRow(db, 'participant', 1, { detail: '{"version":1,"detail":null}' });
      db.prepare("DELETE FROM setting WHERE key = 'read-by'").run();
      db.close();
    };
    readByOlder();
    expect((await c.draft('Priya')).draft.text).not.toMatch(/Apollo|import/);
    await c.json('log', ...flags('meeting', 'Coffee'), '--with', 'Tom Becker');
    const { text } = (await c.draft('Priya')).draft;
    expect(text).toContain('the Apollo launch');
    expect(text).toContain('staying late to fix the import');
    expect((await c.json<{ ok: boolean }>('doctor')).ok).toBe(true);
    // What was read anew isn't undone, and is read once.
    await c.json('undo');
    expect((await c.draft('Priya')).draft.text).toBe(text);
    const asked = await readsOf(() =>
      c.run('log', '--kind', 'meeting', '--with', 'Tom', '--title', 'Tea'),
    );
    expect(
      asked.filter(({ sql }) => sql.includes("'$.version') <") && sql.includes('LIMIT')),
    ).toEqual([]);
    readByOlder();
    await spawnRun(['__daily-backup', c.db]);
    expect((await c.draft('Priya')).draft.text).toBe(text);
  });

  it('that an older reader read is read again after any change, in the background', async () => {
    const c = coach();
    const input = ['--with', 'Priya Shah: stayed late to fix the import'];
    await c.json('log', ...flags('project', 'Apollo launch'), ...input);
    const background = { NETCOACH_BACKUP_FIRST: '' };
    // Today's backup is made: nothing else would start a process.
    await spawnRun(['add', 'Ana Ruiz'], { db: c.db, today: c.today });
    const db = connect(c.db);
    updateRow(db, 'participant', 1, { detail: '{"version":1,"detail":null}' });
    db.prepare("DELETE FROM setting WHERE key = 'read-by'").run();
    db.close();
    await spawnRun(['add', 'Tom Becker'], { db: c.db, today: c.today, env: background });
    await expect
      .poll(async () => (await c.run('draft', 'Priya')).stdout, { timeout: 20_000 })
      .toContain('staying late');
  });

  it('is left out where it would not be said well, and a detail is asked for', async () => {
    const c = coach();
    const { stdout } = await c.run('log', ...flags('project', 'xyz +1 w/ ??'), '--with', 'Bo Li');
    expect(stdout).toContain(
      'To improve the message, add something you remember:\n  netcoach amend 1',
    );
    const { text } = (await c.draft('Bo')).draft;
    expect(text).not.toMatch(/xyz|w\/|\?\?/);
    expect((await c.run('draft', 'Bo')).stderr).toContain('netcoach amend 1 --highlight');
    const { suggestions } = await c.suggest();
    expect(suggestions[0]?.draft.text).toBe(text);
    expect(suggestions[0]?.reasons.at(-1)).toMatch(/^To improve this message, add something/);
    await c.json('amend', '1', '--highlight', 'stayed late to fix the import');
    expect((await c.draft('Bo')).draft.text).toContain('staying late to fix the import');
  });

  it('is read again when it changes, comes back with an undo, and survives an export', async () => {
    const c = coach();
    await c.json('log', ...promotion, '--with', 'Priya Shah');
    await c.json('amend', '1', '--title', 'passed the pharmacy exam');
    expect((await c.draft('Priya')).draft.text).toContain('passing the pharmacy exam');
    await c.run('undo', '--yes');
    expect((await c.draft('Priya')).draft.text).toContain('ward manager');
    const file = `${c.db}.json`;
    await c.run('export', 'json', file);
    const other = coach();
    await other.json('import', 'json', file);
    expect((await other.draft('Priya')).draft.text).toContain('ward manager');
    expect((await other.json<{ ok: boolean }>('doctor')).ok).toBe(true);
  });

  it('speaks to one person, and of nobody in the third person to several', async () => {
    const c = coach();
    await c.json('log', ...flags('project', "Bongani's last audit"), '--with', 'Bongani Hadebe');
    expect((await c.draft('Bongani')).draft.text).toContain('your last audit');
    const both = ['--with', 'Tom Becker', '--with', 'Ana Ruiz'];
    await c.json('log', ...flags('project', "Tom's last audit"), ...both);
    expect((await c.run('draft', 'Ana')).stdout).not.toMatch(/your last audit|Tom/);
  });

  it('leaves nothing of a forgotten person', async () => {
    const c = coach();
    const both = ['--with', 'Zebedee Quill', '--with', 'Ana Ruiz'];
    await c.json('log', ...flags('project', 'The Zebedee audit'), ...both);
    await c.run('forget', 'Zebedee', '--yes');
    const { readFileSync } = await import('node:fs');
    expect(readFileSync(c.db).includes('Zebedee')).toBe(false);
    expect((await c.json<{ ok: boolean }>('doctor')).ok).toBe(true);
  });

  it('of an invitation left unanswered makes no message', async () => {
    const c = coach();
    await c.log('project', 'Priya Shah', 'Apollo launch', '2026-10-01');
    await c.json('sent', 'Priya', '--on', '2026-10-01');
    const drafted = await c.json<{ draft: null; variants: number }>('draft', 'Priya');
    expect(drafted).toMatchObject({ draft: null, variants: 0 });
    expect(await c.run('draft', 'Priya')).toMatchObject({
      code: 0,
      stderr: expect.stringContaining("There's no message to send."),
    });
  });

  it('is the same in the list and in draft', async () => {
    const c = coach();
    for (const name of ['Priya Shah', 'Tom Becker', 'Ana Ruiz']) {
      await c.log(
        'project',
        `${name}: stayed late to fix the import`,
        'Apollo launch',
        '2026-11-18',
      );
      await c.log('event', name, 'Lisbon offsite', '2026-11-19');
    }
    for (const { person, draft } of (await c.suggest()).suggestions)
      expect((await c.draft(person.name)).draft.text).toBe(draft.text);
  });
});
