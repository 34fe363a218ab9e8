/**
 * Makes the bundles of the program (see bundles.mjs): our sources, commander, date-fns and better-sqlite3's
 * JavaScript in CommonJS, which loads in half the time of ES modules; dist/mcp.cjs, the server for assistants;
 * dist/sync.cjs, what `netcoach sync` merges and encrypts with; and THIRD-PARTY-NOTICES, the licences of what is in them.
 */
import { execFileSync } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { relative } from 'node:path';
import { build } from 'esbuild';
import { assign } from './bundles.mjs';
import { BUNDLES, compile } from './compile.js';

/** Heavy or rarely used packages, loaded from node_modules when a command needs them. */
const external = [
  'bindings',
  'inquirer',
  '@inquirer/core',
  'chrono-node',
  'wink-nlp',
  'wink-eng-lite-web-model',
  'chalk',
  'nspell',
  'dictionary-en',
  'fflate',
  'd3-force',
  'd3-scale',
  'd3-shape',
];

/** The JavaScript of SQLite goes into the bundle, for each release that is installed here; npm leaves some out. */
const sqlite = ['better-sqlite3', 'better-sqlite3-node20'];
const absent = sqlite.filter((name) => !isInstalled(name));

function isInstalled(name) {
  try {
    createRequire(import.meta.url).resolve(name);
    return true;
  } catch {
    return false;
  }
}

/** Leaves the choice of SQLite a `require` that esbuild follows. */
const requireSqlite = {
  name: 'require-sqlite',
  setup(building) {
    building.onLoad({ filter: /[\\/]src[\\/]database[\\/]addon\.ts$/ }, ({ path }) => {
      const text = readFileSync(path, 'utf8');
      const contents = text.replace('const require = createRequire(import.meta.url);', '');
      if (contents === text) throw new Error(`${path} has another way to load SQLite`);
      return { contents, loader: 'ts' };
    });
  },
};

/** Leaves the protocol's library to a bundle that `netcoach mcp` alone loads, by its path from bin/load.js. */
const serverApart = {
  name: 'server-apart',
  setup(building) {
    building.onResolve({ filter: /^\.\/serve\.ts$/ }, () => ({
      path: '../dist/mcp.cjs',
      external: true,
    }));
  },
};

/** Loads the wrapping of wide letters where it is called: its patterns take a millisecond to read. */
const wrapLazily = {
  name: 'wrap-lazily',
  setup(building) {
    building.onLoad({ filter: /[\\/]src[\\/]render[\\/]layout\.ts$/ }, ({ path }) => {
      const text = readFileSync(path, 'utf8');
      const contents = text
        .replace("import { wrapAnsi } from 'fast-wrap-ansi';", '')
        .replace('wrapAnsi(', "require('fast-wrap-ansi').wrapAnsi(");
      if (contents.includes('import') || !contents.includes('require('))
        throw new Error(`${path} wraps in another way`);
      return { contents, loader: 'ts' };
    });
  },
};

/** The phrases of `check` without their examples, which only its tests read. */
const phrasesAlone = {
  name: 'phrases-alone',
  setup(building) {
    building.onLoad({ filter: /[\\/]phrases[\\/][^\\/]+\.txt$/ }, ({ path }) => {
      const text = readFileSync(path, 'utf8');
      return { contents: text.replace(/^#.*\n/gm, '').replace(/ \| .*$/gm, ''), loader: 'text' };
    });
  },
};

/** Packages that `netcoach sync` alone loads, in one bundle. */
const syncing = ['yjs', 'age-encryption'];
const syncApart = {
  name: 'sync-apart',
  setup(building) {
    building.onResolve({ filter: new RegExp(`^(${syncing.join('|')})$`) }, () => ({
      path: '../dist/sync.cjs',
      external: true,
    }));
  },
};

/** The time of what is built, in seconds: SOURCE_DATE_EPOCH, or the newest commit; null where neither is known. */
function sourceDate() {
  if (process.env.SOURCE_DATE_EPOCH) return Number(process.env.SOURCE_DATE_EPOCH);
  // Git would look for a repository in the folders above.
  if (!existsSync('.git')) return null;
  try {
    const options = { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] };
    return Number(execFileSync('git', ['log', '-1', '--format=%ct'], options));
  } catch {
    return null;
  }
}

const seconds = sourceDate();
const day = seconds === null ? null : new Date(seconds * 1000).toISOString().slice(0, 10);
rmSync('dist', { recursive: true, force: true });
const common = {
  bundle: true,
  metafile: true,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  define: { 'import.meta.url': '__filename', NETCOACH_BUILT: JSON.stringify(day) },
  minifyWhitespace: true,
  minifySyntax: true,
  logLevel: 'warning',
};
const program = {
  ...common,
  external: [...external, ...absent],
  plugins: [requireSqlite, serverApart, syncApart, wrapLazily, phrasesAlone],
};
const whole = await build({ ...program, entryPoints: ['src/cli/main.ts'], write: false });
const { inputs } = whole.metafile;
const bundleOf = assign(inputs);
for (const name of BUNDLES) await build(bundleNamed(name));
const server = await build({
  ...common,
  entryPoints: ['src/mcp/serve.ts'],
  outfile: 'dist/mcp.cjs',
  minify: true,
});
const merger = await build({
  ...common,
  stdin: {
    contents: syncing.map((name) => `export * from '${name}';`).join('\n'),
    resolveDir: '.',
  },
  outfile: 'dist/sync.cjs',
  minify: true,
});
writeFileSync('THIRD-PARTY-NOTICES', notices(whole.metafile, server.metafile, merger.metafile));
// The models load their weights from beside the bundle.
for (const name of readdirSync('src/reading').filter((entry) => entry.endsWith('.txt')))
  copyFileSync(`src/reading/${name}`, `dist/${name}`);
// `netcoach skill` reads this from beside the bundle.
copyFileSync('src/commands/SKILL.md', 'dist/SKILL.md');

/** The licence of each package that the bundles have something of. */
function notices(...metafiles) {
  const inputs = metafiles.flatMap(({ outputs }) =>
    Object.values(outputs).flatMap((output) => Object.keys(output.inputs)),
  );
  const folders = inputs.flatMap(
    (path) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(path) ?? [],
  );
  const texts = [...new Set(folders)].sort().map((folder) => {
    const { name, version, license } = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8'));
    const file = readdirSync(folder).find((entry) => /^licen[cs]e(\.(md|txt))?$/i.test(entry));
    if (file === undefined) throw new Error(`${folder} has no licence file`);
    return `${name} ${version} (${license})\n\n${readFileSync(`${folder}/${file}`, 'utf8').trim()}\n`;
  });
  const rule = `\n${'-'.repeat(72)}\n\n`;
  const names = [...BUNDLES, 'mcp'].map((name) => `dist/${name}.cjs`).join(', ');
  const bundles = `${names} and dist/sync.cjs contain these packages.\n\n`;
  const wordnet = readFileSync('src/reading/WORDNET-LICENSE', 'utf8');
  return `${bundles}${texts.join(rule)}${rule}dist/senses.txt is made of WordNet.\n\n${wordnet}`;
}

/** A bundle's files that another bundle imports are found by their path; the others only by what imports them. */
function bundleNamed(name) {
  const shared = new Set(['src/cli/main.ts']);
  for (const [file, { imports }] of Object.entries(inputs))
    for (const { path } of imports)
      if (bundleOf.has(path) && bundleOf.get(path) !== bundleOf.get(file)) shared.add(path);
  const own = [...shared].filter((file) => bundleOf.get(file) === name).sort();
  const entries = own.map((file) => `${JSON.stringify(file)}: () => require('./${file}')`);
  return {
    ...program,
    stdin: {
      contents: `export const files = {\n${entries.join(',\n')}\n};`,
      resolveDir: '.',
      sourcefile: name,
    },
    outfile: `dist/${name}.cjs`,
    plugins: [...program.plugins, fromOthers(name)],
  };
}

/** Leaves what is in another bundle to bin/load.js, by the name "#bundle/path". */
function fromOthers(name) {
  return {
    name: 'from-others',
    setup(building) {
      building.onResolve({ filter: /./ }, ({ path, importer }) => {
        const file = relative('.', importer).replaceAll('\\', '/');
        const found = inputs[file]?.imports.find(({ original }) => original === path);
        const bundle = bundleOf.get(found?.path);
        if (bundle === undefined || bundle === name) return undefined;
        return { path: `#${bundle}/${found.path}`, external: true };
      });
    },
  };
}

// A script that comes from V8's compiled form has no import() of its own; and ASCII is read the fastest.
const parameters = 'exports, require, module, __filename, __dirname, importModule';
for (const name of BUNDLES) {
  const bundle = readFileSync(`dist/${name}.cjs`, 'utf8')
    .replace(/\bimport\((?=["'])/g, 'importModule(')
    .replace(/[^\n -~]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
  if (/\bimport\(/.test(bundle)) throw new Error(`dist/${name}.cjs imports what is no plain name`);
  writeFileSync(`dist/${name}.cjs`, `(function (${parameters}) {\n${bundle}\n})\n`);
}

await compile();
