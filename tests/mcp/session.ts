/**
 * Plays a session with the server, to see what an assistant sees:
 * `npx tsx tests/mcp/session.ts FILE [--write] [--private]` reads one call a line from standard input,
 * a tool and its arguments as JSON (`brief {"name":"Priya"}`), and prints what the tool answers. `$` is
 * the number of the last change.
 * Without arguments it plays a sample on a database of its own. `--tools` lists the tools, and `--help` tells all this.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { connect } from './client.ts';

const SAMPLE = [
  'log {"words":"Shipped Apollo with Priya Shah yesterday, she stayed late to fix the import"}',
  'today {}',
  'draft {"name":"Priya"}',
  'check {"text":"Hi Tom, thank you for staying late to fix the import.","to":"Priya"}',
  'check {"text":"Hi Priya, thank you for staying late to fix the import for Apollo. Let\'s stay in touch.","to":"Priya"}',
  'done {"name":"Priya"}',
  'brief {"name":"Priya"}',
  'undo {"change":$}',
];

async function* sampleOrInput(isSample: boolean): AsyncGenerator<string> {
  if (isSample) yield* SAMPLE;
  else yield* createInterface({ input: process.stdin });
}

const HELP = `Plays a session with the server, to see what an assistant sees.

  npx tsx tests/mcp/session.ts                              a sample, on a database of its own
  npx tsx tests/mcp/session.ts FILE [--write] [--private]   one call a line from standard input
  npx tsx tests/mcp/session.ts --tools                      the tools and what each takes

A call is a tool and its arguments as JSON; $ is the number of the last change:
  brief {"name":"Priya"}
  undo {"change":$}
`;

/** The tools with their descriptions, and the fields of each; "?" marks what may be left out. */
async function printTools(): Promise<void> {
  const { tools } = await server.client.listTools();
  for (const { name, description, inputSchema } of tools) {
    const needed = inputSchema.required ?? [];
    const fields = Object.keys(inputSchema.properties ?? {}).map((field) =>
      needed.includes(field) ? field : `${field}?`,
    );
    process.stdout.write(`${name} {${fields.join(', ')}}\n  ${description}\n`);
  }
}

const words = process.argv.slice(2);
if (words.includes('--help') || words.includes('-h')) {
  process.stdout.write(HELP);
  process.exit(0);
}
const isListing = words.includes('--tools');
const [file, ...flags] = isListing ? [] : words;
const folder = mkdtempSync(join(tmpdir(), 'netcoach-session-'));
let change = '';
const server = await connect(
  file ?? join(folder, 'netcoach.db'),
  file === undefined ? ['--write'] : flags,
);
try {
  if (isListing) await printTools();
  else
    for await (const line of sampleOrInput(file === undefined)) {
      const [, tool = '', given = ''] = /^\s*(\S+)\s*(.*)$/.exec(line) ?? [];
      if (tool === '') continue;
      process.stdout.write(`> ${line.trim()}\n`);
      try {
        const { text } = await server.call(
          tool,
          given === '' ? {} : JSON.parse(given.replace('$', change)),
        );
        change = /undo with change (\d+)/.exec(text)?.[1] ?? change;
        process.stdout.write(`${text}\n\n`);
      } catch (error) {
        process.stdout.write(`${(error as Error).message}\n\n`);
      }
    }
} finally {
  await server.close();
  rmSync(folder, { recursive: true });
}
