import type { ExportData } from '../../export/json.ts';
import {
  ACTIONS,
  type Action,
  GREETINGS,
  KINDS,
  RELATIONSHIPS,
  REMINDERS,
  STATUSES,
} from '../../model.ts';
import { INVITATION_OUTCOMES, type InvitationOutcome } from '../../store/invitations.ts';
import type { StoredMe } from '../../store/me.ts';
import { isEmail, isProfileUrl } from '../../text/address.ts';
import { isVisible, MAX_LENGTH } from '../../text/clean.ts';
import { isDay } from '../../text/days.ts';
import { MAX_SPAN_DAYS } from '../../text/span.ts';

const isCount = (value: unknown) => Number.isSafeInteger(value) && (value as number) > 0;
const isString = (value: unknown) => typeof value === 'string';
/** SQLite doesn't round-trip a NUL or half a surrogate pair. */
const isText = (value: unknown) =>
  typeof value === 'string' && value.isWellFormed() && !value.includes('\0');
const isTextOrNull = (value: unknown) => value === null || isText(value);
const isStringOrNull = (value: unknown) => value === null || isString(value);
const isStrings = (value: unknown) => Array.isArray(value) && value.every(isString);
const isTexts = (value: unknown) => Array.isArray(value) && value.every(isText);
const isDayOrNull = (value: unknown) => value === null || (isText(value) && isDay(value as string));

const isDayText = (value: unknown) => isText(value) && isDay(value as string);
const isListOf = (isItem: (value: Fields) => boolean) => (value: unknown) =>
  Array.isArray(value) && value.every((item) => isItem(item ?? {}));

type Fields = Record<string, unknown>;

function isPosition({ role, team, company, until }: Fields): boolean {
  const fields = [role, team, company];
  return fields.every(isTextOrNull) && fields.some((field) => field !== null) && isDayText(until);
}

function isSharedWork(value: unknown): boolean {
  if (value === undefined || value === null) return true;
  const { company, from, until } = value as Fields;
  return isText(company) && isVisible(company as string) && [from, until].every(isDayOrNull);
}

function isAnswer({ person, action, moment }: Fields): boolean {
  return Number.isSafeInteger(person) && ACTIONS.includes(action as Action) && isText(moment);
}

function isInvitation({ sentOn, withNote, outcome, outcomeOn }: Fields): boolean {
  return (
    [sentOn, outcomeOn].every(isDayOrNull) &&
    typeof withNote === 'boolean' &&
    (outcome === null || INVITATION_OUTCOMES.includes(outcome as InvitationOutcome))
  );
}

/** Days by relationship, and for all others. */
function isRhythm(value: unknown): boolean {
  const isKey = (key: string) => key === 'all' || RELATIONSHIPS.some((one) => one === key);
  const isSpan = (days: unknown) => isCount(days) && (days as number) <= MAX_SPAN_DAYS;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  return Object.entries(value).every(([key, days]) => isKey(key) && isSpan(days));
}

const isLimit = (value: unknown) => Number.isSafeInteger(value) && (value as number) >= 0;

/** All optional. */
const PROFILE_CHECKS: Readonly<Record<keyof StoredMe, (value: unknown) => boolean>> = {
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
  positions: isListOf(
    ({ company, role, from, until }) =>
      isText(company) && isTextOrNull(role) && [from, until].every(isDayOrNull),
  ),
  dateOrder: (value) => value === 'day-first' || value === 'month-first',
  greeting: (value) => GREETINGS.some((one) => one === value),
  reminder: (value) => REMINDERS.some((one) => one === value),
  rhythm: isRhythm,
};

const isProfileField = (key: string): key is keyof StoredMe => Object.hasOwn(PROFILE_CHECKS, key);

/** Why the command line would refuse a person, or null. */
function findInvalidField(person: ExportData['people'][number]): string | null {
  const { name, role, team, company, linkedin, email, note, aliases, skills, interests } = person;
  const { emails = [], cards = [] } = person;
  const texts = [name, role, team, company, linkedin, email, person.call ?? null, note, ...emails];
  if (!cards.every(({ uid, name }) => isVisible(uid) && isText(name))) return 'a card has no UID';
  if (![...texts, ...aliases, ...skills, ...interests].every(isTextOrNull))
    return "it has a character that isn't text";
  if (!isVisible(name)) return 'the name is empty';
  if (name !== name.trim()) return 'the name has spaces around it';
  if (name.length > MAX_LENGTH.line) return `the name is longer than ${MAX_LENGTH.line} characters`;
  if (![...emails, ...(email === null ? [] : [email])].every(isEmail))
    return "that isn't an e-mail address";
  if (linkedin !== null && !isProfileUrl(linkedin)) return "that isn't a profile address";
  if ((person.everyDays ?? 0) > MAX_SPAN_DAYS) return `everyDays is more than ${MAX_SPAN_DAYS}`;
  return null;
}

/** Describes the first problem in an export, or null. */
export function findProblem({ me, people, interactions }: ExportData): string | null {
  if (typeof me !== 'object' || me === null) return '"me" is missing';
  const invalid = Object.entries(me).find(
    ([key, value]) => !(isProfileField(key) && PROFILE_CHECKS[key](value)),
  );
  if (invalid !== undefined) return `"me" is incomplete: ${invalid[0]}`;
  if (!Array.isArray(people)) return '"people" is missing';
  if (!Array.isArray(interactions)) return '"interactions" is missing';
  const ids = new Set<number>();
  for (const [index, person] of people.entries()) {
    const isValid =
      Number.isSafeInteger(person?.id) &&
      !ids.has(person.id) &&
      isString(person.name) &&
      [person.aliases, person.skills, person.interests].every(isStrings) &&
      [person.role, person.team, person.company, person.linkedin, person.email, person.note].every(
        isStringOrNull,
      ) &&
      RELATIONSHIPS.includes(person.relationship) &&
      STATUSES.includes(person.connection?.status) &&
      [person.connection.since, person.snoozedUntil].every(isDayOrNull) &&
      typeof person.strained === 'boolean' &&
      ((person.everyDays ?? null) === null || isCount(person.everyDays)) &&
      isListOf(isInvitation)(person.invitations) &&
      isListOf(({ moment, on }) => isText(moment) && isDayText(on))(person.skips) &&
      (person.positions === undefined || isListOf(isPosition)(person.positions)) &&
      (person.emails === undefined || isStrings(person.emails)) &&
      [undefined, true, false].includes(person.hasInvitedMe) &&
      isSharedWork(person.shared) &&
      (person.cards === undefined ||
        isListOf(({ uid, name }) => isText(uid) && isText(name))(person.cards));
    const label = `person ${index + 1} of ${people.length}`;
    if (!isValid) return `${label} is incomplete`;
    const why = findInvalidField(person);
    if (why !== null) return `${label} (${person.name.slice(0, 40).toWellFormed()}): ${why}`;
    ids.add(person.id);
  }
  const interactionIds = new Set<number>();
  for (const [index, interaction] of interactions.entries()) {
    const isValid =
      Number.isSafeInteger(interaction?.id) &&
      !interactionIds.has(interaction.id) &&
      KINDS.includes(interaction.kind) &&
      isDayText(interaction.date) &&
      isText(interaction.title) &&
      interaction.title.trim() !== '' &&
      isTextOrNull(interaction.note) &&
      // A key can have any bytes; it's never shown.
      (interaction.source === null ||
        (isString(interaction.source) && interaction.source.isWellFormed())) &&
      Array.isArray(interaction.people) &&
      interaction.people.every(
        (guest) =>
          ids.has(guest?.id) && isTextOrNull(guest.highlight) && isTextOrNull(guest.say ?? null),
      ) &&
      (interaction.answers === undefined || isListOf(isAnswer)(interaction.answers));
    if (!isValid) return `interaction ${index + 1} of ${interactions.length} is incomplete`;
    interactionIds.add(interaction.id);
  }
  return null;
}
