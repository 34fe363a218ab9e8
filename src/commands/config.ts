import { CADENCE_DAYS } from '../../rules/check-in.ts';
import type { Context } from '../context.ts';
import { change } from '../database/change.ts';
import { Failure } from '../failure.ts';
import { DATE_ORDERS, GREETINGS, RELATIONSHIPS, REMINDERS, type Relationship } from '../model.ts';
import { renderSettings } from '../render/config.ts';
import { wrap } from '../render/layout.ts';
import {
  FREE_NOTES_PER_MONTH,
  INVITES_PER_WEEK,
  type MeFields,
  readStoredMe,
  type StoredMe,
  writeMe,
} from '../store/me.ts';
import { closest } from '../text/closest.ts';
import { safe } from '../text/safe.ts';
import { daysOfSpan, typeSpan } from '../text/span.ts';
import {
  DEFAULT_SECONDS,
  readStored,
  setWriter,
  setWriterSeconds,
} from './input/writer-setting.ts';

/** A setting: how it is read and set. */
interface Setting {
  key: string;
  /** One line: what it is for. */
  what: string;
  /** What it can be; null where `what` says it. */
  allowed: string | null;
  /** Its value where none is set; null for none. */
  fallback: string | null;
  /** The value that was set; null if none was. */
  read: (context: Context) => string | null;
  /** Sets it; null goes back to the default. @throws Failure `usage` that says what is allowed */
  write: (value: string | null, context: Context) => void;
}

/** How a setting of the profile is stored, and what is allowed. */
interface ProfileSetting {
  key: string;
  what: string;
  allowed: string;
  fallback: string | null;
  read: (stored: StoredMe) => string | null;
  /** The fields to store; null if the value isn't allowed. */
  fields: (value: string | null, stored: StoredMe) => MeFields | null;
}

const RELATIONSHIP_WORDS: Readonly<Record<Relationship, string>> = {
  teammate: 'teammates',
  manager: 'your manager',
  report: 'the people who report to you',
  mentor: 'mentors',
  colleague: 'other colleagues',
  former: 'former coworkers',
  external: 'people outside the company',
};

const SPANS = 'a length of time, such as 10d, 6w or 2m';

/** How often to check in; `of` null for everyone without a rhythm of their own. */
function rhythmSetting(of: Relationship | null): ProfileSetting {
  const name = of ?? 'all';
  return {
    key: of === null ? 'check-in' : `check-in-${of}`,
    what:
      of === null
        ? 'how long after the last contact to check in with people'
        : `the same for ${RELATIONSHIP_WORDS[of]}`,
    allowed: SPANS,
    fallback: of === null ? null : typeSpan(CADENCE_DAYS[of]),
    read: ({ rhythm = {} }) => {
      const days = rhythm[name] ?? (of === null ? undefined : rhythm.all);
      return days === undefined ? null : typeSpan(days);
    },
    fields: (value, { rhythm = {} }) => {
      const { [name]: _, ...others } = rhythm;
      const days = value === null ? null : daysOfSpan(value);
      if (value !== null && days === null) return null;
      const all = days === null ? others : { ...others, [name]: days };
      return { rhythm: Object.keys(all).length === 0 ? null : all };
    },
  };
}

/** One of some words. */
function choiceSetting<Key extends 'account' | 'dateOrder' | 'greeting' | 'reminder'>(
  field: Key,
  values: readonly string[],
  { key, what, fallback }: Pick<Setting, 'key' | 'what' | 'fallback'>,
): ProfileSetting {
  return {
    key,
    what,
    allowed: values.join(', '),
    fallback,
    read: (stored) => stored[field] ?? null,
    fields: (value) => {
      if (value === null) return { [field]: null };
      const found = values.find((one) => one.toLowerCase() === value.toLowerCase());
      return found === undefined ? null : { [field]: found };
    },
  };
}

/** A number from 0 up. */
function countSetting(
  field: 'invitesPerWeek' | 'notesPerMonth',
  { key, what, fallback }: Pick<Setting, 'key' | 'what' | 'fallback'>,
): ProfileSetting {
  return {
    key,
    what,
    allowed: 'a whole number, 0 or more',
    fallback,
    read: (stored) => stored[field]?.toString() ?? null,
    fields: (value) => {
      if (value === null) return { [field]: null };
      const number = Number(value);
      return /^\d+$/.test(value) && Number.isSafeInteger(number) ? { [field]: number } : null;
    },
  };
}

const PROFILE_SETTINGS: readonly ProfileSetting[] = [
  countSetting('invitesPerWeek', {
    key: 'invites-per-week',
    what: 'how many invitations to suggest in any seven days',
    fallback: String(INVITES_PER_WEEK),
  }),
  countSetting('notesPerMonth', {
    key: 'notes-per-month',
    what: 'how many personal notes you can send in a calendar month (no limit on Premium)',
    fallback: String(FREE_NOTES_PER_MONTH),
  }),
  choiceSetting('account', ['free', 'premium'], {
    key: 'account',
    what: 'your LinkedIn account',
    fallback: 'free',
  }),
  rhythmSetting(null),
  ...RELATIONSHIPS.map(rhythmSetting),
  choiceSetting('greeting', GREETINGS, {
    key: 'greeting',
    what: 'how messages begin: "Hi Priya,", "Hello Priya," or just "Priya,"',
    fallback: 'Hi',
  }),
  choiceSetting('dateOrder', DATE_ORDERS, {
    key: 'date-order',
    what: 'how to read 3/11: 3 November, or 11 March',
    fallback: null,
  }),
  choiceSetting('reminder', REMINDERS, {
    key: 'reminder',
    what: 'how often the reminders from "netcoach remind" come',
    fallback: 'monthly',
  }),
  {
    key: 'cautions',
    what: 'whether to say who will see what you post',
    allowed: 'on, off',
    fallback: 'on',
    read: ({ quiet }) => (quiet === true ? 'off' : null),
    fields: (value) => {
      if (value === null || value.toLowerCase() === 'on') return { quiet: null };
      return value.toLowerCase() === 'off' ? { quiet: true } : null;
    },
  },
];

/** Every setting, as listed. */
export const SETTINGS: readonly Setting[] = [
  ...PROFILE_SETTINGS.map(
    (one): Setting => ({
      ...one,
      read: (context) => one.read(readStoredMe(context.storeToRead())),
      write: (value, context) => {
        // Before a database is made for it.
        if (one.fields(value, {}) === null)
          throw new Failure(
            'usage',
            `${one.key} can't be "${value?.slice(0, 40)}"`,
            `Allowed: ${one.allowed}. Or "" for the default.`,
          );
        const db = context.store();
        const label =
          value === null ? `config: ${one.key}, the default` : `config: ${one.key} ${value}`;
        change(db, label, () => writeMe(db, one.fields(value, readStoredMe(db)) ?? {}));
      },
    }),
  ),
  {
    key: 'writer',
    what: 'a program that words messages, such as "ollama run qwen3"; this setting is stored beside the database, not in it',
    allowed: null,
    fallback: null,
    read: (context) => context.env.NETCOACH_WRITER?.trim() || readStored(context).writer,
    write: setWriter,
  },
  {
    key: 'writer-seconds',
    what: 'how long that program may take',
    allowed: null,
    fallback: String(DEFAULT_SECONDS),
    read: (context) => readStored(context).seconds?.toString() ?? null,
    write: setWriterSeconds,
  },
];

/** Shows every setting, or one; with a value, sets it. An empty value goes back to the default. */
export function run({ key, value }: { key?: string; value?: string }, context: Context): undefined {
  const chosen = key === undefined ? SETTINGS : SETTINGS.filter((one) => one.key === key);
  const [setting] = chosen;
  if (setting === undefined) throw unknownSetting(key ?? '');
  if (value !== undefined) setting.write(value.trim() === '' ? null : value.trim(), context);
  const settings = chosen.map((one) => ({
    key: one.key,
    value: shownValue(one) ?? one.fallback,
    default: one.fallback,
    what: one.what,
    allowed: one.allowed,
  }));
  context.printLong({ settings }, () => {
    if (value === undefined) return renderSettings(settings, context);
    const shown = settings[0]?.value ?? 'not set';
    return wrap(`${setting.key} is now ${safe(shown)}.`, context.width);
  });

  /** One that can't be read is no reason to hide the others. */
  function shownValue({ read }: Setting): string | null {
    try {
      return read(context);
    } catch (error) {
      if (!(error instanceof Failure) || key !== undefined) throw error;
      context.note(safe(`${error.message}. ${context.toType(error.hint)}`));
      return null;
    }
  }
}

function unknownSetting(key: string): Failure {
  const keys = SETTINGS.map((one) => one.key);
  const near = closest(key.toLowerCase(), keys);
  return new Failure(
    'usage',
    `there's no setting "${key}"`,
    near === null
      ? `All settings: ${keys.join(', ')}`
      : `Did you mean ${near}? See: netcoach config`,
  );
}
