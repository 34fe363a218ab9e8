import { resolve } from 'node:path';
import type { Context } from '../context.ts';
import { calendarFile } from '../export/calendar.ts';
import { Failure } from '../failure.ts';
import type { Day, Reminder } from '../model.ts';
import { inboxAgent, inboxUnits } from '../render/inbox-watcher.ts';
import { cronLine, launchdAgent, systemdUnits } from '../render/remind.ts';
import { syncAgent, syncCronLine, syncUnits } from '../render/sync-timer.ts';
import { readReminder } from '../store/me.ts';
import { addDays, weekdayIndex } from '../text/days.ts';
import { safe } from '../text/safe.ts';
import { quoteForShell } from '../text/shell.ts';

const TARGETS = ['calendar', 'systemd', 'launchd', 'cron'] as const;
type Target = (typeof TARGETS)[number];

const INSTALL_STEPS: Record<Target, string> = {
  calendar:
    'Nothing has been installed. Save the reminder, then open it: netcoach remind --calendar > netcoach.ics',
  systemd:
    'Nothing has been installed. Read the script below first, then run: netcoach remind --systemd | sh',
  launchd:
    'Nothing has been installed. Save the text below as ~/Library/LaunchAgents/netcoach.reminder.plist, then run: ' +
    'launchctl bootstrap gui/$(id -u) ~/Library/LaunchAgents/netcoach.reminder.plist',
  cron: 'Nothing has been installed. Add this line with crontab -e (cron e-mails you the output).',
};

interface Input extends Partial<Record<Target, boolean>> {
  sync?: boolean;
  daily?: boolean;
  weekly?: boolean;
  inbox?: string;
}

/** Prints a reminder, as often as a flag or the setting says; installs nothing and makes no database. */
export function run(input: Input, context: Context): undefined {
  const [kind, second] = TARGETS.filter((one) => input[one] === true);
  if (kind === undefined || second !== undefined) {
    throw new Failure(
      'usage',
      kind === undefined ? 'missing: how to remind you' : 'one reminder at a time',
      'Choose --calendar, --systemd, --launchd or --cron: netcoach remind --calendar --weekly',
    );
  }
  const { sync, inbox } = input;
  const often = (['sync', 'daily', 'weekly', 'inbox'] as const).filter(
    (one) => input[one] !== undefined,
  );
  if (often.length > 1)
    throw new Failure(
      'usage',
      `${often.map((one) => `--${one}`).join(' and ')} together`,
      'Use one or the other.',
    );
  if (sync === true && kind === 'calendar')
    throw new Failure('usage', "a calendar can't sync", 'Use --systemd, --launchd or --cron.');
  if (inbox !== undefined && (kind === 'calendar' || kind === 'cron'))
    throw new Failure('usage', `--${kind} can't watch a folder`, 'Use --systemd or --launchd.');
  const text =
    inbox !== undefined
      ? makeWatcher(kind, inbox, context)
      : sync === true
        ? makeSyncTimer(kind, context)
        : makeReminder(kind, howOften(input, context), context);
  const name =
    inbox !== undefined ? 'netcoach.inbox' : sync === true ? 'netcoach.sync' : 'netcoach.reminder';
  const flags = ['remind', kind, ...often].join(' --');
  const step = INSTALL_STEPS[kind]
    .replace(`remind --${kind}`, inbox === undefined ? flags : `${flags} ${quoteForShell(inbox)}`)
    .replaceAll('netcoach.reminder', name);
  if (!context.isJson) context.note(safe(context.toType(step)));
  context.print({ reminder: { kind, text } }, () => text);
}

function howOften({ daily, weekly }: Input, context: Context): Reminder {
  if (daily === true) return 'daily';
  if (weekly === true) return 'weekly';
  return readReminder(context.storeToRead()) ?? 'monthly';
}

/** With git, its lines go around it: see `help sync`. */
function makeSyncTimer(kind: Target, context: Context): string {
  const words = commandLine(context, 'sync');
  if (kind === 'systemd') return syncUnits(words);
  return kind === 'launchd' ? syncAgent(words) : syncCronLine(words);
}

/** Watches the folder, and takes in what comes. */
function makeWatcher(kind: Target, typed: string, context: Context): string {
  const folder = resolve(typed);
  const words = commandLine(context, 'inbox', folder);
  return kind === 'systemd' ? inboxUnits(words, folder) : inboxAgent(words, folder);
}

function makeReminder(kind: Target, often: Reminder, context: Context): string {
  if (kind === 'calendar') return calendarReminder(often, context);
  const words = commandLine(context, 'suggest');
  if (kind === 'systemd') return systemdUnits(words, often);
  return kind === 'launchd' ? launchdAgent(words, often) : cronLine(words, often);
}

/** @throws Failure `io` if it can't be written into a file of any of them */
function commandLine(context: Context, ...command: string[]): string[] {
  const words = [...context.program, '--db', context.path, ...command];
  if (words.some((word) => /\p{Cc}/u.test(word))) {
    throw new Failure(
      'io',
      'the path to netcoach or to its database has a control character',
      'Rename it, or use --calendar.',
    );
  }
  return words;
}

/** RRULE of each reminder; a daily one is for working days. */
const REPEATS: Readonly<Record<Reminder, string>> = {
  daily: 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR',
  weekly: 'FREQ=WEEKLY;BYDAY=MO',
  monthly: 'FREQ=MONTHLY;BYDAY=1MO',
};

function calendarReminder(often: Reminder, { today, toType }: Context): string {
  const day = firstDay(today, often);
  const entry = {
    uid: `${often}@netcoach`,
    from: day,
    to: day,
    time: '09:00',
    title: 'Who to reach out to?',
    description: toType('Run: netcoach'),
    repeats: REPEATS[often],
    alarm: 0,
  };
  return calendarFile([entry], `${today}T00:00:00Z`);
}

/** May be today. */
function firstDay(today: Day, often: Reminder): Day {
  const isFirst = (day: Day) => {
    const weekday = weekdayIndex(day);
    if (often === 'daily') return weekday >= 1 && weekday <= 5;
    return weekday === 1 && (often === 'weekly' || Number(day.slice(8)) <= 7);
  };
  let day = today;
  while (!isFirst(day)) day = addDays(day, 1);
  return day;
}
