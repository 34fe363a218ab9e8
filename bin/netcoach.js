#!/usr/bin/env node
import { load } from './load.js';

// Whatever is written from here on is this person's alone.
process.umask(0o077);

const { main, processWorld } = load().exports;
process.exitCode = await main(process.argv.slice(2), processWorld());
