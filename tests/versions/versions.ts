/**
 * Checks the package as people get it, under Node 20, 22 and 24: `npm run versions`.
 *
 * The sources are built and packed by Node 24, as for a release, and the tarball is installed elsewhere: on 22
 * and 24 without a single install script, on 20 with the one that compiles SQLite. There the main commands run
 * under each Node, and the tests of the database under each but this one, where `npm test` runs them. A Node
 * that isn't this one comes from npm. `npm test` ends with it. It takes under two minutes, and skips nothing: what
 * can't be done fails.
 */
import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const top = fileURLToPath(new URL('../..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'netcoach-versions-'));
const source = join(folder, 'source');
const isWindows = process.platform === 'win32';
/** The day of the build, which `doctor` says. */
const BUILT = { seconds: '1798761600', day: '1 Jan 2027' };

interface Node {
  major: number;
  /** Its program. */
  path: string;
  version: string;
}

const npm = process.env.npm_execpath ?? '';
if (npm === '') throw new Error('Start it with: npm run versions');

/** What npm tells its scripts is about this project, and would mislead the npm that they start. */
const env = Object.fromEntries(
  Object.entries(process.env).filter(([name]) => !/^(npm_|INIT_CWD$|NODE(_ENV)?$)/i.test(name)),
);

/** Runs Node with these arguments, and returns what it prints. @throws Error where it fails */
function run(node: Pick<Node, 'path'>, args: readonly string[], cwd = folder): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(node.path, args, {
      cwd,
      env: {
        ...env,
        // Scripts of packages are run by the `node` that the PATH has first.
        PATH: `${dirname(node.path)}${delimiter}${env.PATH}`,
        NETCOACH_NO_INPUT: '1',
        NETCOACH_BACKUP_FIRST: '1',
        SOURCE_DATE_EPOCH: BUILT.seconds,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let stdout = '';
    let all = '';
    child.stdout.on('data', (chunk) => {
      stdout += chunk;
      all += chunk;
    });
    child.stderr.on('data', (chunk) => {
      all += chunk;
    });
    child.on('error', reject);
    child.on('close', (code, signal) => {
      if (code === 0) resolve(stdout);
      else reject(new Error(`${node.path} ${args.join(' ')}: ${signal ?? code}\n${all}`));
    });
  });
}

function check(isRight: boolean, what: string): void {
  if (!isRight) throw new Error(what);
}

/** Node of this major release: this one, or one from npm. */
async function nodeOf(major: number): Promise<Node> {
  const here = process.versions.node;
  if (here.startsWith(`${major}.`)) return { major, path: process.execPath, version: here };
  const prefix = join(folder, `node-${major}`);
  const name = `node-${isWindows ? 'win' : process.platform}-${process.arch}`;
  mkdirSync(prefix);
  await run({ path: process.execPath }, [npm, 'install', '--prefix', prefix, `${name}@${major}`]);
  const path = join(prefix, 'node_modules', name, 'bin', isWindows ? 'node.exe' : 'node');
  return { major, path, version: (await run({ path }, ['-p', 'process.versions.node'])).trim() };
}

/** Builds the sources with this Node, and returns the tarball. */
async function pack(node: Node): Promise<string> {
  const left = ['node_modules', '.git', 'dist', 'coverage', 'reports', 'THIRD-PARTY-NOTICES'];
  const unwanted = left.map((name) => join(top, name));
  cpSync(top, source, { recursive: true, filter: (path) => !unwanted.includes(path) });
  await run(node, [npm, 'ci', '--ignore-scripts'], source);
  await run(node, ['bin/build.mjs'], source);
  const bundle = readFileSync(join(source, 'dist', 'main.cjs'), 'latin1');
  check(!/require\("better-sqlite3/.test(bundle), 'the bundle lacks JavaScript of SQLite');
  const packed = await run(
    node,
    [npm, 'pack', '--json', '--ignore-scripts', '--pack-destination', folder],
    source,
  );
  const [{ filename, files }] = JSON.parse(packed);
  const has = (name: string) => files.some(({ path }: { path: string }) => path === name);
  for (const name of ['dist/main.cjs', 'dist/rest.cjs', 'THIRD-PARTY-NOTICES', 'LICENSE'])
    check(has(name), `the tarball lacks ${name}`);
  return join(folder, filename);
}

/** Installs the tarball under a Node, and returns the folder of the package. */
async function install(node: Node, tarball: string): Promise<string> {
  const prefix = join(folder, `installed-${node.major}`);
  const scripts = node.major === 20 ? [] : ['--ignore-scripts'];
  await run(node, [npm, 'install', '--global', '--prefix', prefix, ...scripts, tarball]);
  return join(prefix, ...(isWindows ? [] : ['lib']), 'node_modules', 'netcoach');
}

/** Plays the main commands with an installed package. */
async function play(node: Node, installed: string): Promise<void> {
  const db = join(folder, `play-${node.major}.db`);
  const netcoach = (...words: string[]) =>
    run(node, [join(installed, 'bin', 'netcoach.js'), '--db', db, ...words]);
  check((await netcoach('demo')).includes('netcoach suggest'), 'demo shows no list');
  await netcoach('log', '--kind', 'project', '--with', 'Ana Ruiz', '--title', 'Apollo launch');
  // SQLite of the wrong release aborts at random, and more often than not by the sixth time.
  for (let i = 0; i < 6; i++) {
    await netcoach('log', '--kind', 'meeting', '--with', 'Tom Becker', '--title', `Coffee ${i}`);
    const { people } = JSON.parse(await netcoach('people', '--json'));
    check(people.length === 2, 'log and people disagree');
    const { suggestions } = JSON.parse(await netcoach('suggest', '--json'));
    check(suggestions.length > 0, 'suggest has nothing to say');
    const { ok, versions } = JSON.parse(await netcoach('doctor', '--json'));
    check(ok && versions.node === node.version, 'doctor finds fault');
  }
  const { total } = JSON.parse(await netcoach('interactions', '--json'));
  check(total === 7, `of 7 log entries there are ${total}`);
  check((await netcoach('doctor')).includes(` of ${BUILT.day} · `), "doctor doesn't say its age");
}

/** Runs the tests of the database under a Node, and returns how many passed. */
async function test(node: Node): Promise<string> {
  const vitest = [join('node_modules', 'vitest', 'vitest.mjs'), 'run'];
  const config = ['--config', 'tests/vitest.config.ts', '--project', 'daily', '--project', 'long'];
  const rooms = ['tests/database', 'tests/store'];
  const told = await run(node, [...vitest, ...config, '--no-color', ...rooms], source);
  return /Tests +(.*)/.exec(told)?.[1] ?? 'no count of tests';
}

/** Checks one Node, and says what was done. @throws Error where anything is wrong */
async function verify(node: Node, installing: Promise<string>): Promise<string> {
  const installed = await installing;
  await play(node, installed);
  const isOld = node.major === 20;
  const compiled = join('node_modules', 'better-sqlite3-node20', 'build');
  check(existsSync(join(installed, compiled)) === isOld, `${compiled} on Node ${node.version}`);
  if (isOld) cpSync(join(installed, compiled), join(source, compiled), { recursive: true });
  const isHere = node.path === process.execPath;
  const tests = isHere ? 'npm test runs its database tests' : `database tests: ${await test(node)}`;
  const how = isOld ? 'compiled' : 'without install scripts';
  return `Node ${node.version}: installed ${how}; main commands work; ${tests}`;
}

try {
  const [node20, node22, node24] = await Promise.all([nodeOf(20), nodeOf(22), nodeOf(24)] as const);
  const tarball = await pack(node24);
  // Compiling takes a minute or two: meanwhile the others have their turn, one by one, as their tests watch the time.
  const compiling = install(node20, tarball);
  compiling.catch(() => undefined);
  for (const node of [node22, node24]) console.log(await verify(node, install(node, tarball)));
  console.log(await verify(node20, compiling));
} finally {
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}
