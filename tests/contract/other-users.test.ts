/** One run as root, and the files of others, on a machine with several users. */
import { existsSync, lstatSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Result, shell, tempFolder } from '../helpers/run.ts';

const ME = 65534;
const OTHER = 65533;

/** Runs a script in which `me`, `other` and `root` are netcoach on my database in `$at`. */
function together(at: string, script: string): Promise<Result> {
  return shell(`set -e
    at=${at}; as() { setpriv --reuid=$1 --regid=$1 --clear-groups "$NODE" "$NETCOACH" --db $at/n.db "\${@:2}"; }
    me() { as ${ME} "$@"; }; other() { as ${OTHER} "$@"; }
    root() { "$NODE" "$NETCOACH" --db $at/n.db "$@"; }
    ${script}`);
}

/** My folder, with a database, a backup of today and one of my own. */
async function mine(): Promise<{ at: string; backups: string }> {
  const at = join(tempFolder(), 'mine');
  const { code, stderr } = await together(
    at,
    `chmod 755 ${dirname(at)} ${dirname(dirname(at))}; mkdir $at; chown ${ME}:${ME} $at; chmod 700 $at
    me add "Priya Shah"; me add "Tom Becker"; me backup`,
  );
  expect(stderr).toBe('');
  expect(code).toBe(0);
  return { at, backups: join(at, 'n.db-backups') };
}

const owners = (folder: string) =>
  new Set(
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).map(
      (name) => lstatSync(join(folder, name)).uid,
    ),
  );

describe.skipIf(process.getuid?.() !== 0)('a run as root', () => {
  it('leaves everything to the owner, whatever it makes', async () => {
    const { at, backups } = await mine();
    const { code, stderr } = await together(
      at,
      `rm ${backups}/daily* ${backups}/SHA256SUMS ${backups}/.lock
      root add "Wei Chen" ; root backup; root backup $at/x.db; root export json $at/x.json
      root restore --yes; root forget Priya --yes; rm $at/n.db; root restore --yes
      root --db $at/new/y.db add "Ana Ruiz"; root --db $at/new/y.db add "Ben Olsen"; me add "Zoe Zap"`,
    );
    expect(stderr).toBe('');
    expect(code).toBe(0);
    expect([...owners(at)]).toEqual([ME]);
  });

  it('of an older netcoach spoils neither doctor nor restore, and backup says what to type', async () => {
    const { at, backups } = await mine();
    const [daily = ''] = readdirSync(backups).filter((name) => name.startsWith('daily'));
    const taken = [daily, '.lock', 'SHA256SUMS'].map((name) => join(backups, name));
    const { stdout, stderr } = await together(
      at,
      `chown 0:0 ${taken.join(' ')}
      me doctor || true; me backup || true; rm -f ${backups}/.lock; me restore --yes; me backup`,
    );
    expect(stdout.replace(/\s+/g, ' ')).toContain('3 files belong to another user');
    expect(stdout).toMatch(/sudo chown "\$\(id -u\)" .*SHA256SUMS/);
    expect(stderr).toContain(
      `netcoach: ${backups}/.lock belongs to another user. If it should be yours: sudo chown "$(id -u)" ${backups}/.lock\n`,
    );
    expect(stderr).toContain(`netcoach: ${taken[0]} belongs to another user, so it was skipped.`);
    expect(stdout).toMatch(/Restored \S*manual-/);
    expect(stdout).toContain('2 people, 0 interactions. The backup has been checked');
  });
});

describe.skipIf(process.getuid?.() !== 0)('what belongs to another user', () => {
  it('is no place for my backups', async () => {
    const { at, backups } = await mine();
    const { stderr, stdout } = await together(
      at,
      `rm -r ${backups}; mkdir -m 777 ${backups}; chown ${OTHER} ${backups}
      me add "Wei Chen"; me backup || true; me doctor || true`,
    );
    const why = `${backups} belongs to another user`;
    expect(stderr).toContain(`today's backup couldn't be made: ${why}`);
    expect(stderr).toContain(
      `netcoach: ${why}. If it should be yours: sudo chown -R "$(id -u)" ${backups}\n`,
    );
    expect(stdout.replace(/\s+/g, ' ')).toContain(`${why}, so no backup is made in it`);
    expect(readdirSync(backups)).toEqual([]);
  });

  it('is not replaced by a backup or an export, nor restored unasked', async () => {
    const { at, backups } = await mine();
    const planted = join(backups, 'manual-2026-01-01T00-00-00-000Z.db');
    const { stderr } = await together(
      at,
      `cp ${backups}/manual* $at/own.db; rm ${backups}/*.db; cp $at/own.db ${planted}
      chown ${OTHER} ${planted} $at/own.db; chmod 644 ${planted}
      me restore --yes || true; me backup $at/own.db || true; me export json $at/own.db || true`,
    );
    expect(stderr).toContain(`${planted} belongs to another user, so it was skipped.`);
    expect(stderr).toContain(`there's no good backup of ${at}/n.db`);
    expect(stderr).toContain(`${at}/own.db belongs to another user; it was left unchanged`);
    expect(stderr).toContain(`${at}/own.db belongs to another user. Nothing was written.`);
    expect(lstatSync(join(at, 'own.db')).uid).toBe(OTHER);
    expect(existsSync(planted)).toBe(true);
    expect(readFileSync(join(at, 'own.db'), 'latin1')).toMatch(/^SQLite/);
  });
});
