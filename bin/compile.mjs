// The end of the build: makes the bundle a function of its module, and keeps V8's compiled form of what
// the common commands use.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CACHE, load, PROGRAM } from './load.js';

// A script that comes from V8's compiled form has no import() of its own; and ASCII is read the fastest.
const bundle = readFileSync(PROGRAM, 'utf8')
  .replace(/\bimport\((?=["'])/g, 'importModule(')
  .replace(/[^\n -~]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
if (/\bimport\(/.test(bundle)) throw new Error('The bundle imports what is no plain name');
const parameters = 'exports, require, module, __filename, __dirname, importModule';
writeFileSync(PROGRAM, `(function (${parameters}) {\n${bundle}\n})\n`);

rmSync(CACHE, { force: true });
const { exports, script } = load();
const folder = mkdtempSync(join(tmpdir(), 'netcoach-build-'));
const nobody = { isTTY: false, write: () => undefined };
const world = {
  env: { NETCOACH_DB: join(folder, 'warm.db') },
  stdin: { isTTY: false, read: async () => '' },
  stdout: { ...nobody, columns: 80 },
  stderr: nobody,
  now: () => new Date(),
};
const log = (kind, name, title) => ['log', '--kind', kind, '--with', name, '--title', title];
const common = [
  ['me', '--name', 'Sam Ortiz', '--role', 'engineer', '--team', 'Billing'],
  log('project', 'Ana Ruiz: your rollback plan', 'Apollo launch'),
  log('event', 'Tom Becker', 'Lisbon offsite'),
  log('milestone', 'Aoife Byrne', 'promotion to Staff Engineer'),
  log('feedback', 'Wei Chen', 'Q3 design review'),
  log('interest', 'Leila Moradi', 'trail running'),
  [...log('project', 'Omar Haddad: your retry change', 'Ledger migration'), '--on', '2020-01-01'],
  ['accepted', 'Omar', '--on', '2020-01-02'],
  ['sent', 'Tom', '--on', '2020-01-02'],
  ['suggest', '--limit', '9'],
  ['suggest', '--json'],
  ['show', 'Ana'],
  ['draft', 'Ana'],
];
try {
  for (const argv of common) {
    if ((await exports.main(argv, world)) !== 0) throw new Error(`${argv.join(' ')} failed`);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
writeFileSync(CACHE, script.createCachedData());
