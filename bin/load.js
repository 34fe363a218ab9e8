const { existsSync, readFileSync } = require('node:fs');
const { dirname, join } = require('node:path');
const vm = require('node:vm');

const PROGRAM = join(__dirname, '..', 'dist', 'main.cjs');
/** V8's code cache of it, which saves a third of a command's time. */
const CACHE = `${PROGRAM}.cache`;

/**
 * Loads the bundle, with the code cache if this Node accepts it. Node's own compile cache (22.1 and
 * later) would write outside netcoach's folders.
 * @returns the exports of src/cli/main.ts, and the script for the build
 */
function load() {
  // The bundle is ASCII, and Latin-1 is the fastest encoding to read.
  const script = new vm.Script(readFileSync(PROGRAM, 'latin1'), {
    filename: PROGRAM,
    ...(existsSync(CACHE) ? { cachedData: readFileSync(CACHE) } : {}),
  });
  const module = { exports: {} };
  // commander requires child_process at startup, but netcoach rarely needs it.
  const requireLazily = (name) =>
    name === 'node:child_process' ? lazyModule(() => require(name)) : require(name);
  const importModule = (name) => import(name);
  const run = script.runInThisContext();
  run(module.exports, requireLazily, module, PROGRAM, dirname(PROGRAM), importModule);
  return { exports: module.exports, script };
}

function lazyModule(load) {
  return new Proxy({}, { get: (_, key) => load()[key] });
}

module.exports = { PROGRAM, CACHE, load };
