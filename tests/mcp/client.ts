/** The protocol's own client, connected to the built program. */
import { join } from 'node:path';
import { Client } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import { FENCE_RULE } from '../../src/text/fence.ts';
import { project, tempFolder } from '../helpers/run.ts';

/** The two eras of the protocol that the client speaks. */
const ERAS = { 2025: 'legacy', 2026: { pin: '2026-07-28' } } as const;
export type Era = keyof typeof ERAS;
export const eras = Object.keys(ERAS).map((era) => Number(era) as Era);

export interface Called {
  isError: boolean;
  text: string;
  // biome-ignore lint/suspicious/noExplicitAny: tests look at what they expect
  data: any;
}

export interface Connected {
  client: Client;
  transport: StdioClientTransport;
  call: (name: string, args?: Record<string, unknown>) => Promise<Called>;
  close: () => Promise<void>;
}

/** Starts `netcoach mcp` with flags, on a database and a day. */
export async function connect(
  db: string,
  flags: readonly string[] = [],
  { era = 2026, today = '2026-11-22' }: { era?: Era; today?: string } = {},
): Promise<Connected> {
  const client = new Client(
    { name: 'tests', version: '1' },
    { versionNegotiation: { mode: ERAS[era] } },
  );
  const home = tempFolder();
  const transport = new StdioClientTransport({
    command: process.execPath,
    args: [join(project, 'bin', 'netcoach.js'), '--db', db, '--today', today, 'mcp', ...flags],
    env: { PATH: process.env.PATH ?? '', HOME: home, XDG_DATA_HOME: join(home, 'data') },
    stderr: 'pipe',
  });
  await client.connect(transport);
  return {
    client,
    transport,
    call: async (name, args = {}) => {
      const result = await client.callTool({ name, arguments: args });
      const [first] = result.content as Array<{ type: string; text: string }>;
      return {
        isError: result.isError === true,
        text: first?.text ?? '',
        data: result.structuredContent,
      };
    },
    close: () => client.close(),
  };
}

/** The words from the log in a text: what is between the marks. */
export function outsideFences(text: string): string {
  // The line that explains the marks.
  return text.replace(`${FENCE_RULE}\n`, '').replace(/⟦[^⟦⟧]*⟧/g, '⟦⟧');
}

/** Runs `work` with a server, and ends it. */
export async function served<T>(
  db: string,
  flags: readonly string[],
  work: (server: Connected) => Promise<T>,
  options: { era?: Era; today?: string } = {},
): Promise<T> {
  const server = await connect(db, flags, options);
  try {
    return await work(server);
  } finally {
    await server.close();
  }
}
