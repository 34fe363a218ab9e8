import type { Context } from '../../context.ts';
import { optionalText } from '../../text/clean.ts';

/** A private note as given; `-` reads it from standard input, so that no shell history keeps it. Null clears it. */
export async function readNote(
  given: string | undefined,
  context: Context,
): Promise<string | null | undefined> {
  return optionalText(given === '-' ? await context.read() : given, 'the note', 'note');
}
