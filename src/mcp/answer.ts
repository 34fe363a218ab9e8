/** Makes what a tool answers safe to hand to a language model, and says it in a few words. */
import type { CallToolResult } from '@modelcontextprotocol/server';
import { FENCE_RULE, fenced } from '../text/fence.ts';
import { safeLines } from '../text/safe.ts';
import type { Answer, Refusal } from './actions.ts';

/** In UTF-16 units; a note may have ten megabytes. */
const LONGEST_TEXT = 4_000;

/** A copy whose texts have no escape sequence or invisible character, and a limit to their length. */
export function cleaned<T>(value: T): T {
  if (typeof value === 'string') {
    const text = safeLines(value);
    return (
      text.length <= LONGEST_TEXT ? text : `${text.slice(0, LONGEST_TEXT).toWellFormed()}…`
    ) as T;
  }
  if (Array.isArray(value)) return value.map(cleaned) as T;
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, cleaned(one)])) as T;
}

/**
 * A tool's result: the document, and beside it lines of text.
 * @param linesOf what to say of the cleaned document
 */
export function resultOf(
  { data, notes }: Answer,
  linesOf: (data: never) => string[],
): CallToolResult {
  const clean = cleaned(data);
  const lines = linesOf(clean as never);
  // Doubts are in the document, and its lines have them.
  const doubts: readonly unknown[] = Array.isArray(data.doubts) ? data.doubts : [];
  for (const note of notes) if (!doubts.includes(note)) lines.push(`Note: ${fenced(note)}`);
  return {
    content: [{ type: 'text', text: textOf(lines) }],
    structuredContent: clean,
  };
}

/** The lines, with what the marks mean before them where there are any. */
function textOf(lines: readonly string[]): string {
  const text = lines.join('\n');
  return text.includes('⟦') ? `${FENCE_RULE}\n${text}` : text;
}

/** What to call next, by the kind of refusal. */
const NEXT_CALLS: Readonly<Record<string, string>> = {
  'unknown-person': 'Next: find, with a part of the name; or ask the user who they mean.',
  'ambiguous-person': 'Next: the same call with one of these ids as the name, such as "#3".',
  'unknown-id': 'Next: brief, which lists the entries with their numbers.',
  'bad-date': 'Next: the same call with the day as YYYY-MM-DD, up to today.',
  'no-context':
    'Next: if it has nothing to build on, ask the user what they did together and record it with log (the server needs --write for that).',
  database: 'Next: ask the user to run this in a terminal: netcoach doctor',
  'newer-database': 'Next: ask the user to update netcoach.',
};

/**
 * A refusal, with the next call.
 * @param next what to do when the call itself was wrong, or by the code of the refusal; the hint by default
 */
export function refused(
  refusal: Refusal,
  next: string | Readonly<Record<string, string>> = {},
): CallToolResult {
  const { code, message, candidates } = refusal;
  const lines = [`Not done (${code}): ${fenced(message)}`];
  for (const { id, name } of candidates) lines.push(`- #${id} ${fenced(name)}`);
  lines.push(nextLine(refusal, next));
  return { content: [{ type: 'text', text: textOf(lines) }], isError: true };
}

function nextLine(
  { code, hint, next: own, candidates }: Refusal,
  next: string | Readonly<Record<string, string>>,
): string {
  if (own !== null) return `Next: ${own}`;
  if (typeof next !== 'string' && next[code] !== undefined) return `Next: ${next[code]}`;
  if (code === 'unknown-person' && candidates.length > 0)
    return 'Next: ask the user whether they mean this person; if so, the same call with the id as the name.';
  const known = NEXT_CALLS[code];
  if (known !== undefined) return known;
  if (typeof next === 'string') return `Next: ${next}`;
  // A hint for a terminal is no use to a caller of tools.
  return /netcoach|--\w/.test(hint)
    ? 'Next: correct the call, or ask the user.'
    : `Next: correct the call. ${fenced(hint)}`;
}
