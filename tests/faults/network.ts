/** The program never uses the network or a resolver, and writes only in its own places. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildProgram } from '../../src/cli/program.ts';
import { inFolder, isCrash, netcoach } from './process.ts';
import { emptyTally, type Tally } from './tally.ts';

/** One line per command, ordered so that each has something to do. `$` is the folder. */
export const EVERY_COMMAND: Readonly<Record<string, string>> = {
  me: 'me --name Sam --team Billing --goal databases',
  log: 'log --kind project --with Priya --title Apollo',
  add: 'add Tom --team Billing --note quiet',
  edit: 'edit Tom --skill databases',
  suggest: 'suggest --all',
  why: 'why Priya',
  brief: 'brief Priya',
  draft: 'draft Priya',
  check: 'check hello',
  people: 'people',
  show: 'show Priya',
  interactions: 'interactions',
  amend: 'amend 1 --title Apollo2',
  sent: 'sent Priya',
  withdrawn: 'withdrawn Priya',
  declined: 'declined Tom',
  accepted: 'accepted Priya',
  accept: 'accept Tom',
  ignore: 'ignore Priya',
  snooze: 'snooze Tom',
  skip: 'skip Priya',
  done: 'done Priya',
  unsnooze: 'unsnooze Tom',
  due: 'due',
  coworkers: 'coworkers --list',
  inbox: 'inbox $',
  rules: 'rules',
  import: 'import csv $/people.csv',
  export: 'export json $/all.json',
  undo: 'undo --yes',
  redo: 'redo',
  backup: 'backup $/copy.db',
  restore: 'restore $/copy.db',
  sync: 'sync $',
  merge: 'merge Tom Priya',
  delete: 'delete 1',
  forget: 'forget Priya --yes',
  doctor: 'doctor',
  demo: 'demo',
  review: 'review',
  remind: 'remind --cron',
  config: 'config writer-seconds 90',
  mcp: 'mcp --write',
  skill: 'skill --install $',
  completion: 'completion bash',
};

/** Commands that print something in any database with one person in it. */
export const PRINTING: readonly (readonly string[])[] = [
  ...['suggest', 'due', 'people', 'interactions', 'me', 'rules', 'doctor', 'backup', 'demo'].map(
    (name) => [name],
  ),
  ...[
    ['show', '#1'],
    ['why', '#1'],
    ['draft', '#1'],
    ['undo', '--list'],
    ['export', 'json'],
  ],
];

/** The names of all commands, as the program lists them. */
export function commandNames(): string[] {
  const world = {
    env: {},
    stdin: { isTTY: false, read: async () => '' },
    stdout: { isTTY: false, columns: 80, write: () => undefined },
    stderr: { isTTY: false, write: () => undefined },
    now: () => new Date(),
  };
  return buildProgram(world, () => undefined).commands.map((command) => command.name());
}

/** What is wrong in a line of strace output, or null. */
function fault(line: string, folder: string): string | null {
  if (
    /^(socket|connect|sendto|sendmsg|bind)\(/.test(line) &&
    !/AF_(UNIX|LOCAL)|^\w+\(\d+, \{sa_family=AF_UNIX/.test(line)
  )
    return line;
  if (!line.startsWith('openat(')) return null;
  const path = /"([^"]*)"/.exec(line)?.[1] ?? '';
  if (/\/etc\/(resolv\.conf|hosts|nsswitch\.conf|gai\.conf)$/.test(path) && !/ENOENT/.test(line))
    return line;
  if (!/O_(WRONLY|RDWR|CREAT)/.test(line) || path.startsWith(folder) || path.startsWith('/dev/'))
    return null;
  return path.startsWith('/proc/') || / = -1 /.test(line) ? null : line;
}

/** Runs every command under strace: no network call, no write outside the folder. */
export function silentNetwork(names: readonly string[]): Promise<Tally> {
  return inFolder(async (folder) => {
    const tally = emptyTally();
    const log = join(folder, 'log');
    mkdirSync(log);
    writeFileSync(join(folder, 'people.csv'), 'name,team\nWei Chen,Payments\n');
    let calls = 0;
    for (const [name, words] of Object.entries(EVERY_COMMAND)) {
      if (!names.includes(name)) continue;
      const trace = join(log, name);
      const before = ['strace', '-ff', '-o', trace, '-e', 'trace=network,openat'];
      const args = words.split(' ').map((word) => word.replace('$', folder));
      const end = await netcoach(join(folder, 'netcoach.db'), args, {
        before,
        env: { TMPDIR: folder },
      });
      tally.tried++;
      if (isCrash(end)) tally.crashed++;
      if (end.code !== 0) tally.refused++;
      for (const file of readdirSync(log).filter((one) => one.startsWith(`${name}.`))) {
        for (const line of readFileSync(join(log, file), 'utf8').split('\n')) {
          calls++;
          const found = fault(line, folder);
          if (found !== null) tally.broken.push(`${name}: ${found}`);
        }
      }
    }
    tally.note = `${calls} system calls looked at`;
    return tally;
  });
}

/** Runs every command with network modules that throw when used: needs only Node. */
export function deafNetwork(names: readonly string[]): Promise<Tally> {
  return inFolder(async (folder) => {
    const tally = emptyTally();
    const guard = join(folder, 'guard.cjs');
    writeFileSync(guard, GUARD);
    writeFileSync(join(folder, 'people.csv'), 'name,team\nWei Chen,Payments\n');
    for (const [name, words] of Object.entries(EVERY_COMMAND)) {
      if (!names.includes(name)) continue;
      const args = words.split(' ').map((word) => word.replace('$', folder));
      const env = { NODE_OPTIONS: `--require ${guard}`, TMPDIR: folder };
      const end = await netcoach(join(folder, 'netcoach.db'), args, { env });
      tally.tried++;
      if (isCrash(end)) tally.crashed++;
      if (end.code !== 0) tally.refused++;
      if (end.stderr.includes('NETWORK')) tally.broken.push(`${name}: ${end.stderr}`);
    }
    return tally;
  });
}

const GUARD = `
const { writeSync } = require('node:fs');
const refuse = (what) => () => {
  writeSync(2, 'NETWORK ' + what);
  process.exit(99);
};
const net = require('node:net');
net.Socket.prototype.connect = refuse('connect');
net.Server.prototype.listen = refuse('listen');
const dns = require('node:dns');
for (const name of ['lookup', 'resolve', 'resolve4', 'resolve6']) {
  dns[name] = refuse(name);
  dns.promises[name] = refuse(name);
}
require('node:dgram').createSocket = refuse('dgram');
globalThis.fetch = refuse('fetch');
`;
