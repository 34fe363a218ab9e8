import type { Draft } from '../coach/draft/request.ts';
import { sayHold } from '../coach/suggest/holds.ts';
import type { Budget } from '../coach/suggest/suggest.ts';
import type { Context } from '../context.ts';
import type { Action, Day, Interaction, Person, PersonRef, Window } from '../model.ts';
import type { ProfileGap } from '../store/coworkers.ts';
import type { OldInvitations } from '../store/invitations.ts';
import { count } from '../text/count.ts';
import { formatDay } from '../text/days.ts';
import { safe, safeLines } from '../text/safe.ts';
import { isFromThem } from '../text/site-record.ts';
import { wrap } from './layout.ts';

/** Somebody on the list. */
export interface Suggestion {
  rank: number;
  person: Person;
  action: Action;
  reasons: readonly string[];
  window: Window | null;
  interaction: Interaction | null;
  draft: Draft | null;
}

/** What is said after the suggestions, and what it's said of. */
interface ListEnd {
  budget: Budget;
  held: ReadonlyArray<{ person: PersonRef; reason: string; message: string }>;
}

interface SuggestionList extends ListEnd {
  suggestions: readonly Suggestion[];
}

/** How a list is shown. */
export interface ListStyle {
  /** Who is shown with further reasons and a message: nobody, the first, or everyone. */
  messages: 'none' | 'first' | 'all';
  /** Whether to list everyone on hold, rather than count them. */
  isAll: boolean;
  /** Invitations left unanswered, where there are many. */
  old: OldInvitations | null;
  /** How many may have worked with the user and wait to be sorted. */
  unsorted: number;
  /** What my profile lacks for a longer list; null where nothing does, or the list is long enough. */
  gap: ProfileGap;
  /** What a command calls the person in this place, from 0: the number, or a name. */
  callOf: (place: number) => string;
}

/** Today's list as text: for each person what to do, until when and why; what is to be typed stands unbroken. */
export function renderSuggestions(
  list: SuggestionList,
  style: ListStyle,
  context: Context,
): string {
  const { messages, callOf } = style;
  const blocks: string[] = [];
  const briefLines: string[] = [];
  for (const [place, one] of list.suggestions.entries()) {
    if (messages === 'all' || (messages === 'first' && place === 0)) {
      blocks.push(renderWithMessage(one, callOf(place), context));
      continue;
    }
    briefLines.push(renderBriefly(one, context));
  }
  if (briefLines.length > 0) blocks.push(briefLines.join('\n'));
  return [...blocks, ...endOfList(list, list.suggestions.length, style, context)].join('\n\n');
}

/**
 * What follows the suggestions, in blocks.
 * @param listed how many suggestions there were
 */
export function endOfList(
  list: ListEnd,
  listed: number,
  { messages, isAll, old, unsorted, gap }: Omit<ListStyle, 'callOf'>,
  context: Context,
): string[] {
  const { paint, width, toType } = context;
  const blocks: string[] = [];
  if (listed === 0) blocks.push(wrap(toType(emptyMessage(list)), width));
  if (unsorted > 0) {
    const people = count(unsorted, 'person', 'people');
    const line = toType(`${people} may have worked with you. Sort them: netcoach coworkers`);
    blocks.push(wrap(line, width));
  }
  if (gap !== null) blocks.push(wrap(toType(GAP_TEXT[gap]), width));
  const end = [budgetLine(list.budget)];
  if (messages === 'first' && listed > 1)
    end.push(toType('All the messages: netcoach suggest --messages'));
  if (old !== null) end.push(toType(oldText(old)));
  if (list.held.length > 0 && !isAll)
    end.push(toType(`Not shown: ${heldCounts(list)}. See who: netcoach suggest --all`));
  blocks.push(paint.dim(end.map((line) => wrap(line, width)).join('\n')));
  if (list.held.length > 0 && isAll) blocks.push(heldList(list, context));
  return blocks;
}

const GAP_TEXT: Readonly<Record<NonNullable<ProfileGap>, string>> = {
  company:
    'Say where you work, and netcoach finds your coworkers among your connections: netcoach me --company NAME',
  jobs: 'netcoach finds former coworkers by your earlier jobs, which are in the whole LinkedIn archive (Positions.csv): netcoach import linkedin FILE',
};

function emptyMessage({ held }: ListEnd): string {
  return held.length > 0
    ? 'No one to reach out to today.'
    : 'No one to reach out to today. Log what happens: netcoach log';
}

/** Columns under which a head is shortened, so that five people fit 24 lines. */
const NARROW = 60;

/** Two lines: rank, name, what to do and until when; why now. */
function renderBriefly(one: Suggestion, context: Context): string {
  const { paint, width, today } = context;
  const { rank, person, action, reasons, window } = one;
  const isNarrow = width < NARROW;
  const words = isReply(one)
    ? ANSWER_WORDS[isNarrow ? 'narrow' : 'wide']
    : isFirstWord(one)
      ? 'say hello'
      : isNarrow
        ? NARROW_WORDS[action]
        : ACTION_WORDS[action];
  // How long an invitation can be withdrawn is no reason for today.
  const until = action === 'withdraw' ? '' : windowText(window, today, isNarrow);
  const head = `${paint.bold(safe(person.name))} – ${paint.accent(words)}${until}`;
  const number = `${rank}. `;
  return [
    `${number}${wrap(head, width, ' '.repeat(number.length)).trimStart()}`,
    wrap(`${safe(reasons[0] ?? '')}.`, width, INDENT),
  ].join('\n');
}

const INDENT = '   ';

/**
 * A person of the list with all reasons, the message and what to type next.
 * @param call what a command calls them; null where keys take the place of commands
 */
export function renderWithMessage(one: Suggestion, call: string | null, context: Context): string {
  const { paint, width, toType } = context;
  const lines = [renderBriefly(one, context)];
  for (const other of one.reasons.slice(1).map(safe))
    lines.push(paint.dim(wrap(`${other}.`, width, INDENT)));
  if (one.draft !== null) {
    const lead = isReply(one)
      ? 'Begin with:'
      : one.action === 'answer'
        ? 'If you accept, you can write:'
        : null;
    lines.push('', ...(lead === null ? [] : [wrap(paint.dim(lead), width, INDENT)]));
    lines.push(renderMessage(one.draft.text, context));
  }
  if (call === null) return lines.join('\n');
  if (one.draft !== null)
    lines.push('', wrap(toType(`Copy it: netcoach draft ${call} --copy`), width, INDENT));
  lines.push(
    wrap(
      toType(
        one.action === 'answer'
          ? `If you accept: netcoach accept ${call}, and if not: netcoach ignore ${call}`
          : `Done: netcoach done ${call}`,
      ),
      width,
      INDENT,
    ),
  );
  return lines.join('\n');
}

/** Whether a message of theirs waits. */
function isReply({ action, interaction }: Suggestion): boolean {
  return action === 'check-in' && interaction !== null && isFromThem(interaction.title);
}

/** Whether it's to a new connection, with whom nothing is shared yet but the company. */
function isFirstWord({ action, interaction, person }: Suggestion): boolean {
  return action === 'check-in' && interaction === null && person.shared === null;
}

/** A message, set off from what netcoach says. */
export function renderMessage(text: string, { width }: Context): string {
  return safeLines(text)
    .split('\n')
    .map((line) => wrap(line, width, `${INDENT}│ `))
    .join('\n');
}

/** Starts with a comma, or is empty. */
function windowText(window: Window | null, today: Day, isShort: boolean): string {
  if (window === null) return '';
  if (today === window.closes) return isShort ? ', last day' : ", today's the last day";
  // "Fri 27 Nov", or in short "27 Nov".
  const say = (day: Day) => formatDay(day, today).slice(isShort ? 4 : 0);
  if (today > window.best) return `, by ${say(window.closes)}`;
  if (today === window.best) return isShort ? ', today' : ', ideally today';
  return `, ${isShort ? '' : 'ideally '}by ${say(window.best)}`;
}

function budgetLine({ invitesThisWeek, invitesPerWeek, notesThisMonth, notesPerMonth }: Budget) {
  const invites = Math.max(0, invitesPerWeek - invitesThisWeek);
  const invitesText = `${count(invites, 'invitation')} left (limit: ${invitesPerWeek} in 7 days)`;
  if (notesPerMonth === null) return `${invitesText}.`;
  return `${invitesText}, and ${count(Math.max(0, notesPerMonth - notesThisMonth), 'personal note')} left this month.`;
}

function oldText({ count: number, olderThan }: OldInvitations): string {
  const many = count(number, 'invitation');
  const them = number === 1 ? 'it' : 'them';
  return olderThan === '6m'
    ? `${many} from you expired unanswered. Clear ${them}: netcoach withdrawn --older-than 6m`
    : `${many} from you ${number === 1 ? 'has' : 'have'} been waiting for over three weeks. Withdraw ${them} on LinkedIn, then: netcoach withdrawn --older-than 3w`;
}

/** Why people are held back, to follow their number. */
const HELD_WORDS: Readonly<Record<string, string>> = {
  pending: 'waiting for an answer',
  strained: 'marked as strained',
  budget: 'over your limit',
  'cooling-off': 'cooling off',
  'passed-over': 'shown on five days',
};

function heldCounts({ held }: ListEnd): string {
  const reasons = new Map<string, number>();
  for (const { reason } of held) reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
  return [...reasons]
    .map(([reason, number]) => `${number} ${HELD_WORDS[reason] ?? reason}`)
    .join(', ');
}

function heldList({ held }: ListEnd, { width }: Context): string {
  const lines = held.map(({ person, message }) =>
    wrap(safe(sayHold(person.name, message)), width, '  '),
  );
  return ['Not shown:', ...lines].join('\n');
}

/** Each action as an instruction to the user. */
export const ACTION_WORDS: Readonly<Record<Action, string>> = {
  connect: 'invite to connect',
  'warm-up': 'say hello',
  reconnect: 'get back in touch',
  congratulate: 'congratulate',
  thank: 'say thank you',
  'check-in': 'catch up',
  withdraw: 'withdraw the invitation',
  answer: 'answer their invitation',
};

/** The same for a narrow terminal. */
const NARROW_WORDS: Readonly<Record<Action, string>> = {
  ...ACTION_WORDS,
  connect: 'invite',
  'warm-up': 'say hello',
  reconnect: 'get in touch',
  withdraw: 'withdraw',
  answer: 'answer',
};

/** For a message of theirs that waits. */
const ANSWER_WORDS = { wide: 'answer their message', narrow: 'answer' };
