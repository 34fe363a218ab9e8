import type { Context } from '../../context.ts';
import { optionalText } from '../../text/clean.ts';

/**
 * Reads a private note; `-` means standard input, which keeps it out of the shell's history.
 * @returns undefined if none was given, null to clear it
 */
export async function readNote(
  given: string | undefined,
  context: Context,
): Promise<string | null | undefined> {
  return optionalText(given === '-' ? await context.read() : given, 'the note', 'note');
}
