import type { Context } from '../../context.ts';
import { Failure } from '../../failure.ts';
import type { Day, Person, Relationship } from '../../model.ts';
import { joinEmails } from '../../store/addresses.ts';
import type { PersonFields } from '../../store/people.ts';
import { isEmail, isProfileUrl } from '../../text/address.ts';
import { cleanText, optionalText } from '../../text/clean.ts';
import { parseSpanOrDefault } from '../../text/span.ts';
import { readNote } from './note.ts';
import { readTypedPastDay } from './typed-day.ts';

/** The flags of `add` and `edit`. */
export interface PersonInput {
  role?: string;
  team?: string;
  company?: string;
  relationship?: Relationship;
  skill?: string[];
  interest?: string[];
  linkedin?: string;
  email?: string[];
  call?: string;
  alias?: string[];
  strained?: boolean;
  note?: string;
  /** How often the user wants contact: "6w". */
  every?: string;
  status?: 'connected' | 'incoming' | 'none';
  /** A day as typed. */
  since?: string;
}

/** What the flags need that must be read before the change. */
export interface ReadFields {
  note: string | null | undefined;
  /** Since when they're connected; today if no day was given. */
  since: Day;
  hasSince: boolean;
}

/** Reads the note and the day. @throws Failure `usage` or `bad-date` */
export async function readFields(
  input: Pick<PersonInput, 'note' | 'since'>,
  context: Context,
): Promise<ReadFields> {
  const note = await readNote(input.note, context);
  if (input.since === undefined) return { note, since: context.today, hasSince: false };
  return { note, since: await readTypedPastDay(input.since, context), hasSince: true };
}

/**
 * Checks the flags and returns the fields to write. Call it inside the change, as it adds to lists
 * that another command may be changing.
 * @param read from `readFields`
 * @param before the person as stored; null for a new one
 * @throws Failure `usage`
 */
export function personFields(
  input: PersonInput,
  read: ReadFields,
  before: Person | null,
): PersonFields {
  const { note } = read;
  const fields: PersonFields = connectionFields(input.status, read, before);
  const role = optionalText(input.role, 'the role');
  const team = optionalText(input.team, 'the team');
  const company = optionalText(input.company, 'the company');
  const linkedin = optionalText(input.linkedin, 'the profile address');
  if (role !== undefined) fields.role = role;
  if (team !== undefined) fields.team = team;
  if (company !== undefined) fields.company = company;
  if (input.relationship !== undefined) fields.relationship = input.relationship;
  if (linkedin !== undefined) fields.linkedin = linkedin && profileAddress(linkedin);
  if (input.email) fields.emails = newEmails(before?.emails, input.email);
  const call = optionalText(input.call, 'the name for the greeting');
  if (call !== undefined) fields.call = call && checkCall(call);
  if (note !== undefined) fields.note = note;
  if (input.every !== undefined) fields.everyDays = parseSpanOrDefault(input.every);
  if (input.strained !== undefined) fields.strained = input.strained;
  if (input.skill) fields.skills = addToList(before?.skills, input.skill, 'the skill');
  if (input.interest)
    fields.interests = addToList(before?.interests, input.interest, 'the interest');
  if (input.alias) fields.aliases = addToList(before?.aliases, input.alias, 'the alias');
  return fields;
}

/** @throws Failure `usage` for a day without a connection */
function connectionFields(
  status: PersonInput['status'],
  { since, hasSince }: ReadFields,
  before: Person | null,
): PersonFields {
  const isConnected = before?.connection.status === 'connected';
  if (status === 'incoming') {
    if (isConnected)
      throw new Failure(
        'usage',
        `you're already connected with ${before.name}`,
        'Leave out --status, or say --status none first.',
      );
    return { status, since };
  }
  if (hasSince && (status === 'none' || (status === undefined && !isConnected)))
    throw new Failure(
      'usage',
      '--since without a connection',
      'Give both: --status connected --since DATE',
    );
  if (status === 'none') return { status, since: null };
  if (hasSince || (status === 'connected' && !isConnected)) return { status: 'connected', since };
  return {};
}

/**
 * Adds items to a list, without duplicates; an empty item clears all before it.
 * @param what names an item in errors: "the skill"
 * @throws Failure `usage`
 */
export function addToList(
  before: readonly string[] | undefined,
  items: readonly string[],
  what: string,
): string[] {
  let list = [...(before ?? [])];
  for (const item of items) {
    if (item.trim() === '') {
      list = [];
      continue;
    }
    const clean = cleanText(item, what);
    if (!list.includes(clean)) list.push(clean);
  }
  return list;
}

/** The addresses given come first, so that the first is used; an empty one drops those before it. */
function newEmails(before: readonly string[] | undefined, given: readonly string[]): string[] {
  const isAll = given.some((email) => email.trim() === '');
  const emails = addToList([], given, 'the e-mail address').map(checkEmail);
  return joinEmails(emails, isAll ? [] : (before ?? []));
}

/** Adds a missing https. @throws Failure `usage` */
function profileAddress(text: string): string {
  const address = /^https?:\/\//i.test(text) ? text : `https://${text}`;
  if (!isProfileUrl(address)) {
    throw new Failure(
      'usage',
      `"${text}" isn't a profile address`,
      'Write it like this: https://www.linkedin.com/in/priya-shah',
    );
  }
  return address;
}

/** @throws Failure `usage` if a greeting has no room for it */
function checkCall(text: string): string {
  if (text.length <= MAX_CALL && /\p{L}/u.test(text)) return text;
  throw new Failure(
    'usage',
    `"${text}" can't follow "Hi"`,
    `Give a name of at most ${MAX_CALL} characters: --call "Xin Yi"`,
  );
}

/** As long as the longest name that a message greets. */
const MAX_CALL = 40;

/** Returns the address unchanged. @throws Failure `usage` if it isn't one */
export function checkEmail(text: string): string {
  if (isEmail(text)) return text;
  throw new Failure(
    'usage',
    `"${text}" isn't an e-mail address`,
    'Write it like this: priya@example.com',
  );
}
