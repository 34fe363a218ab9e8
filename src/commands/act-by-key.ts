/** After the list on a terminal: pick a person, see the message, and act with one key each. */
import type { Ask, Context } from '../context.ts';
import { listChanges, undoChange } from '../database/undo.ts';
import { Failure, Interrupted } from '../failure.ts';
import { keyLines, wrap } from '../render/layout.ts';
import { renderMessage, renderWithMessage, type Suggestion } from '../render/suggestion.ts';
import { safe } from '../text/safe.ts';

/** What a key does to the person on the screen. */
interface Step {
  key: string;
  says: string;
  /** Whether there must be a message. */
  needsMessage?: true;
  /** Whether a program must be set that words messages. */
  needsWriter?: true;
  /** Whether something must have been done here. */
  needsChange?: true;
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
  { key: 'u', says: 'undo', needsChange: true },
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
  const done: Done[] = [];
  let hasSaved = false;
  try {
    let place: number | null = await choosePerson(list.length, context, ask);
    if (place === null) return;
    while (place !== null) {
      const at: number = place;
      const before = lastChange(context);
      const outcome: Outcome = await actOn(list, at, done.length > 0, context, ask, () => {
        hasSaved = true;
        const change = lastChange(context);
        if (change !== null && change !== before) done.push({ change, place: at });
      });
      if (outcome === 'quit') return;
      if (outcome === 'ended') left.delete(at);
      if (outcome === 'undo') place = takeBack(done, left, context);
      else place = typeof outcome === 'number' ? outcome : nextPlace(left, at);
      if (outcome === 'next' && place !== null && place <= at)
        context.note(left.size === 1 ? 'No one else is left.' : 'Back to the top of the list.');
    }
    context.note("That's everyone for today.");
  } catch (error) {
    throw error instanceof Interrupted ? new Interrupted(hasSaved) : error;
  }
}

/** What was done here: the change, and for whom. */
interface Done {
  change: number;
  place: number;
}

/** How a person's turn ended; a number is the place of the one to go to. */
type Outcome = 'ended' | 'next' | 'quit' | 'undo' | number;

function lastChange(context: Context): number | null {
  return listChanges(context.storeToRead(), 1)[0]?.id ?? null;
}

/** Undoes the last thing done here. @returns the place of the person it was about, who is left again */
function takeBack(done: Done[], left: Set<number>, context: Context): number {
  const { change, place } = done.pop() as Done;
  const { label } = undoChange(context.storeToEdit(), change);
  context.note(`Undone: ${safe(label)}`);
  left.add(place);
  return place;
}

/** @returns the place on the list, from 0; null to leave */
async function choosePerson(count: number, { width }: Context, ask: Ask): Promise<number | null> {
  const numbers = numbersOf(count);
  const range = count === 1 ? '1' : `1-${numbers.length}`;
  const message = wrap(`Pick ${range} (Enter: 1), or q to quit. Esc or Ctrl-C leaves:`, width - 4);
  const key = await ask.key({ message, keys: [...numbers, 'q'], enter: '1', escape: 'q' });
  return key === 'q' ? null : Number(key) - 1;
}

/** The places that one key can name. */
function numbersOf(count: number): string[] {
  return Array.from({ length: Math.min(count, 9) }, (_, index) => String(index + 1));
}

/** The next place that's left, going round; null if none is. */
function nextPlace(left: ReadonlySet<number>, place: number): number | null {
  const places = [...left].sort((a, b) => a - b);
  return places.find((one) => one > place) ?? places[0] ?? null;
}

/** Shows a person and does what the keys say, until the next one's turn. */
async function actOn(
  list: readonly Suggestion[],
  place: number,
  mayUndo: boolean,
  context: Context,
  ask: Ask,
  saved: () => void,
): Promise<Outcome> {
  const one = list[place] as Suggestion;
  const call = `#${one.person.id}`;
  let text = one.draft?.text ?? null;
  // Undefined for the wording that the list shows.
  let variant: number | undefined;
  context.write(`\n${renderWithMessage(one, null, context)}\n\n`);
  const hasWriter = (await import('./input/writer-setting.ts')).isWriterSet(context);
  const steps = STEPS.filter(
    ({ needsMessage, needsWriter, needsChange }) =>
      (needsMessage !== true || text !== null) &&
      (needsWriter !== true || hasWriter) &&
      (needsChange !== true || mayUndo),
  );
  const numbers = numbersOf(list.length);
  for (;;) {
    const key = await ask.key({
      message: keyLines(steps, context.width - 4),
      keys: [...steps.map((step) => step.key), ...numbers],
      enter: text === null ? 'n' : 'c',
      escape: 'q',
    });
    if (key === 'q') return 'quit';
    if (key === 'n') return 'next';
    if (key === 'u') return 'undo';
    if (numbers.includes(key)) return Number(key) - 1;
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
      context.write('\n');
    }
    if (key === 'e') {
      const { editText } = await import('./input/editor.ts');
      showMessage(editText(text ?? '', context));
    }
    if (key === 'w') {
      const { prepare } = await import('./draft.ts');
      const wording = (one?: number) => prepare(inputFor(one), context).written;
      const shown = wording(variant);
      if (shown === null || shown.variants === 1) {
        context.note("There's no other wording for this one.");
        return;
      }
      variant = (shown.variant % shown.variants) + 1;
      showMessage(wording(variant)?.draft.text ?? '');
    }
    if (key === 'p') {
      const { askWriter, prepare } = await import('./draft.ts');
      const { draft } = await askWriter(prepare(inputFor(variant), context), context);
      showMessage(draft.text);
    }
  }

  function inputFor(wording: number | undefined) {
    return { name: call, ...(wording !== undefined && { variant: wording }) };
  }

  function showMessage(changed: string): void {
    text = changed;
    context.write(`\n${renderMessage(changed, context)}\n\n`);
  }
}
