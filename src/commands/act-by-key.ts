/** After the list on a terminal: pick a person, see the message, and act with one key each. */
import type { Ask, Context } from '../context.ts';
import { Failure, Interrupted } from '../failure.ts';
import { keyLines, wrap } from '../render/layout.ts';
import { renderMessage, renderWithMessage, type Suggestion } from '../render/suggestion.ts';

/** What a key does to the person on the screen. */
interface Step {
  key: string;
  says: string;
  /** Whether there must be a message. */
  needsMessage?: true;
  /** Whether a program must be set that words messages. */
  needsWriter?: true;
  /** Whether it's done with the person, so that the next one comes. */
  ends?: true;
}

const STEPS: readonly Step[] = [
  { key: 'c', says: 'copy', needsMessage: true },
  { key: 'b', says: 'both: copy and done', needsMessage: true, ends: true },
  { key: 'd', says: 'done', ends: true },
  { key: 'e', says: 'edit', needsMessage: true },
  { key: 'w', says: 'another wording', needsMessage: true },
  { key: 'p', says: 'worded by your program', needsMessage: true, needsWriter: true },
  { key: 's', says: 'snooze', ends: true },
  { key: 'k', says: 'skip', ends: true },
  { key: 'y', says: 'why' },
  { key: 'n', says: 'next' },
  { key: 'q', says: 'quit' },
];

/**
 * Lets the user act on a list that was just printed.
 * @throws Interrupted on Ctrl-C: nothing more changes
 */
export async function actByKey(
  list: readonly Suggestion[],
  context: Context,
  ask: Ask,
): Promise<undefined> {
  const left = new Set(list.keys());
  let hasSaved = false;
  try {
    let place: number | null = await choosePerson(list.length, context, ask);
    while (place !== null) {
      const outcome = await actOn(list[place] as Suggestion, context, ask, () => {
        hasSaved = true;
      });
      if (outcome === 'quit') return;
      if (outcome === 'ended') left.delete(place);
      place = nextPlace(left, place);
    }
    context.note("That's everyone for today.");
  } catch (error) {
    throw error instanceof Interrupted ? new Interrupted(hasSaved) : error;
  }
}

/** @returns the place on the list, from 0; null to leave */
async function choosePerson(count: number, { width }: Context, ask: Ask): Promise<number | null> {
  const numbers = Array.from({ length: count }, (_, index) => String(index + 1));
  const range = count === 1 ? '1' : `1-${count}`;
  const message = wrap(`Pick ${range} (Enter: 1), or q to quit:`, width - 4);
  const key = await ask.key({ message, keys: [...numbers, 'q'], enter: '1', escape: 'q' });
  return key === 'q' ? null : Number(key) - 1;
}

/** The next place that's left, going round; null if none is. */
function nextPlace(left: ReadonlySet<number>, place: number): number | null {
  const places = [...left].sort((a, b) => a - b);
  return places.find((one) => one > place) ?? places[0] ?? null;
}

/** Shows a person and does what the keys say, until the next one's turn. */
async function actOn(
  one: Suggestion,
  context: Context,
  ask: Ask,
  saved: () => void,
): Promise<'ended' | 'next' | 'quit'> {
  const call = `#${one.person.id}`;
  let text = one.draft?.text ?? null;
  let variant = 1;
  context.write(`\n${renderWithMessage(one, null, context)}\n\n`);
  const hasWriter = (await import('./input/writer-setting.ts')).isWriterSet(context);
  const steps = STEPS.filter(
    ({ needsMessage, needsWriter }) =>
      (needsMessage !== true || text !== null) && (needsWriter !== true || hasWriter),
  );
  for (;;) {
    const key = await ask.key({
      message: keyLines(steps, context.width - 4),
      keys: steps.map((step) => step.key),
      enter: text === null ? 'n' : 'c',
      escape: 'q',
    });
    if (key === 'q') return 'quit';
    if (key === 'n') return 'next';
    try {
      await act(key);
    } catch (error) {
      // One person's trouble is no reason to lose the list.
      if (!(error instanceof Failure)) throw error;
      context.note(`${error.message}. ${context.toType(error.hint)}`);
      continue;
    }
    if (steps.some((step) => step.key === key && step.ends === true)) return 'ended';
  }

  async function act(key: string): Promise<void> {
    if (key === 'c' || key === 'b') {
      const { copyText } = await import('./input/clipboard.ts');
      context.note(copyText(text ?? '', context));
    }
    if (key === 'b' || key === 'd') {
      const { run } = await import('./done.ts');
      await run({ name: call, words: [] }, context);
      saved();
    }
    if (key === 's') {
      const { run } = await import('./snooze.ts');
      await run({ name: call }, context);
      saved();
    }
    if (key === 'k') {
      const { run } = await import('./skip.ts');
      run({ name: call }, context);
      saved();
    }
    if (key === 'y') {
      const { run } = await import('./why.ts');
      run({ name: call }, context);
    }
    if (key === 'e') {
      const { editText } = await import('./input/editor.ts');
      showMessage(editText(text ?? '', context));
    }
    if (key === 'w') {
      const { prepare } = await import('./draft.ts');
      const variants = prepare({ name: call, variant }, context).written?.variants ?? 1;
      variant = (variant % variants) + 1;
      showMessage(prepare({ name: call, variant }, context).written?.draft.text ?? '');
    }
    if (key === 'p') {
      const { askWriter, prepare } = await import('./draft.ts');
      const { draft } = await askWriter(prepare({ name: call, variant }, context), context);
      showMessage(draft.text);
    }
  }

  function showMessage(changed: string): void {
    text = changed;
    context.write(`\n${renderMessage(changed, context)}\n\n`);
  }
}
