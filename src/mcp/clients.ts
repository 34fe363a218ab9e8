/** The settings that make an assistant start the server. */

export const CLIENTS = ['claude', 'cursor', 'vscode'] as const;
export type Client = (typeof CLIENTS)[number];

/** Where each client keeps them. */
export const SETTINGS_FILES: Readonly<Record<Client, string>> = {
  claude: 'claude_desktop_config.json, or .mcp.json in a project for Claude Code',
  cursor: '~/.cursor/mcp.json',
  vscode: '.vscode/mcp.json',
};

/**
 * The JSON to paste.
 * @param words the command line that starts the server, the program first
 */
export function settingsFor(client: Client, words: readonly string[]): object {
  const [command, ...args] = words;
  return client === 'vscode'
    ? { servers: { netcoach: { type: 'stdio', command, args } } }
    : { mcpServers: { netcoach: { command, args } } };
}
