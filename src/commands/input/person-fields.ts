import { Failure } from '../../failure.ts';
import type { Person, Relationship } from '../../model.ts';
import type { PersonFields } from '../../store/people.ts';
import { isEmail, isProfile } from '../../text/address.ts';
import { cleanText, optionalText } from '../../text/clean.ts';
import { parseSpan } from '../../text/span.ts';

/** What `add` and `edit` take of a person. */
export interface PersonInput {
  role?: string;
  team?: string;
  company?: string;
  relationship?: Relationship;
  skill?: string[];
  interest?: string[];
  linkedin?: string;
  email?: string;
  alias?: string[];
  strained?: boolean;
  note?: string;
  /** How often I want a word with them: "6w". */
  every?: string;
}

/**
 * The fields to write: what is given, checked. Lists grow; an empty text in one clears what was there before it.
 * To be asked inside of the change, for another command may have added to the same lists.
 * @param note as `readNote` read it
 * @throws Failure `usage`
 */
export function personFields(
  input: PersonInput,
  note: string | null | undefined,
  before: Person | null,
): PersonFields {
  const fields: PersonFields = {};
  const role = optionalText(input.role, 'the role');
  const team = optionalText(input.team, 'the team');
  const company = optionalText(input.company, 'the company');
  const linkedin = optionalText(input.linkedin, 'the profile address');
  const email = optionalText(input.email, 'the e-mail address');
  if (role !== undefined) fields.role = role;
  if (team !== undefined) fields.team = team;
  if (company !== undefined) fields.company = company;
  if (input.relationship !== undefined) fields.relationship = input.relationship;
  if (linkedin !== undefined) fields.linkedin = linkedin && profileAddress(linkedin);
  if (email !== undefined) fields.email = email && emailAddress(email);
  if (note !== undefined) fields.note = note;
  if (input.every !== undefined) fields.everyDays = parseSpan(input.every);
  if (input.strained !== undefined) fields.strained = input.strained;
  if (input.skill) fields.skills = grow(before?.skills, input.skill, 'the skill');
  if (input.interest) fields.interests = grow(before?.interests, input.interest, 'the interest');
  if (input.alias) fields.aliases = grow(before?.aliases, input.alias, 'the alias');
  return fields;
}

/** A list with more items; an empty one clears what came before. */
export function grow(
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

/** An address of a profile on LinkedIn, with its scheme. @throws Failure `usage` */
function profileAddress(text: string): string {
  const address = /^https?:\/\//i.test(text) ? text : `https://${text}`;
  if (!isProfile(address)) {
    throw new Failure(
      'usage',
      `"${text}" is no profile address`,
      'It looks like https://www.linkedin.com/in/priya-shah',
    );
  }
  return address;
}

/** @throws Failure `usage` */
export function emailAddress(text: string): string {
  if (isEmail(text)) return text;
  throw new Failure('usage', `"${text}" is no e-mail address`, 'It looks like priya@example.com');
}
