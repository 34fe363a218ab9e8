import { spawnSync } from 'node:child_process';
import type { Context } from '../../context.ts';

/** Programs to try, with their flags: each copies its standard input. */
function clipboardPrograms({ env }: Context): Array<[string, string[]]> {
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
 * Copies a text to the clipboard with a system program, else with the terminal's OSC 52 sequence,
 * which also works over ssh.
 * @returns a line for the user: the terminal doesn't report whether it copied
 */
export function copyText(text: string, context: Context): string {
  for (const [program, flags] of clipboardPrograms(context)) {
    const result = spawnSync(program, flags, {
      input: text,
      timeout: 3000,
      stdio: ['pipe', 'ignore', 'ignore'],
    });
    if (result.status === 0) return 'Copied to the clipboard.';
  }
  if (!context.isTerminal) return "Not copied: there's no clipboard here.";
  context.write(`\u001b]52;c;${Buffer.from(text).toString('base64')}\u0007`);
  return 'Sent to the clipboard, if your terminal allows it.';
}
