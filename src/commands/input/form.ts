/** An entry as lines that one edits, in an editor or one by one. */
import type { Ask, Context } from '../../context.ts';
import { Failure } from '../../failure.ts';
import { safe } from '../../text/safe.ts';
import { editText } from './editor.ts';

/** A line of a form: "title: Apollo launch". Several may have the same key. */
export type Line = readonly [key: string, value: string];

interface Form {
  /** What to know before editing, a sentence a line. */
  help: readonly string[];
  lines: readonly Line[];
  /** The key that may be added, and how that's offered: ["with", "add someone"]. */
  more?: Line;
}

/** May run over several lines, and comes last. */
const LONG = 'note';

/**
 * Lets a person edit a form: in their editor if VISUAL or EDITOR names one, else one line by questions. What can't
 * be applied is shown, and can be edited again.
 * @param apply writes the lines; its failures are shown
 * @returns what `apply` does; null if nothing was changed
 */
export async function editForm<T>(
  form: Form,
  context: Context,
  ask: Ask,
  apply: (lines: readonly Line[]) => Promise<T>,
): Promise<T | null> {
  // An editor draws on standard output.
  const hasEditor = Boolean(context.env.VISUAL || context.env.EDITOR) && context.isTerminal;
  const start = writeForm(form);
  for (let text = start; ; ) {
    text = hasEditor ? editText(text, context) : writeForm(await askLine(form, ask));
    if (text.trim() === '' || text.trim() === start.trim()) return null;
    try {
      return await apply(readForm(text, form));
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      context.note(safe(`${error.message}. ${error.hint}`));
      if (!(await ask.confirm({ message: 'Edit it again?' }))) throw error;
    }
  }
}

/** A text without line breaks, as a line of a form has it. */
export function oneLine(text: string): string {
  return text.replace(/\s*[\r\n]+\s*/g, ' ');
}

function writeForm({ help, lines }: Form): string {
  const said = help.map((line) => `# ${line}\n`).join('');
  return `${said}${lines.map(([key, value]) => `${key}: ${value}`.trimEnd()).join('\n')}`;
}

/** @throws Failure `usage` for a line with another key */
function readForm(text: string, { lines: known }: Form): Line[] {
  const keys = new Set(known.map(([key]) => key));
  const lines: Line[] = [];
  for (const line of text.split(/\r?\n/)) {
    const [last] = lines.slice(-1);
    if (last?.[0] === LONG) {
      lines[lines.length - 1] = [LONG, `${last[1]}\n${line}`];
      continue;
    }
    if (line.trim() === '' || line.startsWith('#')) continue;
    const [, key = '', value = ''] = /^\s*([a-z]+):(.*)$/su.exec(line) ?? [];
    if (!keys.has(key))
      throw new Failure(
        'usage',
        `this line doesn't belong here: ${line.slice(0, 60)}`,
        `Start it with one of: ${[...keys].join(', ')}`,
      );
    lines.push([key, value.trim()]);
  }
  return lines.map(([key, value]) => [key, value.trim()]);
}

/** Asks which line to edit, and for its new value. */
async function askLine(form: Form, ask: Ask): Promise<Form> {
  const { lines, more } = form;
  const answer = await ask.choose({
    message: 'What do you want to change?',
    choices: [
      ...lines.map(([key, value], at) => ({
        value: String(at),
        name: `${key}: ${safe(value.replace(/\s+/g, ' ').slice(0, 60))}`,
      })),
      ...(more === undefined ? [] : [{ value: String(lines.length), name: `(${more[1]})` }]),
    ],
  });
  const at = Number(answer);
  const [key, before] = lines[at] ?? [more?.[0] ?? '', ''];
  const typed = await ask.text({
    message: before === '' ? `${key}:` : `${key} (Tab edits it, - clears it):`,
    ...(before !== '' && { initial: before }),
  });
  const line: Line = [key, typed.trim() === '-' ? '' : typed.trim()];
  // Before the note, which comes last.
  const changed = at < lines.length ? lines.with(at, line) : lines.toSpliced(-1, 0, line);
  return { ...form, lines: changed };
}
