import type { Draft } from '../coach/draft/request.ts';
import type { Budget } from '../coach/suggest/suggest.ts';
import type { Context } from '../context.ts';
import {
  type Action,
  type Day,
  isInviting,
  type Person,
  type PersonRef,
  type Window,
} from '../model.ts';
import { count, formatList } from '../text/count.ts';
import { formatDay } from '../text/days.ts';
import { safe, safeLines } from '../text/safe.ts';
import { wrap } from './layout.ts';

interface Suggestion {
  person: Person;
  action: Action;
  reasons: readonly string[];
  window: Window | null;
  draft: Draft | null;
}

interface SuggestionList {
  date: Day;
  budget: Budget;
  suggestions: readonly Suggestion[];
  held: ReadonlyArray<{ person: PersonRef; reason: string; message: string }>;
}

/**
 * Today's list as text: for each person what to do, why, until when, a draft, and the next command.
 * @param isAll whether to list everyone on hold, rather than count them
 * @param nameFor names a person in a command
 */
export function renderSuggestions(
  list: SuggestionList,
  isAll: boolean,
  context: Context,
  nameFor: (person: PersonRef) => string,
): string {
  const { paint, width, toType } = context;
  const blocks = list.suggestions.map((one, index) =>
    renderSuggestion(one, index + 1, toType(nextCommand(one.action, nameFor(one.person))), context),
  );
  if (blocks.length === 0) blocks.push(toType(emptyMessage(list)));
  blocks.push(paint.dim(wrap(budgetLine(list.budget), width)));
  if (list.held.length > 0) blocks.push(heldBlock(list, isAll, context));
  return blocks.join('\n\n');
}

function emptyMessage({ held }: SuggestionList): string {
  return held.length > 0
    ? 'Nobody needs a word from you today.'
    : 'Nobody needs a word from you today. Log what happens: netcoach log';
}

function renderSuggestion(
  one: Suggestion,
  rank: number,
  next: string,
  { paint, width, today }: Context,
): string {
  const { person, action, reasons, window, draft } = one;
  const [lead, ...others] = reasons.map(safe);
  const head = `${rank}. ${paint.bold(safe(person.name))} – ${paint.accent(ACTION_WORDS[action])}`;
  const lines = [wrap(head, width), wrap(`${lead}.${windowText(window, today)}`, width, '   ')];
  for (const other of others) lines.push(paint.dim(wrap(`${other}.`, width, '   ')));
  if (draft !== null) {
    const message = safeLines(draft.text)
      .split('\n')
      .map((line) => wrap(line, width, '   │ '))
      .join('\n');
    lines.push('', message, '');
  }
  lines.push(paint.dim(wrap(`Then: ${next}`, width, '   ')));
  return lines.join('\n');
}

/** Starts with a space, or is empty. */
function windowText(window: Window | null, today: Day): string {
  if (window === null) return '';
  if (today === window.closes) return ' Today is the last day.';
  if (today <= window.best) {
    return ` Best by ${formatDay(window.best, today)}, open until ${formatDay(window.closes, today)}.`;
  }
  return ` Open until ${formatDay(window.closes, today)}.`;
}

function nextCommand(action: Action, name: string): string {
  if (isInviting(action)) return `netcoach sent ${name}`;
  if (action === 'withdraw') return `netcoach withdrawn ${name}`;
  const titles = {
    thank: 'Thanked them',
    congratulate: 'Congratulated them',
    'check-in': 'Caught up',
    'warm-up': 'Said hello',
  };
  const kind = action === 'warm-up' ? 'meeting' : 'engagement';
  return `netcoach log --kind ${kind} --with ${name} --title "${titles[action]}"`;
}

function budgetLine({ invitesThisWeek, invitesPerWeek, notesThisMonth, notesPerMonth }: Budget) {
  const invites = Math.max(0, invitesPerWeek - invitesThisWeek);
  const invitesText = `${count(invites, 'invitation')} left this week`;
  if (notesPerMonth === null) return `${invitesText}.`;
  return `${invitesText}, ${count(Math.max(0, notesPerMonth - notesThisMonth), 'personal note')} this month.`;
}

function heldBlock(
  { held }: SuggestionList,
  isAll: boolean,
  { paint, width, toType }: Context,
): string {
  if (isAll) {
    const lines = held.map(({ person, message }) =>
      wrap(`${safe(person.name)}: ${message}`, width, '  '),
    );
    return ['Held:', ...lines].join('\n');
  }
  const reasons = new Map<string, number>();
  for (const { reason } of held) reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
  const counts = [...reasons].map(([reason, number]) => `${number} ${reason}`);
  const summary = toType(`Held: ${formatList(counts)}. See them: netcoach suggest --all`);
  return paint.dim(wrap(summary, width));
}

/** Each action as an instruction to the user. */
export const ACTION_WORDS: Readonly<Record<Action, string>> = {
  connect: 'invite to connect',
  'warm-up': 'say hello first',
  reconnect: 'get back in touch',
  congratulate: 'congratulate',
  thank: 'say thank you',
  'check-in': 'catch up',
  withdraw: 'take the invitation back',
};

/** The screen for an empty log: three ways to start. */
export function renderWelcome({ paint, toType }: Context): string {
  const example = (say: string, type: string) => `  ${say}\n    ${paint.accent(toType(type))}`;
  return [
    'Nothing is logged yet. Three ways to begin:',
    '',
    example(
      'Say who you are, so that a message can introduce you:',
      'netcoach me --name "Sam Ortiz" --role "backend engineer" --team Billing',
    ),
    '',
    example(
      'Log what happened with whom:',
      'netcoach log --kind project --with "Priya Shah" --title "Apollo launch"',
    ),
    '',
    example('Or look around on sample data:', 'netcoach demo'),
    '',
  ].join('\n');
}
