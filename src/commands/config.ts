import type { Context } from '../context.ts';
import { Failure } from '../failure.ts';
import { renderSettings } from '../render/config.ts';
import { safe } from '../text/safe.ts';
import {
  DEFAULT_SECONDS,
  readStored,
  setWriter,
  setWriterSeconds,
} from './input/writer-setting.ts';

/** A setting: how it is read and set. */
interface Setting {
  key: string;
  /** One line: what it is for, and what it can be. */
  what: string;
  /** Its value where none is set; null for none. */
  fallback: string | null;
  /** The value that was set; null if none was. */
  read: (context: Context) => string | null;
  /** Sets it; null goes back to the default. @throws Failure `usage` that says what is allowed */
  write: (value: string | null, context: Context) => void;
}

const SETTINGS: readonly Setting[] = [
  {
    key: 'writer',
    what: 'a program that words messages, as in "ollama run qwen3"; kept beside the database, not in it',
    fallback: null,
    read: (context) => context.env.NETCOACH_WRITER?.trim() || readStored(context).writer,
    write: setWriter,
  },
  {
    key: 'writer-seconds',
    what: 'how long it may take',
    fallback: String(DEFAULT_SECONDS),
    read: (context) => readStored(context).seconds?.toString() ?? null,
    write: setWriterSeconds,
  },
];

/** Shows every setting, or one; with a value, sets it. An empty value goes back to the default. */
export function run({ key, value }: { key?: string; value?: string }, context: Context): undefined {
  const chosen = key === undefined ? SETTINGS : SETTINGS.filter((one) => one.key === key);
  const [setting] = chosen;
  if (setting === undefined)
    throw new Failure(
      'usage',
      `there is no setting "${key}"`,
      `There are: ${SETTINGS.map((one) => one.key).join(', ')}`,
    );
  if (value !== undefined) setting.write(value.trim() === '' ? null : value.trim(), context);
  const settings = chosen.map((one) => ({
    key: one.key,
    value: shownValue(one) ?? one.fallback,
    default: one.fallback,
    what: one.what,
  }));
  context.print({ settings }, () => renderSettings(settings, context));

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
