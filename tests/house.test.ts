/** The source folders ("rooms"), and which may import which: see .github/CONTRIBUTING.md. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { commandNames, EVERY_COMMAND } from './faults/network.ts';

const top = fileURLToPath(new URL('..', import.meta.url));

/** Top to bottom: each folder imports only from rows below its own, including types, never from its own row. */
const ROWS = [
  ['cli'],
  ['mcp'],
  ['commands'],
  ['render'],
  ['sync', 'doctor'],
  ['forget', 'import'],
  ['reading', 'export'],
  ['store'],
  ['coach'],
  ['database', 'rules'],
  ['context', 'text'],
  ['model', 'failure'],
];
/** Pure folders may import even less, so that they can be read and tested alone. */
const ONLY: Record<string, readonly string[]> = {
  coach: ['rules', 'text', 'context', 'model', 'failure'],
  rules: ['text', 'model'],
};

/** What each folder may import from npm. */
const PACKAGES: Record<string, readonly string[]> = {
  cli: ['commander', 'inquirer', '@inquirer/core', 'better-sqlite3'],
  mcp: ['@modelcontextprotocol/server', 'zod'],
  commands: ['commander', 'nspell', 'dictionary-en', 'better-sqlite3'],
  render: ['chalk', 'fast-wrap-ansi', 'fast-string-width', 'd3-force', 'd3-scale', 'd3-shape'],
  reading: [
    'chrono-node',
    'dictionary-en',
    'wink-nlp',
    'wink-eng-lite-web-model',
    'better-sqlite3',
  ],
  import: ['fflate', 'better-sqlite3'],
  coach: ['nspell'],
  text: ['date-fns'],
  context: ['better-sqlite3'],
  doctor: ['better-sqlite3'],
  sync: ['yjs', 'age-encryption', 'better-sqlite3'],
  forget: ['better-sqlite3'],
  store: ['better-sqlite3'],
  database: ['better-sqlite3', 'better-sqlite3-node20'],
};

const sources = ['rules', 'src'].flatMap((folder) =>
  readdirSync(join(top, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join(folder, name)),
);

/** Everything a file imports: values and types, statically and dynamically. */
function importsOf(file: string): string[] {
  const text = readFileSync(join(top, file), 'utf8');
  const found = text.matchAll(/(?:\bfrom\s+|\bimport\(|\bimport\s+|\brequire\()'([^']+)'/g);
  return [...found].map(([, name = '']) => name);
}

/** The project files that a file imports. */
function filesIn(file: string): string[] {
  return importsOf(file)
    .filter((name) => name.startsWith('.'))
    .map((name) => relative(top, resolve(top, dirname(file), name)));
}

function roomOf(file: string): string {
  const [first = '', second = ''] = file.split('/');
  return first === 'src' ? second.replace(/\.ts$/, '') : first;
}

/** `src/store/` for a file in that folder, `src/model.ts` for a folder that is a single file. */
function placeOf(file: string): string {
  const [top = '', room = ''] = file.split('/');
  return `${top}/${room}${room.endsWith('.ts') ? '' : '/'}`;
}

function rowOf(room: string): number {
  return ROWS.findIndex((rooms) => rooms.includes(room));
}

function mayImport(room: string, other: string): boolean {
  return room in ONLY ? ONLY[room]?.includes(other) === true : rowOf(other) > rowOf(room);
}

/** Node's own modules do I/O, which pure folders may not. */
function mayLoad(room: string, name: string): boolean {
  if (name.startsWith('node:')) return !(room in ONLY);
  const parts = name.startsWith('@') ? 2 : 1;
  return PACKAGES[room]?.includes(name.split('/').slice(0, parts).join('/')) === true;
}

/** The files on a path from a file back to itself; null if there is none. */
function loopFrom(start: string): string[] | null {
  const seen = new Set<string>();
  const walk = (file: string, path: readonly string[]): string[] | null => {
    for (const next of filesIn(file)) {
      if (next === start) return [...path, next];
      if (seen.has(next) || !sources.includes(next)) continue;
      seen.add(next);
      const found = walk(next, [...path, next]);
      if (found !== null) return found;
    }
    return null;
  };
  return walk(start, [start]);
}

describe('the source tree', () => {
  it('lists every folder', () => {
    expect(sources.length).toBeGreaterThan(100);
    expect([...new Set(sources.map(roomOf))].filter((room) => rowOf(room) < 0)).toEqual([]);
  });

  it('imports downwards only', () => {
    const wrong = sources.flatMap((file) =>
      filesIn(file)
        .filter((target) => roomOf(target) !== roomOf(file))
        .filter((target) => !mayImport(roomOf(file), roomOf(target)))
        .map((target) => `${file} imports ${target}`),
    );
    expect(wrong).toEqual([]);
  });

  it('has no circular imports', () => {
    expect(sources.map(loopFrom).filter((loop) => loop !== null)).toEqual([]);
  });

  it('loads in each folder only the packages allowed there', () => {
    const wrong = sources.flatMap((file) =>
      importsOf(file)
        .filter((name) => !name.startsWith('.') && !mayLoad(roomOf(file), name))
        .map((name) => `${file} loads ${name}`),
    );
    expect(wrong).toEqual([]);
  });

  it('loads SQLite in one file, and knows its types elsewhere', () => {
    const loading = sources.filter((file) =>
      /(^import (?!type ).*from |\b(require|import)\()'better-sqlite3/m.test(
        readFileSync(join(top, file), 'utf8'),
      ),
    );
    expect(loading).toEqual(['src/database/addon.ts']);
  });

  it('re-exports nothing from another file', () => {
    const passing = sources.filter((file) =>
      /^export .*\bfrom '/m.test(readFileSync(join(top, file), 'utf8')),
    );
    expect(passing.filter((file) => file !== 'rules/index.ts')).toEqual([]);
  });

  it('has no vague file names', () => {
    const names = sources.map((file) => basename(file, '.ts'));
    const riddles = ['own', 'parts', 'said', 'left', 'pick', 'hints', 'utils', 'util', 'helpers'];
    expect(names.filter((name) => riddles.includes(name))).toEqual([]);
  });

  it('is described folder by folder in CONTRIBUTING.md', () => {
    const text = readFileSync(join(top, '.github/CONTRIBUTING.md'), 'utf8');
    const places = sources.map((file) => (file.startsWith('rules/') ? 'rules/' : placeOf(file)));
    expect([...new Set(places)].filter((place) => !text.includes(place))).toEqual([]);
  });

  it('has a test file for each command', () => {
    const outcomes = ['sent', 'accepted', 'declined', 'withdrawn'];
    const names = commandNames();
    expect(names.length).toBeGreaterThan(25);
    const files = names.map((name) =>
      outcomes.includes(name) ? 'outcome' : ['accept', 'ignore'].includes(name) ? 'incoming' : name,
    );
    expect(
      files.filter((name) => !existsSync(join(top, 'tests', 'commands', `${name}.test.ts`))),
    ).toEqual([]);
  });

  it('has a line for each command in tests/faults/network.ts', () => {
    expect(commandNames().filter((name) => EVERY_COMMAND[name] === undefined)).toEqual([]);
  });

  it('keeps its top level', () => {
    const seen = readdirSync(top).filter((name) => !name.startsWith('.'));
    const known =
      'bin src rules tests package.json package-lock.json tsconfig.json README.md LICENSE THIRD-PARTY-NOTICES CHANGELOG.md node_modules dist coverage reports man docs';
    expect(seen.filter((name) => !known.split(' ').includes(name))).toEqual([]);
  });
});
