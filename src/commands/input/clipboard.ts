import { spawnSync } from 'node:child_process';
import type { Context } from '../../context.ts';

/** The programs that take a clipboard's text on standard input, by what tells that they are the right one. */
function programs({ env }: Context): Array<[string, string[]]> {
  if (process.platform === 'darwin') return [['pbcopy', []]];
  if (process.platform === 'win32') return [['clip', []]];
  return [
    ...(env.WAYLAND_DISPLAY ? ([['wl-copy', []]] as Array<[string, string[]]>) : []),
    ...(env.DISPLAY
      ? ([
          ['xclip', ['-selection', 'clipboard']],
          ['xsel', ['--clipboard', '--input']],
        ] as Array<[string, string[]]>)
      : []),
  ];
}

/**
 * Puts a text on the clipboard: by the system's own program, else by asking the terminal (OSC 52), which
 * also works over ssh.
 * @returns one line that says how far that is known to have worked
 */
export function copyText(text: string, context: Context): string {
  for (const [program, flags] of programs(context)) {
    const done = spawnSync(program, flags, {
      input: text,
      timeout: 3000,
      stdio: ['pipe', 'ignore', 'ignore'],
    });
    if (done.status === 0) return 'Copied to the clipboard.';
  }
  if (!context.isTerminal) return 'Not copied: there is no clipboard here, and no terminal to ask.';
  context.write(`\u001b]52;c;${Buffer.from(text).toString('base64')}\u0007`);
  return 'Sent to the clipboard, if your terminal allows it.';
}
