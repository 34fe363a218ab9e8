// Keeps V8's compiled form of each bundle, with what common commands use. The build makes it for its own Node;
// under any other, the first command makes it where the package may be written.
const { spawn } = require('node:child_process');
const fs = require('node:fs');
const { tmpdir } = require('node:os');
const { join } = require('node:path');
const { bundle, cacheOf, dataStart, load } = require('./load.js');

/** The bundles of the program: see bundles.mjs. */
const BUNDLES = ['main', 'reading', 'check', 'rest'];
/** A cache in the making; the main one's also keeps others from making them. */
const makingOf = (name) => `${cacheOf(name)}.making`;
const MAKING = makingOf(BUNDLES[0]);
/** After this time, in milliseconds, whoever was making it is taken to be gone. */
const PATIENCE = 60_000;

/** Runs common commands in a folder of their own, and keeps what V8 compiled for them. */
async function compile() {
  const program = load();
  const folder = fs.mkdtempSync(join(tmpdir(), 'netcoach-compile-'));
  const nobody = { isTTY: false, write: () => undefined };
  const world = {
    env: { NETCOACH_DB: join(folder, 'warm.db') },
    stdin: { isTTY: false, read: async () => '' },
    stdout: { ...nobody, columns: 80 },
    stderr: nobody,
    now: () => new Date(),
  };
  const log = (kind, name, title) => ['log', '--kind', kind, '--with', name, '--title', title];
  const daily = [
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
  const others = [
    ['log', 'had coffee with Ana Ruiz about the parser'],
    ['check', 'Hi Ana, I liked working with you on Apollo.', '--to', 'Ana'],
    ['review'],
  ];
  const run = async (commands) => {
    for (const argv of commands)
      if ((await program.main(argv, world)) !== 0) throw new Error(`${argv.join(' ')} failed`);
  };
  const [main, ...seldom] = BUNDLES;
  try {
    await run(daily);
    // What only the others use would make it larger.
    const everyDay = compiledForm(main);
    await run(others);
    for (const name of seldom) keep(name, compiledForm(name));
    keep(main, everyDay);
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

function compiledForm(name) {
  return bundle(name).script.createCachedData();
}

function keep(name, form) {
  const { text } = bundle(name);
  const making = makingOf(name);
  const gap = Buffer.alloc(dataStart(text) - text.length);
  const options = { flush: true };
  fs.writeFileSync(making, Buffer.concat([text, gap, form]), options);
  // Read by everyone who may run the program, whatever the umask.
  fs.chmodSync(making, 0o644);
  fs.renameSync(making, cacheOf(name));
}

/** Has a process of its own make the caches, unless one does already or the package is not ours to write. */
function compileLater() {
  try {
    fs.closeSync(fs.openSync(MAKING, 'wx'));
  } catch (error) {
    if (error.code === 'EEXIST') forgetGone();
    return;
  }
  // Options of V8 would make a cache for themselves alone.
  const env = { ...process.env, NODE_OPTIONS: '' };
  const options = { detached: true, stdio: 'ignore', windowsHide: true, env };
  spawn(process.execPath, [__filename], options)
    .on('error', () => undefined)
    .unref();
}

/** Lets the next command try again where the one that was making the cache is gone. */
function forgetGone() {
  try {
    if (Date.now() - fs.statSync(MAKING).mtimeMs > PATIENCE) fs.rmSync(MAKING, { force: true });
  } catch {
    // It is finished, or another command has taken it away.
  }
}

if (require.main === module) compile();

module.exports = { BUNDLES, compile, compileLater };
