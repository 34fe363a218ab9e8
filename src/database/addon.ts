/** The one place that chooses SQLite: which release of better-sqlite3, its JavaScript and its compiled part. */
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type Sqlite from 'better-sqlite3';
import { Failure } from '../failure.ts';
import { quoteForShell } from '../text/shell.ts';

// The build takes this line out, so that esbuild puts what is required here into the bundle.
const require = createRequire(import.meta.url);
const installed = createRequire(import.meta.url);

/**
 * Release 13 is written for Node-API 10 (Node 22.14 and later), brings its binaries and crashes an older Node.
 * Release 12 is compiled where it is installed, and aborts at random on Node 24.19 and later.
 */
const isNew = Number(process.versions.napi) >= 10;
export const PACKAGE = isNew ? 'better-sqlite3' : 'better-sqlite3-node20';

/** better-sqlite3's class, and the compiled part that it needs as `nativeBinding`. */
export interface Engine {
  Sqlite: typeof Sqlite;
  addon: object;
}

let loaded: Engine | undefined;

/** Loads SQLite once. @throws Failure `io` where it isn't installed or doesn't load */
export function engine(): Engine {
  loaded ??= load();
  return loaded;
}

function load(): Engine {
  try {
    const addon = installed(addonFile());
    return { Sqlite: isNew ? require('better-sqlite3') : require('better-sqlite3-node20'), addon };
  } catch (error) {
    const node = `Node ${process.versions.node} on ${process.platform}-${process.arch}`;
    throw new Failure('io', `SQLite doesn't load under ${node}`, remedy(), { cause: error });
  }
}

/** The compiled part of SQLite. @throws Error where it isn't installed */
export function addonFile(): string {
  if (!isNew) return installed.resolve(`${PACKAGE}/build/Release/better_sqlite3.node`);
  const place = folder();
  const compiled = join(place, 'build', 'Release', 'better_sqlite3.node');
  if (existsSync(compiled)) return compiled;
  return installed(join(place, 'lib', 'binding.js')).getPrebuildPath() ?? compiled;
}

/** Where the package is installed. @throws Error where it isn't */
function folder(): string {
  return dirname(dirname(installed.resolve(PACKAGE)));
}

/** The command that brings SQLite back. */
function remedy(): string {
  try {
    const place = folder();
    return isNew
      ? `Compile it: npx node-gyp rebuild --release --force_build=1 --directory ${quoteForShell(place)}`
      : `Compile it: npm rebuild --prefix ${quoteForShell(dirname(dirname(place)))} ${PACKAGE}`;
  } catch {
    const compiler = isNew ? '' : ', with a C++ compiler at hand or under a newer Node';
    return `Install netcoach again${compiler}: npm install --global netcoach`;
  }
}
