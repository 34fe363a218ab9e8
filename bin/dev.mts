/** Runs the sources without a build: `npm run dev -- suggest`. */
import { main } from '../src/main.ts';
import { processWorld } from '../src/world.ts';

process.umask(0o077);
process.exitCode = await main(process.argv.slice(2), processWorld());
