// Build, step 2: wraps the bundle in a function, runs common commands and stores V8's code cache.
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CACHE, load, PROGRAM } from './load.js';

// A script from V8's code cache can't use import(); and ASCII is the fastest to read.
const bundle = readFileSync(PROGRAM, 'utf8')
  .replace(/\bimport\((?=["'])/g, 'importModule(')
  .replace(/[^\n -~]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
if (/\bimport\(/.test(bundle)) throw new Error('The bundle imports what is no plain name');
const parameters = 'exports, require, module, __filename, __dirname, importModule';
writeFileSync(PROGRAM, `(function (${parameters}) {\n${bundle}\n})\n`);

// The reader of sentences loads its weights from beside the bundle.
const weights = fileURLToPath(new URL('../src/reading/weights.json', import.meta.url));
copyFileSync(weights, join(dirname(PROGRAM), 'weights.json'));

rmSync(CACHE, { force: true });
const { exports, script } = load();
const folder = mkdtempSync(join(tmpdir(), 'netcoach-build-'));
const silentStream = { isTTY: false, write: () => undefined };
const world = {
  env: { NETCOACH_DB: join(folder, 'warm.db') },
  stdin: { isTTY: false, read: async () => '' },
  stdout: { ...silentStream, columns: 80 },
  stderr: silentStream,
  now: () => new Date(),
};
const logCommand = (kind, name, title) => ['log', '--kind', kind, '--with', name, '--title', title];
const commonCommands = [
  ['me', '--name', 'Sam Ortiz', '--role', 'engineer', '--team', 'Billing'],
  logCommand('project', 'Ana Ruiz: your rollback plan', 'Apollo launch'),
  logCommand('event', 'Tom Becker', 'Lisbon offsite'),
  logCommand('milestone', 'Aoife Byrne', 'promotion to Staff Engineer'),
  logCommand('feedback', 'Wei Chen', 'Q3 design review'),
  logCommand('interest', 'Leila Moradi', 'trail running'),
  [
    ...logCommand('project', 'Omar Haddad: your retry change', 'Ledger migration'),
    '--on',
    '2020-01-01',
  ],
  ['accepted', 'Omar', '--on', '2020-01-02'],
  ['sent', 'Tom', '--on', '2020-01-02'],
  ['suggest', '--limit', '9'],
  ['suggest', '--json'],
  ['show', 'Ana'],
  ['draft', 'Ana'],
];
try {
  for (const argv of commonCommands) {
    if ((await exports.main(argv, world)) !== 0) throw new Error(`${argv.join(' ')} failed`);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
writeFileSync(CACHE, script.createCachedData());
