/** Help on what concerns several commands: `netcoach help TOPIC`. */
import { rules } from '../../../rules/index.ts';
import { KINDS, type Kind } from '../../model.ts';
import type { HELP_TOPICS } from '../flags.ts';

interface Topic {
  /** For the list of topics. */
  about: string;
  /** Paragraphs; a line that starts with two spaces is shown as it is. */
  text: () => string;
}

/** What each kind is, with a sentence that logs one. */
const KIND_WORDS: Readonly<Record<Kind, readonly [what: string, sentence: string]>> = {
  'new-job': [
    'you started a job; the people you name are your new coworkers',
    'I joined Halden with Grace',
  ],
  project: ['you finished something together', 'Shipped Apollo with Priya'],
  event: ['you were both at something', 'Met Noor at the data summit'],
  interest: ['you found out that you share an interest', 'Tom and I both climb'],
  feedback: ['they gave you feedback, a review or mentoring', 'Feedback from Grace on my talk'],
  milestone: ['good news of theirs: a promotion, a new job, an award', 'Priya was promoted'],
  reorg: ['a change at work that affects you both', 'Billing merged with Sam'],
  departure: ['they left, or you did', 'Sara left Northwind'],
  meeting: ['an everyday chat: lunch, a call, a one-to-one', 'Coffee with Tom'],
  engagement: ['a small gesture: a like, a comment, a short message', "Commented on Priya's post"],
};

const indented = (rows: ReadonlyArray<readonly [string, string]>): string => {
  const widest = Math.max(...rows.map(([name]) => name.length));
  return rows.map(([name, what]) => `  ${name.padEnd(widest)}  ${what}`).join('\n');
};

export const TOPICS: Readonly<Record<(typeof HELP_TOPICS)[number], Topic>> = {
  moments: {
    about: 'when to get in touch, and why',
    text: () => `A moment is a good reason to write to someone now. You log what happens, and netcoach finds the moments. Each is best within a few days, and closes after a while.

Four kinds are easy to mix up:
  event       you were both at something: a moment to connect, ideally within 3 days
  meeting     an everyday chat: not a moment, but it builds towards one
  engagement  a like, a comment, a short message: keeps a connection warm
  new-job     YOU started a job; if they start one, it's a milestone

The moments:
${indented(
  [...rules]
    .sort((a, b) => b.weight - a.weight)
    .map(({ id, title, window }) => [
      id,
      `${title}${window === null ? '' : ` (best ${window.best} days, open ${window.closes})`}`,
    ]),
)}

More about any of these: netcoach rules project
Why someone is on the list, or isn't: netcoach why Priya`,
  },
  kinds: {
    about: 'the kinds of interaction',
    text: () => `Every entry in the log has a kind. netcoach can usually tell from your wording; --kind sets it explicitly.

${KINDS.map((kind) => `  ${kind.padEnd(10)}  ${KIND_WORDS[kind][0]}\n${' '.repeat(14)}netcoach log "${KIND_WORDS[kind][1]}"`).join('\n')}`,
  },
  dates: {
    about: 'how to write a day or a length of time',
    text: () => `Days:
  2026-11-20
  today, yesterday, monday, last friday
  3 days ago, 2 weeks ago
  20 nov, nov 20, 20 november 2026
  3/11      needs a setting: netcoach config date-order day-first

Lengths of time, for --every, --quiet, --until and --older-than:
  10d, 6w, 2m, 1y, "6 weeks" (a month counts as 30 days)

You can't log something that hasn't happened yet. If netcoach can't read a date, it says so, and never assumes today.

To see another day's list: netcoach --today 2026-12-01`,
  },
  'exit-codes': {
    about: 'what a script gets back',
    text: () => `  0    done
  1    it couldn't be done: a damaged database, a full disk, a file that
       can't be read, a failed check
  2    the command wasn't understood, or names someone or something unknown
  130  you pressed Ctrl-C

An error is one line on standard error. With --json it's a document with a code: usage, unknown-person, ambiguous-person, unknown-id, bad-date, no-context, bad-file, database, newer-database or io.`,
  },
  environment: {
    about: 'variables, files and settings',
    text: () => `Variables:
  NETCOACH_DB            the database, unless --db gives one
  NETCOACH_TODAY         the date to treat as today, unless --today gives one
  NETCOACH_NO_INPUT      if set, never ask anything
  NETCOACH_WRITER        a program that words messages, like the "writer" setting
  NETCOACH_BACKUP_FIRST  if set, finish the backup before the command returns
  NETCOACH_DEBUG         if 1, show where an internal error came from
  NO_COLOR               if set, no colour
  FORCE_COLOR            if set, colour even in a pipe; if 0, none
  PAGER                  for long lists (default: less -FRX)
  VISUAL, EDITOR         for edit, amend and draft --edit

Where the database is, unless NETCOACH_DB or --db gives another:
  Linux    ~/.local/share/netcoach/netcoach.db (or in $XDG_DATA_HOME)
  macOS    ~/Library/Application Support/netcoach/netcoach.db
  Windows  %LOCALAPPDATA%\\netcoach\\netcoach.db

Its backups are in a folder beside it, named after it: netcoach.db-backups. Everything else is a setting in the database: netcoach config`,
  },
};
