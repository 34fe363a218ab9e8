/** Bundles that were built before the program changed. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { project, tempFolder } from '../helpers/run.ts';

it('says in one line that it has to be built again', () => {
  const folder = tempFolder();
  cpSync(join(project, 'bin'), join(folder, 'bin'), { recursive: true });
  mkdirSync(join(folder, 'dist'));
  writeFileSync(join(folder, 'dist', 'main.cjs'), '(function (exports) {\nexports.main = 1;\n})\n');
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(folder, 'bin', 'netcoach.js'), 'help'],
    { encoding: 'utf8' },
  );
  expect({ status, stdout, stderr }).toEqual({
    status: 1,
    stdout: '',
    stderr: 'netcoach: this was built from older code. Build it again: npm run build\n',
  });
});
