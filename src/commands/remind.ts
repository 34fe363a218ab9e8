import type { Context } from '../context.ts';
import { calendarFile } from '../export/calendar.ts';
import { Failure } from '../failure.ts';
import type { Day } from '../model.ts';
import { cronLine, launchdAgent, systemdUnits } from '../render/remind.ts';
import { syncAgent, syncCronLine, syncUnits } from '../render/sync-timer.ts';
import { addDays, weekdayIndex } from '../text/days.ts';
import { safe } from '../text/safe.ts';

const TARGETS = ['calendar', 'systemd', 'launchd', 'cron'] as const;
type Target = (typeof TARGETS)[number];

const INSTALL_STEPS: Record<Target, string> = {
  calendar: 'Nothing was installed. Keep it and open it: netcoach remind --calendar > netcoach.ics',
  systemd: 'Nothing was installed. Once you have read it: netcoach remind --systemd | sh',
  launchd:
    'Nothing was installed. Save it as ~/Library/LaunchAgents/netcoach.reminder.plist, then: ' +
    'launchctl bootstrap gui/$(id -u) ~/Library/LaunchAgents/netcoach.reminder.plist',
  cron: 'Nothing was installed. Add the line with: crontab -e (cron mails you what it prints).',
};

/** Prints a monthly reminder; installs nothing and opens no database. */
export function run(
  input: { [K in Target]?: boolean } & { sync?: boolean },
  context: Context,
): undefined {
  const [kind, second] = TARGETS.filter((one) => input[one] === true);
  if (kind === undefined || second !== undefined) {
    throw new Failure(
      'usage',
      kind === undefined ? 'what is to remind you is missing' : 'one reminder at a time',
      'Give one of --calendar, --systemd, --launchd and --cron.',
    );
  }
  if (input.sync === true && kind === 'calendar')
    throw new Failure(
      'usage',
      "a calendar can't sync",
      'Give one of --systemd, --launchd and --cron.',
    );
  const text = input.sync === true ? makeSyncTimer(kind, context) : makeReminder(kind, context);
  const steps = INSTALL_STEPS[kind];
  const step =
    input.sync === true
      ? steps
          .replace('remind --systemd', 'remind --systemd --sync')
          .replaceAll('netcoach.reminder', 'netcoach.sync')
      : steps;
  if (!context.isJson) context.note(safe(context.toType(step)));
  context.print({ reminder: { kind, text } }, () => text);
}

/** With git, its lines go around it: see `help sync`. */
function makeSyncTimer(kind: Target, context: Context): string {
  const words = commandLine(context, 'sync');
  if (kind === 'systemd') return syncUnits(words);
  return kind === 'launchd' ? syncAgent(words) : syncCronLine(words);
}

function makeReminder(kind: Target, context: Context): string {
  if (kind === 'calendar') return calendarReminder(context);
  const words = commandLine(context, 'suggest');
  if (kind === 'systemd') return systemdUnits(words);
  return kind === 'launchd' ? launchdAgent(words) : cronLine(words);
}

/** @throws Failure `io` if it can't be written into a file of any of them */
function commandLine(context: Context, command: string): string[] {
  const words = [...context.program, '--db', context.path, command];
  if (words.some((word) => /\p{Cc}/u.test(word))) {
    throw new Failure(
      'io',
      'the path of the program or of the database holds a control character',
      'Give it another name, or take --calendar.',
    );
  }
  return words;
}

function calendarReminder({ today, toType }: Context): string {
  const day = firstMonday(today);
  const entry = {
    uid: 'monthly@netcoach',
    from: day,
    to: day,
    time: '09:00',
    title: 'Whom to catch up with?',
    description: toType('Type: netcoach'),
    repeats: 'FREQ=MONTHLY;BYDAY=1MO',
    alarm: 0,
  };
  return calendarFile([entry], `${today}T00:00:00Z`);
}

/** May be today. */
function firstMonday(today: Day): Day {
  let day = today;
  while (weekdayIndex(day) !== 1 || Number(day.slice(8)) > 7) day = addDays(day, 1);
  return day;
}
