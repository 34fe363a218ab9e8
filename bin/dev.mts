/** Runs the sources without a build: `npm run dev -- suggest`. */
import { main } from '../src/cli/main.ts';

process.umask(0o077);
process.exitCode = await main(process.argv.slice(2));
