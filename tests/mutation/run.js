/**
 * `npm run mutation [-- rules check]`: runs Stryker on each part and adds up what the tests noticed.
 * Exits with 1 if that is fewer than 85 of 100 mutants, which Stryker's own documentation calls low.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { PARTS } from './parts.js';

const LEAST = 85;

const given = process.argv.slice(2);
const wanted = given.length > 0 ? given : Object.keys(PARTS);
const all = { seen: 0, made: 0 };
const rows = [];
for (const part of wanted) {
  if (PARTS[part] === undefined) throw new Error(`There is no part ${part}`);
  const run = spawnSync('stryker', ['run', 'tests/mutation/stryker.js'], {
    stdio: 'inherit',
    env: { ...process.env, MUTATION_PART: part },
  });
  if (run.status !== 0) process.exit(run.status ?? 1);
  const { files } = JSON.parse(readFileSync(`reports/mutation-${part}.json`, 'utf8'));
  const counts = {};
  for (const { mutants } of Object.values(files))
    for (const { status } of mutants) counts[status] = (counts[status] ?? 0) + 1;
  const seen = (counts.Killed ?? 0) + (counts.Timeout ?? 0);
  const made = seen + (counts.Survived ?? 0) + (counts.NoCoverage ?? 0);
  all.seen += seen;
  all.made += made;
  rows.push(line(part, { seen, made }));
}
console.log([...rows, line('together', all)].join('\n'));
if ((100 * all.seen) / all.made < LEAST) process.exitCode = 1;

function line(name, { seen, made }) {
  return `${name}: ${((100 * seen) / made).toFixed(1)} (${seen} of ${made} changes seen)`;
}
