/**
 * Prints the processor time of three imports as a ratio to their floor (see import-floor.ts), run in turns, and
 * the peak memory of each import. `npm run bench:import`
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { addDays } from '../../src/text/days.ts';

const RUNS = Number(process.env.BENCH_RUNS ?? 5);
const PEOPLE = 30_000;
const INTERACTIONS = 200_000;
const EVENTS = 20_000;
const TODAY = '2026-11-22';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'netcoach-import-'));

function connections(): string {
  const months = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');
  const rows = Array.from({ length: PEOPLE }, (_, i) => {
    const [year, month, day] = addDays(TODAY, -Math.floor(i / 10)).split('-');
    const date = `${day} ${months[Number(month) - 1]} ${year}`;
    return `First${i % 500},Last${i},https://www.linkedin.com/in/first-last-${i},,"Company ${i % 900}, Inc.",Engineer ${i % 40},${date}`;
  });
  const notes = 'Notes:\n"When exporting your connection data, some addresses are missing."\n\n';
  return `${notes}First Name,Last Name,URL,Email Address,Company,Position,Connected On\n${rows.join('\n')}`;
}

function interactions(): string {
  const kinds = ['meeting', 'engagement', 'project', 'event'];
  const rows = Array.from({ length: INTERACTIONS }, (_, i) => {
    const date = addDays(TODAY, -Math.floor(i / 60));
    const people = [i % 3000, (i * 7) % 3000].map((n) => `Person ${n}`);
    return `${date},${kinds[i % 4]},${[...new Set(people)].join(';')},"Item ${i}"`;
  });
  return `date,kind,people,title\n${rows.join('\n')}\n`;
}

function calendar(): string {
  const events = Array.from({ length: EVENTS }, (_, i) => {
    const day = addDays(TODAY, -Math.floor(i / 8)).replaceAll('-', '');
    const guests = [...new Set([i % 700, (i * 7) % 700, (i * 13) % 700])].map(
      (n) => `ATTENDEE;CN=First${n} Last${n};PARTSTAT=ACCEPTED:mailto:p${n}@example.com`,
    );
    return [
      'BEGIN:VEVENT',
      `UID:${i}@example.com`,
      `DTSTART:${day}T0${i % 8}0000Z`,
      `DTEND:${day}T0${i % 8}3000Z`,
      `SUMMARY:Sync about item ${i % 3000}`,
      ...guests,
      'END:VEVENT',
    ];
  });
  return ['BEGIN:VCALENDAR', 'VERSION:2.0', ...events.flat(), 'END:VCALENDAR', ''].join('\r\n');
}

/** Processor time in milliseconds, and peak memory in MiB. */
function measure(args: readonly string[]): { time: number; memory: number } {
  const run = spawnSync(process.execPath, ['--require', here('cpu.cjs'), ...args], {
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
  });
  if (run.status !== 0) throw new Error(`${args.join(' ')}: ${run.stderr}`);
  const [time, memory] = String(run.output[3]).split(' ').map(Number);
  return { time: (time ?? Number.NaN) / 1000, memory: (memory ?? Number.NaN) / 1024 };
}

const median = (values: readonly number[]) =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

try {
  const floor = join(folder, 'floor.cjs');
  await build({
    entryPoints: [here('import-floor.ts')],
    bundle: true,
    platform: 'node',
    format: 'cjs',
    outfile: floor,
    nodePaths: [here('../../node_modules')],
    define: { 'import.meta.url': JSON.stringify(here('import-floor.ts')) },
    external: ['bindings'],
    logLevel: 'error',
  });
  for (const [source, name, text, ...options] of [
    ['linkedin', 'Connections.csv', connections()],
    ['csv', 'interactions.csv', interactions()],
    ['calendar', 'calendar.ics', calendar(), '--since', '2015-01-01'],
  ] as const) {
    const file = join(folder, name);
    writeFileSync(file, text);
    const floors: number[] = [];
    const imports: number[] = [];
    let memory = 0;
    for (let run = 0; run < RUNS; run++) {
      const db = join(folder, `${name}-${run}`);
      floors.push(measure([floor, file, `${db}-floor.db`]).time);
      const program = here('../../bin/netcoach.js');
      const words = ['--db', `${db}.db`, '--today', TODAY, 'import', source, file, ...options];
      const one = measure([program, ...words]);
      imports.push(one.time);
      memory = Math.max(memory, one.memory);
    }
    const ratio = median(imports) / median(floors);
    console.log(
      `import ${name}: ${ratio.toFixed(2)} × the floor of ${median(floors).toFixed(0)} ms, at most ${memory.toFixed(0)} MiB`,
    );
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
