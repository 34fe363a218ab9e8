import type { Context } from '../../context.ts';
import { Failure } from '../../failure.ts';
import { cleanText, optionalText } from '../../text/clean.ts';

/**
 * Reads a private note; `-` means standard input, which keeps it out of the shell's history.
 * @returns undefined if none was given, null to clear it
 */
export async function readNote(
  given: string | undefined,
  context: Context,
): Promise<string | null | undefined> {
  if (given !== '-') return optionalText(given, 'the note', 'note');
  const text = await context.read();
  if (text.trim() === '') {
    throw new Failure(
      'usage',
      'the note on standard input is empty',
      'Nothing was saved. Send the note like this: … --note - < note.txt',
    );
  }
  return cleanText(text, 'the note', 'note');
}
