import type { Exported } from '../../export/json.ts';
import { KINDS, RELATIONSHIPS, STATUSES } from '../../model.ts';
import { OUTCOMES, type Outcome } from '../../store/invitations.ts';
import { isEmail, isProfile } from '../../text/address.ts';
import { isVisible, LONGEST } from '../../text/clean.ts';
import { isDay } from '../../text/days.ts';
import { LONGEST_SPAN } from '../../text/span.ts';

const isCount = (value: unknown) => Number.isSafeInteger(value) && (value as number) > 0;
const isString = (value: unknown) => typeof value === 'string';
/** SQLite would not give back a NUL or half a character as it was. */
const isText = (value: unknown) =>
  typeof value === 'string' && value.isWellFormed() && !value.includes('\0');
const isTextOrNull = (value: unknown) => value === null || isText(value);
const isStringOrNull = (value: unknown) => value === null || isString(value);
const isStrings = (value: unknown) => Array.isArray(value) && value.every(isString);
const isTexts = (value: unknown) => Array.isArray(value) && value.every(isText);
const isDayOrNull = (value: unknown) => value === null || (isText(value) && isDay(value as string));

const isDayText = (value: unknown) => isText(value) && isDay(value as string);
const isListOf = (isOne: (value: Fields) => boolean) => (value: unknown) =>
  Array.isArray(value) && value.every((one) => isOne(one ?? {}));

type Fields = Record<string, unknown>;

/** Whether it says what somebody was, and until when. */
function isPosition({ role, team, company, until }: Fields): boolean {
  const place = [role, team, company];
  return place.every(isTextOrNull) && place.some((one) => one !== null) && isDayText(until);
}

function isInvitation({ sentOn, withNote, outcome, outcomeOn }: Fields): boolean {
  return (
    [sentOn, outcomeOn].every(isDayOrNull) &&
    typeof withNote === 'boolean' &&
    (outcome === null || OUTCOMES.includes(outcome as Outcome))
  );
}

const isLimit = (value: unknown) => Number.isSafeInteger(value) && (value as number) >= 0;

/** What may be said of me; what is not said has its default. */
const ME: Readonly<Record<string, (value: unknown) => boolean>> = {
  name: isText,
  role: isText,
  team: isText,
  company: isText,
  emails: isTexts,
  account: (value) => value === 'free' || value === 'premium',
  goals: isTexts,
  skills: isListOf(({ skill, since }) => isText(skill) && isDayOrNull(since)),
  invitesPerWeek: isLimit,
  notesPerMonth: isLimit,
  quiet: (value) => typeof value === 'boolean',
};

/** Why the command line would refuse what is said of a person, or null. */
function refusalOf(one: Exported['people'][number]): string | null {
  const { name, role, team, company, linkedin, email, note, aliases, skills, interests } = one;
  const texts = [name, role, team, company, linkedin, email, note];
  if (![...texts, ...aliases, ...skills, ...interests].every(isTextOrNull))
    return 'it holds a character that is no text';
  if (!isVisible(name)) return 'the name is empty';
  if (name !== name.trim()) return 'the name has white space around it';
  if (name.length > LONGEST.line) return `the name is longer than ${LONGEST.line} characters`;
  if (email !== null && !isEmail(email)) return 'the e-mail address is none';
  if (linkedin !== null && !isProfile(linkedin)) return 'the profile address is none';
  if ((one.everyDays ?? 0) > LONGEST_SPAN) return `everyDays is more than ${LONGEST_SPAN}`;
  return null;
}

/** The first thing that is not as an export has it, or null. */
export function problemOf({ me, people, interactions }: Exported): string | null {
  if (typeof me !== 'object' || me === null) return '"me" is missing';
  const wrong = Object.entries(me).find(
    ([key, value]) => !Object.hasOwn(ME, key) || ME[key]?.(value) !== true,
  );
  if (wrong !== undefined) return `"me" is not whole: ${wrong[0]}`;
  if (!Array.isArray(people)) return '"people" is missing';
  if (!Array.isArray(interactions)) return '"interactions" is missing';
  const ids = new Set<number>();
  for (const [index, one] of people.entries()) {
    const isWhole =
      Number.isSafeInteger(one?.id) &&
      !ids.has(one.id) &&
      isString(one.name) &&
      [one.aliases, one.skills, one.interests].every(isStrings) &&
      [one.role, one.team, one.company, one.linkedin, one.email, one.note].every(isStringOrNull) &&
      RELATIONSHIPS.includes(one.relationship) &&
      STATUSES.includes(one.connection?.status) &&
      [one.connection.since, one.snoozedUntil].every(isDayOrNull) &&
      typeof one.strained === 'boolean' &&
      ((one.everyDays ?? null) === null || isCount(one.everyDays)) &&
      isListOf(isInvitation)(one.invitations) &&
      isListOf(({ moment, on }) => isText(moment) && isDayText(on))(one.skips) &&
      (one.positions === undefined || isListOf(isPosition)(one.positions));
    const place = `person ${index + 1} of ${people.length}`;
    if (!isWhole) return `${place} is not whole`;
    const why = refusalOf(one);
    if (why !== null) return `${place} (${one.name.slice(0, 40).toWellFormed()}): ${why}`;
    ids.add(one.id);
  }
  for (const [index, one] of interactions.entries()) {
    const isWhole =
      Number.isSafeInteger(one?.id) &&
      KINDS.includes(one.kind) &&
      isDayText(one.date) &&
      isText(one.title) &&
      one.title.trim() !== '' &&
      isTextOrNull(one.note) &&
      // A key is made of the bytes of a file, and shown nowhere.
      (one.source === null || (isString(one.source) && one.source.isWellFormed())) &&
      Array.isArray(one.people) &&
      one.people.every((guest) => ids.has(guest?.id) && isTextOrNull(guest.highlight));
    if (!isWhole) return `interaction ${index + 1} of ${interactions.length} is not whole`;
  }
  return null;
}
