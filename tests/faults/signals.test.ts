/** Signals, closed outputs and a deleted folder: nothing is half-written, and the exit code is right. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openStore } from '../../src/database/open.ts';
import { look } from './look.ts';
import { has, inFolder, isCrash, netcoach } from './process.ts';

const log = ['log', '--kind', 'project', '--with', 'Priya Shah', '--title', 'Apollo'];
const hasBash = process.platform !== 'win32' && has('bash', '-c', 'true');
/** Runs what follows in bash, as `"$@"`. */
const bash = (script: string) => ['bash', '-c', script, 'bash'];

describe.skipIf(process.platform === 'win32')('a signal', () => {
  // A shell shows these as 130 and 143.
  it.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
    '%s ends a command that waits for another, and saves nothing',
    (signal) =>
      inFolder(async (folder) => {
        const db = join(folder, 'netcoach.db');
        await netcoach(db, ['add', 'Tom Becker']);
        const other = openStore(db, () => undefined);
        other.exec('BEGIN IMMEDIATE');
        const end = await netcoach(db, log, {
          onStart: (child) => setTimeout(() => child.kill(signal), 1_000),
        });
        other.exec('ROLLBACK');
        other.close();
        expect(end).toMatchObject({ code: null, signal, stdout: '' });
        expect(end.ms).toBeLessThan(9_000);
        expect(look(db)).toMatchObject({ people: ['Tom Becker'], titles: [], flaw: null });
      }),
  );

  it.skipIf(!hasBash)(
    'during a note from stdin makes the command exit with 130 or 143, as the shell sees it',
    () =>
      inFolder(async (folder) => {
        const db = join(folder, 'netcoach.db');
        for (const [signal, code] of [
          ['INT', 130],
          ['TERM', 143],
        ] as const) {
          // The signal goes to a child of the shell, which waits for it.
          const script = `mkfifo "${folder}/${signal}"; "$@" < "${folder}/${signal}" & exec 9> "${folder}/${signal}"; sleep 1; kill -${signal} $!; wait $!`;
          const end = await netcoach(db, [...log, '--note', '-'], { before: bash(script) });
          expect({ signal, code: end.code, stdout: end.stdout }).toEqual({
            signal,
            code,
            stdout: '',
          });
        }
        expect(look(db)?.titles ?? []).toEqual([]);
      }),
  );
});

describe.skipIf(!hasBash)('an output', () => {
  const story = async (work: (db: string, folder: string) => Promise<void>) =>
    inFolder(async (folder) => {
      const db = join(folder, 'netcoach.db');
      for (let i = 0; i < 3; i++) await netcoach(db, [...log.slice(0, -1), `Apollo ${i}`]);
      await work(db, folder);
    });

  it('whose reader went away is not an error', () =>
    story(async (db) => {
      const end = await netcoach(db, ['interactions'], {
        before: bash('"$@" | head -1; exit $PIPESTATUS'),
      });
      expect(end).toMatchObject({ code: 0, stderr: '' });
      expect(end.stdout.split('\n')).toHaveLength(2);
    }));

  it.each(['>&-', '2>&-', '<&-', '<&- >&- 2>&-'])(
    'that is closed (%s) does not stop a write from being saved',
    (closed) =>
      story(async (db) => {
        const end = await netcoach(db, log, { before: bash(`"$@" ${closed}`) });
        expect(isCrash(end)).toBe(false);
        expect(end.code).toBe(0);
        expect(look(db)).toMatchObject({ flaw: null });
        expect(look(db)?.titles).toContain('Apollo');
      }),
  );

  it.skipIf(!existsSync('/dev/full'))(
    'for errors that is full changes no exit code (needs /dev/full)',
    () =>
      story(async (db) => {
        const before = bash('"$@" 2> /dev/full');
        expect((await netcoach(db, ['show', 'Nobody'], { before })).code).toBe(2);
        expect((await netcoach(db, ['people'], { before })).code).toBe(0);
      }),
  );

  it('from a deleted folder is as usual', () =>
    story(async (db, folder) => {
      const before = bash(
        `mkdir "${folder}/gone" && cd "${folder}/gone" && rmdir "${folder}/gone" && "$@"`,
      );
      expect(await netcoach(db, ['people'], { before })).toMatchObject({ code: 0, stderr: '' });
      const end = await netcoach('here.db', ['people'], { before });
      expect(end).toMatchObject({ code: 1, stdout: '' });
      expect(end.stderr).toMatch(/^netcoach: [^\n]*\n$/);
    }));
});
