const { existsSync, readFileSync } = require('node:fs');
const { dirname, join } = require('node:path');
const vm = require('node:vm');

/** The program: one function of its module (see build.mjs). */
const PROGRAM = join(__dirname, '..', 'dist', 'main.cjs');
/** V8's compiled form of it, for this V8 alone: it saves a third of what a command costs (see compile.js). */
const CACHE = `${PROGRAM}.${process.versions.v8}-${process.arch}.cache`;

/**
 * Loads the program, from its compiled form where there is one. Node's own compile cache (22.1 and later)
 * would write outside netcoach's folders.
 */
function load() {
  const text = readFileSync(PROGRAM);
  const cachedData = existsSync(CACHE) ? readCache(text) : undefined;
  const script = compiled(text, cachedData);
  const module = { exports: {} };
  // commander requires child_process at startup, but netcoach rarely needs it.
  const requireLazily = (name) =>
    name === 'node:child_process' ? lazyModule(() => require(name)) : require(name);
  const importModule = (name) => import(name);
  const run = script.runInThisContext();
  run(module.exports, requireLazily, module, PROGRAM, dirname(PROGRAM), importModule);
  return { exports: module.exports, script, text, lacksCache: cachedData === undefined };
}

/** Where V8's data begins in the cache, behind the program: V8 would copy what isn't aligned. */
function dataStart(text) {
  return Math.ceil(text.length / 8) * 8;
}

/**
 * V8 tells programs apart by their length alone, so the cache begins with the program that it was made from:
 * comparing the two takes less than a tenth of a millisecond, and loading node:crypto two.
 */
function readCache(text) {
  try {
    const cache = readFileSync(CACHE);
    return text.equals(cache.subarray(0, text.length))
      ? cache.subarray(dataStart(text))
      : undefined;
  } catch {
    return undefined;
  }
}

function compiled(text, cachedData) {
  if (hasHeapLimit()) freeOfHeapLimit();
  const options = { filename: PROGRAM, ...(cachedData && { cachedData }) };
  // It is ASCII, which is the cheapest to read as Latin-1.
  return new vm.Script(text.latin1Slice(), options);
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

module.exports = { CACHE, load, dataStart };
