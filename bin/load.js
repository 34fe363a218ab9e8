import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import vm from 'node:vm';

const file = join(import.meta.dirname, '..', 'dist', 'main.cjs');

/** V8's compiled form of the program, made by the build: it saves a sixth of what starting costs. */
export const CACHE = `${file}.cache`;

/**
 * Loads the program, from its compiled form where this Node takes it. Node's own compile cache
 * (22.1 and later) would write outside of netcoach's folders.
 */
export function load() {
  // The bundle is one function of its module, and ASCII, which is the cheapest to read as Latin-1.
  const source = readFileSync(file, 'latin1');
  const script = new vm.Script(source, {
    filename: file,
    importModuleDynamically: vm.constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
    ...(existsSync(CACHE) ? { cachedData: readFileSync(CACHE) } : {}),
  });
  const module = { exports: {} };
  const require = createRequire(file);
  // commander asks for child_process as it starts, and never uses it here: it is loaded when it is.
  const later = (name) =>
    name === 'node:child_process' ? onUse(() => require(name)) : require(name);
  script.runInThisContext()(module.exports, later, module, file, dirname(file));
  return { exports: module.exports, script };
}

/** A module that is loaded when something of it is first asked for. */
function onUse(load) {
  return new Proxy({}, { get: (_, key) => load()[key] });
}
