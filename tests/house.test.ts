/** The rooms of the house, and who may import whom: see .github/CONTRIBUTING.md. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const top = fileURLToPath(new URL('..', import.meta.url));

/** Each room, and the rooms that it may import from besides itself. A type costs nothing and may come from anywhere. */
const MAY_IMPORT: Record<string, readonly string[]> = {
  main: ['program', 'failure', 'render', 'world'],
  program: ['commands', 'session', 'failure', 'render', 'rules'],
  session: ['store', 'coach', 'render', 'words', 'failure', 'questions'],
  world: ['failure'],
  questions: ['failure', 'render'],
  commands: ['coach', 'render', 'store', 'import', 'export', 'words', 'rules', 'failure'],
  words: ['store', 'coach', 'render', 'rules', 'failure'],
  import: ['store', 'coach', 'words', 'export', 'rules', 'failure'],
  export: ['coach', 'rules', 'render'],
  render: ['coach', 'rules', 'words'],
  store: ['coach', 'words', 'rules', 'failure'],
  coach: ['rules', 'words'],
  rules: [],
  failure: [],
  context: [],
  ask: [],
};

/** What each room may import from npm. */
const MAY_LOAD: Record<string, readonly string[]> = {
  main: ['commander'],
  program: ['commander'],
  questions: ['inquirer'],
  commands: ['nspell', 'dictionary-en'],
  words: ['chrono-node'],
  coach: ['nspell'],
  import: ['papaparse', 'ical.js', 'fflate'],
  render: ['chalk', 'fast-wrap-ansi', 'fast-string-width', 'd3-force', 'd3-scale', 'd3-shape'],
  store: ['better-sqlite3'],
  rules: ['date-fns'],
};

function files(folder: string): string[] {
  return readdirSync(join(top, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join(folder, name));
}

function roomOf(file: string): string {
  const [first = '', second = ''] = file.split('/');
  return first === 'src' ? second.replace(/\.ts$/, '') : first;
}

/** The specifiers that a file imports as values, static and dynamic. */
function imports(file: string): string[] {
  const text = readFileSync(join(top, file), 'utf8');
  const found = text.matchAll(
    /(?:^|\n)\s*(?:import|export)\s+(?!type\b)[^;'"]*?from\s+'([^']+)'|import\('([^']+)'\)(?!\.|\[)|require\('([^']+)'\)/g,
  );
  return [...found]
    .filter(([all]) => !/typeof import\(/.test(all))
    .map(([, a, b, c]) => a ?? b ?? c ?? '');
}

const sources = ['rules', 'src'].flatMap(files);

describe('the house', () => {
  it('is read whole', () => expect(sources.length).toBeGreaterThan(40));

  it.each(sources)('%s keeps to its room', (file) => {
    const room = roomOf(file);
    for (const specifier of imports(file)) {
      if (specifier.startsWith('node:')) {
        if (room === 'rules' || room === 'coach') expect.fail(`${file} imports ${specifier}`);
      } else if (specifier.startsWith('.')) {
        const target = roomOf(relative(top, resolve(top, dirname(file), specifier)));
        if (target !== room) expect(MAY_IMPORT[room], `${file} → ${target}`).toContain(target);
      } else {
        const name = specifier
          .split('/')
          .slice(0, specifier.startsWith('@') ? 2 : 1)
          .join('/');
        expect(MAY_LOAD[room] ?? [], `${file} loads ${name}`).toContain(name);
      }
    }
  });

  it('keeps its top level', () => {
    const seen = readdirSync(top).filter((name) => !name.startsWith('.'));
    const known =
      'bin src rules tests package.json package-lock.json tsconfig.json README.md LICENSE CHANGELOG.md node_modules dist coverage reports';
    expect(seen.filter((name) => !known.split(' ').includes(name))).toEqual([]);
  });
});
