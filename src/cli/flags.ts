import { InvalidArgumentError, Option } from 'commander';
import { CHANNELS, KINDS, type Kind, RELATIONSHIPS, type Relationship } from '../model.ts';

/** A flag of a command: how commander reads it, and what the command gets for it. */
export interface Flag<Name extends string = string, Value = unknown> {
  option: Option;
  name: Name;
  /** Never there: it carries the type of the value. */
  value?: Value;
}

/** What a command gets for its flags: `{ limit?: number, all?: boolean }`. */
export type FlagValues<Flags extends readonly Flag[]> = {
  [F in Flags[number] as F['name']]?: NonNullable<F['value']>;
};

/** What a command gets for its arguments: `log [words...]` gives `{ words: string[] }`. */
export type ArgumentValues<Usage extends string> = Usage extends `${string} ${infer Rest}`
  ? Argument<Rest extends `${infer First} ${string}` ? First : Rest> & ArgumentValues<Rest>
  : unknown;

type Argument<Word extends string> = Word extends `[${infer Name}...]`
  ? Record<Name, string[]>
  : Word extends `<${infer Name}>`
    ? Record<Name, Chosen<Name>>
    : Word extends `[${infer Name}]`
      ? Partial<Record<Name, Chosen<Name>>>
      : unknown;

/** What an argument of this name may be. */
export const ARGUMENTS = {
  source: ['linkedin', 'calendar', 'vcard', 'csv', 'git', 'json'],
  format: ['json', 'csv', 'vcard', 'calendar'],
  shell: ['bash', 'zsh', 'fish'],
} as const;

type Chosen<Name extends string> = Name extends keyof typeof ARGUMENTS
  ? (typeof ARGUMENTS)[Name][number]
  : string;

/** `--dry-run <x>` is `dryRun`, and `--no-note` sets `note`. */
type NameOf<Flags extends string> = Flags extends `--${infer Long} ${string}`
  ? Camel<WithoutNo<Long>>
  : Flags extends `--${infer Long}`
    ? Camel<WithoutNo<Long>>
    : never;
type WithoutNo<Long extends string> = Long extends `no-${infer Rest}` ? Rest : Long;
type Camel<Text extends string> = Text extends `${infer First}-${infer Rest}`
  ? `${First}${Capitalize<Camel<Rest>>}`
  : Text;

function made<Flags extends string, Value>(option: Option): Flag<NameOf<Flags>, Value> {
  return { option, name: option.attributeName() as NameOf<Flags> };
}

/** A flag that takes a text. */
export function text<const Flags extends string>(
  flags: Flags,
  description: string,
): Flag<NameOf<Flags>, string> {
  return made(new Option(flags, description));
}

/** A flag that takes nothing. */
export function flag<const Flags extends string>(
  flags: Flags,
  description: string,
): Flag<NameOf<Flags>, boolean> {
  return made(new Option(flags, description));
}

/** A flag that takes one of some words. */
export function choice<const Flags extends string, const Value extends string>(
  flags: Flags,
  description: string,
  values: readonly Value[],
): Flag<NameOf<Flags>, Value> {
  return made(new Option(flags, description).choices(values));
}

/** A flag that may be given several times. */
export function repeated<const Flags extends string>(
  flags: Flags,
  description: string,
): Flag<NameOf<Flags>, string[]> {
  const add = (value: string, before: string[] | undefined) => [...(before ?? []), value];
  return made(new Option(flags, description).argParser(add));
}

/** A flag that takes a whole number, `least` or more. */
export function number<const Flags extends string>(
  flags: Flags,
  description: string,
  least = 1,
): Flag<NameOf<Flags>, number> {
  const read = (value: string) => {
    const count = Number(value);
    if (!/^\d+$/.test(value) || count < least || !Number.isSafeInteger(count))
      throw new InvalidArgumentError(`It is a whole number from ${least} up.`);
    return count;
  };
  return made(new Option(flags, description).argParser(read));
}

export const on = text('--on <date>', 'when (today unless told)');

export const kind: Flag<'kind', Kind> = choice('--kind <kind>', 'what happened', KINDS);

export const moment: Flag<'moment', Kind> = choice('--moment <kind>', 'what happened', KINDS);

export const channel = choice('--channel <channel>', 'where it is sent', CHANNELS);

export const relationship: Flag<'relationship', Relationship> = choice(
  '--relationship <relationship>',
  'what they are to you',
  RELATIONSHIPS,
);

/** What may be said of a person. */
export const person = [
  text('--role <role>', 'what they do'),
  text('--team <team>', 'their team'),
  text('--company <company>', 'their company'),
  relationship,
  repeated('--skill <skill>', 'a skill of theirs; repeats, "" clears them'),
  repeated('--interest <interest>', 'an interest of theirs; repeats, "" clears them'),
  text('--linkedin <url>', 'their profile address'),
  text('--email <address>', 'their address'),
  repeated('--alias <name>', 'another name you use for them; repeats, "" clears them'),
  text('--every <time>', 'how often you want a word with them: 10d, 6w, 2m; "default"'),
  flag('--strained', 'a strained tie: leave it in peace'),
  flag('--no-strained', 'it is well again'),
  text('--note <text>', 'a private note; - reads it from standard input, "" clears it'),
] as const;
