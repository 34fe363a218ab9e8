import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import vm from 'node:vm';

/** The program: one function of its module (see compile.js). */
export const PROGRAM = join(import.meta.dirname, '..', 'dist', 'main.cjs');
/** V8's compiled form of it, made by the build: it saves a third of what a command costs. */
export const CACHE = `${PROGRAM}.cache`;

/**
 * Loads the program, from its compiled form where this Node takes it. Node's own compile cache
 * (22.1 and later) would write outside of netcoach's folders.
 */
export function load() {
  // It is ASCII, which is the cheapest to read as Latin-1.
  const script = new vm.Script(readFileSync(PROGRAM, 'latin1'), {
    filename: PROGRAM,
    ...(existsSync(CACHE) ? { cachedData: readFileSync(CACHE) } : {}),
  });
  const module = { exports: {} };
  const require = createRequire(PROGRAM);
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
