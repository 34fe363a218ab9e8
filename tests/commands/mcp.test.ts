import { describe, expect, it } from 'vitest';
import { coach } from '../helpers/coach.ts';

interface Server {
  command: string;
  args: string[];
}

describe('mcp --config', () => {
  it.each(['claude', 'cursor'])('prints what %s needs', async (client) => {
    const c = coach();
    const { code, stdout, stderr } = await c.run('mcp', '--config', client);
    expect(code).toBe(0);
    const settings = JSON.parse(stdout) as { mcpServers: { netcoach: Server } };
    const { command, args } = settings.mcpServers.netcoach;
    expect(command).toBe(process.execPath);
    expect(args.slice(1)).toEqual(['--db', c.db, 'mcp']);
    expect(stderr).toContain('Paste this into');
    expect(await c.json('mcp', '--config', client)).toEqual(settings);
  });

  it('prints what vscode needs, with the flags given', async () => {
    const c = coach();
    const { stdout } = await c.run('mcp', '--write', '--private', '--config', 'vscode');
    const { servers } = JSON.parse(stdout) as { servers: { netcoach: Server & { type: string } } };
    expect(servers.netcoach.type).toBe('stdio');
    expect(servers.netcoach.args.slice(-3)).toEqual(['mcp', '--write', '--private']);
  });

  it('names the clients it knows', async () => {
    const error = await coach().fails('usage', 'mcp', '--config', 'emacs');
    expect(`${error.message} ${error.hint}`).toContain('claude, cursor, vscode');
  });
});
