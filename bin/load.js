const { existsSync, readFileSync } = require('node:fs');
const { dirname, join } = require('node:path');
const vm = require('node:vm');

/** The program: one function of its module (see compile.mjs). */
const PROGRAM = join(__dirname, '..', 'dist', 'main.cjs');
/** V8's compiled form of it, made by the build: it saves a third of what a command costs. */
const CACHE = `${PROGRAM}.cache`;

/**
 * Loads the program, from its compiled form where this Node takes it. Node's own compile cache
 * (22.1 and later) would write outside of netcoach's folders.
 */
function load() {
  // It is ASCII, which is the cheapest to read as Latin-1.
  const script = new vm.Script(readFileSync(PROGRAM, 'latin1'), {
    filename: PROGRAM,
    ...(existsSync(CACHE) ? { cachedData: readFileSync(CACHE) } : {}),
  });
  const module = { exports: {} };
  // commander asks for child_process as it starts, and never uses it here: it is loaded when it is.
  const later = (name) =>
    name === 'node:child_process' ? onUse(() => require(name)) : require(name);
  const importModule = (name) => import(name);
  const run = script.runInThisContext();
  run(module.exports, later, module, PROGRAM, dirname(PROGRAM), importModule);
  return { exports: module.exports, script };
}

/** A module that is loaded when something of it is first asked for. */
function onUse(load) {
  return new Proxy({}, { get: (_, key) => load()[key] });
}

module.exports = { PROGRAM, CACHE, load };
