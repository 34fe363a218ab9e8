#!/usr/bin/env node
import module from 'node:module';

// Whatever is written from here on is this person's alone.
process.umask(0o077);
module.enableCompileCache?.();

const { main, processWorld } = module.createRequire(import.meta.url)('../dist/main.cjs');
process.exitCode = await main(process.argv.slice(2), processWorld());
