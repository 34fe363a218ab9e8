import { InvalidArgumentError, Option } from 'commander';
import { CHANNELS, KINDS, type Kind, RELATIONSHIPS, type Relationship } from '../model.ts';

/** A commander option with the name and type of its value. */
export interface Flag<Name extends string = string, Value = unknown> {
  /** Makes the option: only the command that runs needs its own. */
  option: () => Option;
  /** Never set: they only carry types. */
  name?: Name;
  value?: Value;
}

/** The object a command gets for its flags: `{ limit?: number, all?: boolean }`. */
export type FlagValues<Flags extends readonly Flag[]> = {
  [F in Flags[number] as NonNullable<F['name']>]?: NonNullable<F['value']>;
};

/** The object a command gets for its arguments: `log [words...]` gives `{ words: string[] }`. */
export type ArgumentValues<Usage extends string> = Usage extends `${string} ${infer Rest}`
  ? ArgumentRecord<Rest extends `${infer First} ${string}` ? First : Rest> & ArgumentValues<Rest>
  : unknown;

type ArgumentRecord<Word extends string> = Word extends `[${infer Name}...]`
  ? Record<Name, string[]>
  : Word extends `<${infer Name}>`
    ? Record<Name, ArgumentValue<Name>>
    : Word extends `[${infer Name}]`
      ? Partial<Record<Name, ArgumentValue<Name>>>
      : unknown;

/** Allowed values of the arguments with these names. */
export const ARGUMENT_CHOICES = {
  source: ['linkedin', 'calendar', 'vcard', 'csv', 'git', 'json'],
  format: ['json', 'csv', 'vcard', 'calendar'],
  shell: ['bash', 'zsh', 'fish'],
} as const;

/** What the arguments with these names are, where the name alone doesn't say it; of one command alone after its name. */
export const ARGUMENT_MEANINGS = {
  source: 'where it comes from',
  path: 'the file or folder',
  format: 'the format',
  shell: 'your shell',
  name: "a name, part of one, #ID, or a number on today's list",
  person: "a name, part of one, #ID, or a number on today's list",
  into: 'the entry to keep',
  id: 'a number in the log, such as 3',
  'add name': 'the full name',
  'merge name': 'the entry to remove: a name, part of one, or #ID',
  'forget name': 'a name, part of one, or #ID',
  'rules id': 'a moment, such as project',
} as const;

/** What `help` explains beside the commands. */
export const HELP_TOPICS = ['moments', 'kinds', 'dates', 'exit-codes', 'environment'] as const;

type ArgumentValue<Name extends string> = Name extends keyof typeof ARGUMENT_CHOICES
  ? (typeof ARGUMENT_CHOICES)[Name][number]
  : string;

/** `--dry-run <x>` gives `dryRun`, and `--no-note` gives `note`. */
type NameOf<Flags extends string> = Flags extends `--${infer Long} ${string}`
  ? CamelCase<WithoutNo<Long>>
  : Flags extends `--${infer Long}`
    ? CamelCase<WithoutNo<Long>>
    : never;
type WithoutNo<Long extends string> = Long extends `no-${infer Rest}` ? Rest : Long;
type CamelCase<Text extends string> = Text extends `${infer First}-${infer Rest}`
  ? `${First}${Capitalize<CamelCase<Rest>>}`
  : Text;

function makeFlag<Flags extends string, Value>(option: () => Option): Flag<NameOf<Flags>, Value> {
  return { option };
}

/** A flag with a text value. */
export function text<const Flags extends string>(
  flags: Flags,
  description: string,
): Flag<NameOf<Flags>, string> {
  return makeFlag(() => new Option(flags, description));
}

/** A flag without a value. */
export function flag<const Flags extends string>(
  flags: Flags,
  description: string,
): Flag<NameOf<Flags>, boolean> {
  return makeFlag(() => new Option(flags, description));
}

/** A flag whose value is one of `values`. */
export function choice<const Flags extends string, const Value extends string>(
  flags: Flags,
  description: string,
  values: readonly Value[],
): Flag<NameOf<Flags>, Value> {
  return makeFlag(() => new Option(flags, description).choices(values));
}

/** A flag that may be given several times. */
export function repeated<const Flags extends string>(
  flags: Flags,
  description: string,
): Flag<NameOf<Flags>, string[]> {
  const append = (value: string, previous: string[] | undefined) => [...(previous ?? []), value];
  return makeFlag(() => new Option(flags, description).argParser(append));
}

/** A flag with a whole number as its value, at least `minimum`. */
export function number<const Flags extends string>(
  flags: Flags,
  description: string,
  minimum = 1,
): Flag<NameOf<Flags>, number> {
  const parse = (value: string) => {
    const count = Number(value);
    if (!/^\d+$/.test(value) || count < minimum || !Number.isSafeInteger(count))
      throw new InvalidArgumentError(`Give a whole number, ${minimum} or more.`);
    return count;
  };
  return makeFlag(() => new Option(flags, description).argParser(parse));
}

export const onFlag = text('--on <date>', 'when (default: today)');

export const kindFlag: Flag<'kind', Kind> = choice('--kind <kind>', 'what happened', KINDS);

export const momentFlag: Flag<'moment', Kind> = choice('--moment <kind>', 'what happened', KINDS);

export const channelFlag = choice('--channel <channel>', 'how you send it', CHANNELS);

export const relationshipFlag: Flag<'relationship', Relationship> = choice(
  '--relationship <relationship>',
  'who they are to you',
  RELATIONSHIPS,
);

/** The fields of a person, for `add` and `edit`. */
export const personFlags = [
  text('--role <role>', 'what they do'),
  text('--team <team>', 'their team'),
  text('--company <company>', 'their company'),
  relationshipFlag,
  repeated('--skill <skill>', 'a skill of theirs; repeat it for more; "" clears them'),
  repeated('--interest <interest>', 'an interest of theirs; repeat it for more; "" clears them'),
  text('--linkedin <url>', 'the address of their profile'),
  repeated(
    '--email <address>',
    'their e-mail address; repeat for more (messages go to the first); "" clears them',
  ),
  choice('--status <status>', 'their connection', ['connected', 'incoming', 'none']),
  text('--since <date>', 'the day you connected (default: today)'),
  text('--call <name>', 'how a message greets them: "Xin Yi"; "" clears it'),
  repeated('--alias <name>', 'another name for them; repeat it for more; "" clears them'),
  text('--every <time>', 'how often to check in: 10d, 6w, 2m, or "default"'),
  flag('--strained', "you don't get on; don't suggest them"),
  flag('--no-strained', 'you get on again'),
  text('--note <text>', 'a private note; - reads it from standard input, "" clears it'),
] as const;
