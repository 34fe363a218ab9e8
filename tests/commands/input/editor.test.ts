import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { editText } from '../../../src/commands/input/editor.ts';
import type { Context } from '../../../src/context.ts';
import { coach } from '../../helpers/coach.ts';
import { tempFolder } from '../../helpers/run.ts';

/** A context in which an editor that is a shell command edits. */
const editing = (path: string, env: Record<string, string>) =>
  ({ ask: {}, path, env }) as unknown as Context;

describe('the editor', () => {
  it("gets a file in memory, or beside the database where there's no such place", async () => {
    const c = coach();
    await c.add('Priya Shah');
    const runtime = tempFolder();
    const log = join(tempFolder(), 'where');
    const EDITOR = `f() { echo "$1" >> ${log}; echo edited > "$1"; }; f`;
    for (const [folder, XDG_RUNTIME_DIR] of [
      [runtime, runtime],
      [`${c.db}-backups`, '/nowhere/at/all'],
      [`${c.db}-backups`, ''],
    ] as const) {
      expect(editText('Hi Priya', editing(c.db, { EDITOR, XDG_RUNTIME_DIR }))).toBe('edited');
      const used = readFileSync(log, 'utf8').trim().split('\n').at(-1);
      expect(used).toMatch(`${folder}/.netcoach-message.txt.`);
      expect(readdirSync(folder).filter((name) => name.includes('message'))).toEqual([]);
    }
  });

  it('takes away what a killed run left, and forget and backup do, too', async () => {
    const c = coach();
    await c.add('Priya Shah');
    await c.add('Tom Becker');
    const gone = spawnSync('true').pid;
    const left = join(`${c.db}-backups`, `.netcoach-message.txt.${gone}.part`);
    for (const clean of [
      () => editText('Hi', editing(c.db, { EDITOR: 'true' })),
      () => c.json('backup'),
      () => c.json('forget', 'Priya', '--yes'),
    ]) {
      writeFileSync(left, 'Hi Priya');
      await clean();
      expect(existsSync(left)).toBe(false);
    }
  });
});
