/** A disk that can't be written can be read: what is on it can be looked at, and taken away. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { PACKAGE } from '../../src/database/addon.ts';
import { withLogApplied } from '../../src/database/wal.ts';
import { coach, TODAY } from '../helpers/coach.ts';
import { shell, tempFolder } from '../helpers/run.ts';

const canMount = spawnSync('sh', ['-c', 'unshare -m true']).status === 0;

/** Runs a script in which `$at` is a small disk of its own; `n` is netcoach on a file there. */
function onDisk(script: string, folder: string) {
  const body = `set -e
    at=${folder}/disk; mkdir -p $at; mount -t tmpfs -o size=2m,mode=0700 tmpfs $at
    n() { "$NODE" "$NETCOACH" --db $at/n.db "$@"; }
    n add "Priya Shah" >/dev/null
    n log --kind meeting --with "Tom Becker" --title Tea >/dev/null
    ${script}`;
  return shell(`exec unshare -m bash -c '${body.replaceAll("'", `'\\''`)}'`);
}

const say = (why: string, folder: string) =>
  `netcoach: ${folder}/disk/n.db can't be written: ${why}. netcoach will only read it, so forget won't reach any copy made now.\n`;

describe.skipIf(!canMount).each([
  ['read-only', 'its disk is read-only', 'mount -o remount,ro $at'],
  ['full', 'the disk is full', 'dd if=/dev/zero of=$at/fill bs=1k 2>/dev/null || true'],
])('a disk that is %s', (_name, why, spoil) => {
  it('shows people, and exports and backs up to another', async () => {
    const folder = tempFolder();
    const out = (name: string) => join(folder, name);
    const { code, stdout, stderr } = await onDisk(
      `${spoil}
      n people; n export json ${out('all.json')} >/dev/null; n backup ${out('copy.db')} >/dev/null`,
      folder,
    );
    expect(stderr).toBe(say(why, folder).repeat(3));
    expect(code).toBe(0);
    expect(stdout).toMatch(/^Priya Shah.*^Tom Becker/ms);
    expect(readFileSync(out('all.json'), 'utf8')).toContain('Tea');
    expect(await coach(TODAY, out('copy.db')).people()).toEqual(['Priya Shah', 'Tom Becker']);
  });

  it('is examined, and names are completed', async () => {
    const folder = tempFolder();
    const { stdout, stderr } = await onDisk(
      `${spoil}\n n doctor || true; "$NODE" "$NETCOACH" __complete --db $at/n.db show Pri`,
      folder,
    );
    expect(stderr).toBe('');
    expect(stdout.replace(/\s+/g, ' ')).toMatch(
      new RegExp(`^warning \\S+/n.db can't be written: ${why}. netcoach .* Priya Shah $`),
    );
  });

  it('says why nothing can be saved', async () => {
    const folder = tempFolder();
    const { code, stderr } = await onDisk(`${spoil}\n n add "Wei Chen"`, folder);
    expect(code).toBe(1);
    expect(stderr).toMatch(
      why === 'the disk is full'
        ? /: the disk is full\. Nothing was saved\. Make some space and try again\.\n$/
        : /n\.db can't be written: its disk is read-only\. Nothing was saved\. Give a file on another disk with --db\.\n$/,
    );
  });
});

describe.skipIf(process.getuid?.() !== 0)('a folder of somebody else', () => {
  it('shows people, with what only the log holds', async () => {
    const folder = tempFolder();
    const { code, stdout, stderr } = await shell(`set -e
      at=${folder}/disk; mkdir $at
      n() { "$NODE" "$NETCOACH" --db $at/n.db "$@"; }
      n add "Priya Shah" >/dev/null
      # What a command leaves that was killed.
      { "$NODE" -e 'const db = require("${PACKAGE}")(process.argv[1]);
        db.prepare("DELETE FROM change").run(); process.kill(process.pid, "SIGKILL")' $at/n.db; } 2>/dev/null || true
      test -s $at/n.db-wal; rm $at/n.db-shm
      chmod 755 ${folder} ${folder}/..; chmod 555 $at; chmod 444 $at/n.db*; chown -R 65533 $at
      setpriv --reuid=65534 --regid=65534 --clear-groups "$NODE" "$NETCOACH" --db $at/n.db people`);
    expect(stderr).toContain("can't be written: you don't have permission.");
    expect(code).toBe(0);
    expect(stdout).toMatch(/^Priya Shah/);
  });
});

describe('a log that is read without SQLite', () => {
  it('gives what SQLite reads from it', async () => {
    const c = coach();
    await c.add('Priya Shah');
    const { connect } = await import('../../src/database/sqlite.ts');
    const db = connect(c.db);
    db.pragma('wal_autocheckpoint = 0');
    for (let i = 0; i < 50; i++)
      db.prepare('INSERT INTO setting (key, value, sum) VALUES (?, ?, 0)').run(
        `k${i}`,
        'x'.repeat(i * 90),
      );
    db.exec('BEGIN; DELETE FROM setting WHERE length(value) > 2000; ROLLBACK');
    expect(existsSync(`${c.db}-wal`)).toBe(true);
    const [file, log] = [readFileSync(c.db), readFileSync(`${c.db}-wal`)];
    const rows = 'SELECT key, value FROM setting ORDER BY id';
    const copy = connect(withLogApplied(file, log));
    expect(copy.prepare(rows).all()).toEqual(db.prepare(rows).all());
    expect(copy.pragma('integrity_check', { simple: true })).toBe('ok');
    copy.close();
    db.close();
  });
});
