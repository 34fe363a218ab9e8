/** What is said where SQLite isn't installed for the Node that runs. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { PACKAGE } from '../../src/database/addon.ts';
import { project, tempDb, tempFolder } from '../helpers/run.ts';

/** A copy of the built program, without the packages that it loads. */
function bare(): string {
  const folder = tempFolder();
  for (const part of ['bin', 'dist'])
    cpSync(join(project, part), join(folder, part), { recursive: true });
  return folder;
}

function people(folder: string, ...flags: string[]) {
  const args = [join(folder, 'bin', 'netcoach.js'), 'people', '--db', tempDb(), ...flags];
  const { status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  return { status, stderr };
}

const here = `Node ${process.versions.node} on ${process.platform}-${process.arch}`;

describe('without SQLite', () => {
  it('says in one line how to install it', () => {
    const folder = bare();
    const { status, stderr } = people(folder);
    expect(status).toBe(1);
    expect(stderr).toMatch(
      new RegExp(
        `^netcoach: SQLite doesn't load under ${here}\\. Install .*: npm install --global netcoach\\n$`,
      ),
    );
    const { error } = JSON.parse(people(folder, '--json').stderr);
    expect(error).toMatchObject({ code: 'io', message: `SQLite doesn't load under ${here}` });
  });

  it('says in one line how to compile it where it is not', () => {
    const folder = bare();
    const installed = join(folder, 'node_modules', PACKAGE);
    mkdirSync(join(installed, 'lib'), { recursive: true });
    writeFileSync(join(installed, 'package.json'), JSON.stringify({ main: 'lib/index.js' }));
    writeFileSync(join(installed, 'lib', 'index.js'), '');
    writeFileSync(join(installed, 'lib', 'binding.js'), 'exports.getPrebuildPath = () => null;');
    const { status, stderr } = people(folder);
    expect(status).toBe(1);
    const command =
      PACKAGE === 'better-sqlite3'
        ? `npx node-gyp rebuild --release --force_build=1 --directory ${installed}`
        : `npm rebuild --prefix ${folder} ${PACKAGE}`;
    expect(stderr).toBe(`netcoach: SQLite doesn't load under ${here}. Compile it: ${command}\n`);
  });
});
