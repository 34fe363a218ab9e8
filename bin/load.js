const { existsSync, readFileSync } = require('node:fs');
const { join } = require('node:path');
const vm = require('node:vm');

const FOLDER = join(__dirname, '..', 'dist');

/** The bundles that were loaded, by name: each is one function of its module (see build.mjs). */
const loaded = new Map();
/** What other bundles import, by name: "#bundle/path". */
const imported = new Map();

/** Loads the program. The bundles of commands that are seldom used wait until one is typed. */
function load() {
  return fileOf('#main/src/cli/main.ts');
}

/** A file of a bundle, and all that it imports. */
function fileOf(name) {
  const known = imported.get(name);
  if (known !== undefined) return known;
  const slash = name.indexOf('/');
  const make = bundle(name.slice(1, slash)).files?.[name.slice(slash + 1)];
  if (make === undefined) {
    // After a pull, say, the bundles are still those of before.
    process.stderr.write(
      'netcoach: this was built from older code. Build it again: npm run build\n',
    );
    process.exit(1);
  }
  const file = make();
  // Plain values, which are faster than getters. None of our modules exports a variable.
  const values = file.__esModule ? { ...file } : file;
  imported.set(name, values);
  return values;
}

/**
 * Loads a bundle, from its compiled form where there is one. Node's own compile cache (22.1 and later)
 * would write outside netcoach's folders.
 */
function bundle(name) {
  const known = loaded.get(name);
  if (known !== undefined) return known;
  const path = join(FOLDER, `${name}.cjs`);
  const text = readFileSync(path);
  const cachedData = readCache(name, text);
  const script = compiled(path, text, cachedData);
  const module = { exports: {} };
  script.runInThisContext()(module.exports, requireLazily, module, path, FOLDER, importModule);
  const made = { ...module.exports, script, text, lacksCache: cachedData === undefined };
  loaded.set(name, made);
  return made;
}

function requireLazily(name) {
  if (name.startsWith('#')) return fileOf(name);
  // commander requires child_process at startup, but netcoach rarely needs it.
  return name === 'node:child_process' ? lazyModule(() => require(name)) : require(name);
}

async function importModule(name) {
  return name.startsWith('#') ? fileOf(name) : import(name);
}

/** Whether a bundle that was loaded had no compiled form. */
function lacksCache() {
  return [...loaded.values()].some((one) => one.lacksCache);
}

/** V8's compiled form of a bundle, for this V8 alone: it saves a third of what a command costs (see compile.js). */
function cacheOf(name) {
  return join(FOLDER, `${name}.cjs.${process.versions.v8}-${process.arch}.cache`);
}

/** Where V8's data begins in the cache, behind the bundle: V8 would copy what isn't aligned. */
function dataStart(text) {
  return Math.ceil(text.length / 8) * 8;
}

/**
 * V8 tells programs apart by their length alone, so the cache begins with the bundle that it was made from:
 * comparing the two takes less than a tenth of a millisecond, and loading node:crypto two.
 */
function readCache(name, text) {
  try {
    const path = cacheOf(name);
    if (!existsSync(path)) return undefined;
    const cache = readFileSync(path);
    return text.equals(cache.subarray(0, text.length))
      ? cache.subarray(dataStart(text))
      : undefined;
  } catch {
    return undefined;
  }
}

function compiled(filename, text, cachedData) {
  if (hasHeapLimit()) freeOfHeapLimit();
  // It is ASCII, which is the cheapest to read as Latin-1.
  return new vm.Script(text.latin1Slice(), { filename, ...(cachedData && { cachedData }) });
}

function hasHeapLimit() {
  const options = [process.env.NODE_OPTIONS, ...process.execArgv].join(' ');
  return /--max[-_]old[-_]space[-_]size\b/.test(options);
}

/** V8 before Node 24 takes a cache only under the options that it was made with. The heap has its limit by now. */
function freeOfHeapLimit() {
  if (Number.parseInt(process.versions.node, 10) >= 24) return;
  require('node:v8').setFlagsFromString('--max-old-space-size=0');
}

function lazyModule(load) {
  return new Proxy({}, { get: (_, key) => load()[key] });
}

module.exports = { load, bundle, cacheOf, dataStart, lacksCache };
