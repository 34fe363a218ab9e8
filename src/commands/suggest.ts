import type { Database } from 'better-sqlite3';
import { LIST_LENGTH } from '../coach/suggest/suggest.ts';
import type { Context } from '../context.ts';
import { snapshot } from '../database/sqlite.ts';
import { inBatches } from '../database/write-file.ts';
import { indented, jsonList } from '../export/json.ts';
import { type Day, type History, isInviting, type Moment } from '../model.ts';
import {
  endOfList,
  type ListStyle,
  renderSuggestions,
  renderWithMessage,
  type Suggestion,
} from '../render/suggestion.ts';
import { cautionFinder, recordCautionsShown } from '../store/cautions.ts';
import { findCoworkers, hasCoworkersToSort, profileGap } from '../store/coworkers.ts';
import { inSnapshot } from '../store/everything.ts';
import { isEmpty } from '../store/find-people.ts';
import { recordShown } from '../store/shown.ts';
import { type Today, today, todayOneByOne } from '../store/today.ts';
import { isFromThem } from '../text/site-record.ts';
import { nameFor } from './input/person.ts';

interface Input {
  limit?: number;
  all?: boolean;
  messages?: boolean;
}

/** Prints today's suggestions: the message of the first, or with --messages of all. */
export function run(input: Input, context: Context): undefined {
  const isWhole = input.all === true || input.messages === true;
  // A terminal gets the whole list, for its pager and numbers.
  if (input.all === true && (context.isJson || !context.isTerminal)) writeAll(input, context);
  else showList(input, isWhole ? 'all' : 'first', context);
}

/** Writes everyone as they're read: all of them can be longer than the memory. */
function writeAll(input: Input, context: Context): void {
  const db = context.storeToRead();
  const cautions = new Set<string>();
  const pieces = inSnapshot(db, () => piecesOfAll(db, input.limit ?? null, cautions, context));
  for (const text of inBatches(pieces)) context.write(text);
  if (cautions.size > 0 && !context.isJson) recordCautionsShown(db, context.today, [...cautions]);
}

function* piecesOfAll(
  db: Database,
  limit: number | null,
  cautions: Set<string>,
  context: Context,
): Generator<string> {
  const { budget, suggestions, held, oldInvitations } = todayOneByOne(db, context.today, limit);
  const told = held.map((one) => ({ ...one, message: context.toType(one.message) }));
  const shown = asShown(db, context.today, suggestions, cautions);
  if (context.isJson) {
    yield `{\n  "date": ${indented(context.today, 2)},\n  "budget": ${indented(budget, 2)},\n  "suggestions": `;
    yield* jsonList(shown);
    yield ',\n  "held": ';
    yield* jsonList(told);
    yield '\n}\n';
    return;
  }
  let listed = 0;
  for (const one of shown) {
    yield `${renderWithMessage(one, nameFor(db, one.person), context)}\n\n`;
    listed++;
  }
  const unsorted = unsortedCoworkers(db, listed === 0, context);
  const gap = gapToFill(db, listed, unsorted, context);
  const style = { messages: 'all', isAll: true, old: oldInvitations, unsorted, gap } as const;
  yield `${endOfList({ budget, held: told }, listed, style, context).join('\n\n')}\n`;
}

/** Prints the list, and remembers it where numbers may mean the people on it. */
function showList(input: Input, messages: ListStyle['messages'], context: Context) {
  const db = context.storeToRead();
  // What isn't shown need not be written. With keys, anyone's message may be asked for.
  const drafted = messages === 'first' && !context.isJson ? 1 : undefined;
  const { cautions, moments, old, ...list } = snapshot(db, () =>
    readList(input, db, context.today, drafted),
  );
  const held = list.held.map((one) => ({ ...one, message: context.toType(one.message) }));
  const result = { ...list, held };
  const isNumbered =
    context.isTerminal && context.isClockDay && !context.isJson
      ? recordShown(db, context.today, moments)
      : false;
  const callOf = (place: number) =>
    isNumbered ? `${place + 1}` : nameFor(db, (list.suggestions[place] as Suggestion).person);
  const unsorted = unsortedCoworkers(db, list.suggestions.length === 0, context);
  const gap = gapToFill(db, list.suggestions.length, unsorted, context);
  const style = { messages, isAll: input.all === true, old, unsorted, gap, callOf };
  const print = input.all === true ? context.printLong : context.print;
  print(result, () => renderSuggestions(result, style, context));
  // With --json, a script may not show them to anyone; a short entry leaves them out.
  const shown = { none: 0, first: 1, all: list.suggestions.length }[messages];
  const seen = list.suggestions.slice(0, shown).flatMap(({ reasons }) => reasons);
  const cautionsSeen = cautions.filter((caution) => seen.includes(caution));
  if (cautionsSeen.length > 0 && !context.isJson)
    recordCautionsShown(db, context.today, cautionsSeen);
  return result;
}

/** Who may have worked with me and wait to be sorted: on an empty list all, on another while none has been sorted. */
function unsortedCoworkers(db: Database, isEmpty: boolean, { isJson }: Context): number {
  if (isJson || !(isEmpty || hasCoworkersToSort(db))) return 0;
  return findCoworkers(db).length;
}

/** With fewer on the list, it says what would make it longer. */
const SHORT = 3;

function gapToFill(db: Database, listed: number, unsorted: number, { isJson }: Context) {
  return isJson || listed >= SHORT || unsorted > 0 ? null : profileGap(db);
}

/** Where a message could be for anyone. */
const ASKS_DETAIL = 'To improve this message, add something you remember about them';

function readList(input: Input, db: Database, day: Day, drafted: number | undefined) {
  const limit = input.all === true ? (input.limit ?? null) : (input.limit ?? LIST_LENGTH);
  const found = today(db, day, limit, drafted);
  const { budget, held, oldInvitations: old } = found;
  const cautions = new Set<string>();
  const suggestions = [...asShown(db, day, found.suggestions, cautions)];
  const moments = found.suggestions.map(({ judgement: { history, lead } }) => ({
    person: history.person.id,
    moment: lead.key,
  }));
  return { date: day, budget, suggestions, held, cautions: [...cautions], moments, old };
}

/** Suggestions as the list has them, with remarks. @param cautions gets those that are said, each once */
function* asShown(
  db: Database,
  day: Day,
  suggestions: Iterable<Today['suggestions'][number]>,
  cautions: Set<string>,
) {
  const tips = new Set<string>();
  const cautionOf = cautionFinder(db, day);
  let rank = 0;
  for (const { judgement, notices, draft, isThin } of suggestions) {
    const { history, lead, score, reasons } = judgement;
    rank++;
    yield {
      rank,
      person: history.person,
      action: lead.action,
      moment: lead.kind,
      score,
      reasons: [
        ...reasons,
        ...notices,
        ...extraReasons(history, lead),
        ...(isThin && lead.interaction !== null && !isFromThem(lead.interaction.title)
          ? [ASKS_DETAIL]
          : []),
      ],
      interaction: lead.interaction,
      window: lead.window,
      draft,
    };
  }

  /** The rule's tip, or a caution that the new connection will see the user's posts. */
  function extraReasons(history: History, lead: Moment): string[] {
    const { tip } = lead.rule;
    if (tip !== undefined) return tips.has(tip) ? [] : [...tips.add(tip)].slice(-1);
    const caution = isInviting(lead.action) ? cautionOf(history, lead) : null;
    if (caution === null || cautions.has(caution)) return [];
    cautions.add(caution);
    return [caution];
  }
}

/**
 * Runs `netcoach` without a command: `suggest`, or a welcome on an empty log. On a terminal, the list comes
 * without a message, and the user can pick a person and act by key.
 */
export async function runOrWelcome(_input: unknown, context: Context): Promise<undefined> {
  if (!context.isJson && isEmpty(context.storeToRead()))
    return (await import('./welcome.ts')).run({}, context);
  const { ask, isTerminal, isJson } = context;
  if (ask === null || !isTerminal || isJson) return run({}, context);
  const { suggestions } = showList({}, 'none', context);
  if (suggestions.length === 0) return;
  const { actByKey } = await import('./act-by-key.ts');
  await actByKey(suggestions, context, ask);
}
