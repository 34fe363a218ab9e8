import { basename } from 'node:path';
import { KINDS, RELATIONSHIPS, STATUSES } from '../../rules/rule.ts';
import { isDay } from '../coach/days.ts';
import { EXPORT_FORMAT, type Exported } from '../export/json.ts';
import { addInteraction, findInteraction, hasSource } from '../store/interactions.ts';
import { addPastInvitation, OUTCOMES, type Outcome } from '../store/invitations.ts';
import { writeMe } from '../store/me.ts';
import type { Database } from '../store/open.ts';
import { addPerson, isEmpty } from '../store/people.ts';
import { addPosition } from '../store/positions.ts';
import { addSkip } from '../store/skips.ts';
import { readBytes } from './archive.ts';
import { identify } from './identity.ts';
import { profileAddress } from './profile.ts';
import { BadFile, type PersonRecord } from './records.ts';
import type { Imported } from './save.ts';

const HINT = 'Give a file that "netcoach export json" wrote.';

/**
 * Reads netcoach's own export.
 * @throws BadFile where it is not one, is damaged, or comes from a newer netcoach
 */
export function readExport(path: string): Exported {
  const name = basename(path);
  let data: unknown;
  try {
    data = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(readBytes(path)));
  } catch (cause) {
    if (cause instanceof BadFile) throw cause;
    throw new BadFile(`${name} is not JSON, or was cut short`, HINT, { cause });
  }
  const format = (data as { netcoach?: { format?: unknown } } | null)?.netcoach?.format;
  if (typeof format !== 'number') throw new BadFile(`${name} is JSON, but no export`, HINT);
  if (format > EXPORT_FORMAT) {
    throw new BadFile(`${name} was written by a newer netcoach`, 'Install the newest netcoach.');
  }
  const problem = problemOf(data as Exported);
  if (problem !== null) throw new BadFile(`${name}: ${problem}`, HINT);
  return data as Exported;
}

const isCount = (value: unknown) => Number.isSafeInteger(value) && (value as number) > 0;
const isText = (value: unknown) => typeof value === 'string' && value.isWellFormed();
const isTextOrNull = (value: unknown) => value === null || isText(value);
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

/** The first thing that is not as an export has it. */
function problemOf({ me, people, interactions }: Exported): string | null {
  if (typeof me !== 'object' || me === null) return '"me" is missing';
  const wrong = Object.entries(me).find(([key, value]) => ME[key]?.(value) !== true);
  if (wrong !== undefined) return `"me" is not whole: ${wrong[0]}`;
  if (!Array.isArray(people)) return '"people" is missing';
  if (!Array.isArray(interactions)) return '"interactions" is missing';
  const ids = new Set<number>();
  for (const [index, one] of people.entries()) {
    const isWhole =
      Number.isSafeInteger(one?.id) &&
      !ids.has(one.id) &&
      isText(one.name) &&
      one.name.trim() !== '' &&
      [one.aliases, one.skills, one.interests].every(isTexts) &&
      [one.role, one.team, one.company, one.linkedin, one.email, one.note].every(isTextOrNull) &&
      RELATIONSHIPS.includes(one.relationship) &&
      STATUSES.includes(one.connection?.status) &&
      [one.connection.since, one.snoozedUntil].every(isDayOrNull) &&
      typeof one.strained === 'boolean' &&
      ((one.everyDays ?? null) === null || isCount(one.everyDays)) &&
      isListOf(isInvitation)(one.invitations) &&
      isListOf(({ moment, on }) => isText(moment) && isDayText(on))(one.skips) &&
      (one.positions === undefined || isListOf(isPosition)(one.positions));
    if (!isWhole) return `person ${index + 1} of ${people.length} is not whole`;
    ids.add(one.id);
  }
  for (const [index, one] of interactions.entries()) {
    const isWhole =
      Number.isSafeInteger(one?.id) &&
      KINDS.includes(one.kind) &&
      isDayText(one.date) &&
      isText(one.title) &&
      one.title.trim() !== '' &&
      [one.note, one.source].every(isTextOrNull) &&
      Array.isArray(one.people) &&
      one.people.every((guest) => ids.has(guest?.id) && isTextOrNull(guest.highlight));
    if (!isWhole) return `interaction ${index + 1} of ${interactions.length} is not whole`;
  }
  return null;
}

/**
 * Saves an export. Into an empty database everything comes back as it was, numbers included; elsewhere
 * what is new is added. Must run inside a change.
 */
export function saveExport(db: Database, exported: Exported): Imported {
  const isNew = isEmpty(db);
  const identity = identify(db);
  const ids = new Map<number, number>();
  const people = { added: 0, updated: 0, unchanged: 0 };
  for (const one of exported.people) {
    const known = isNew ? null : identity.find(toRecord(one));
    if (known !== null && 'id' in known) {
      ids.set(one.id, known.id);
      people.unchanged++;
      continue;
    }
    const { connection, invitations, skips, positions, id: number, ...said } = one;
    const { lastContact: _last, interactions: _count, ...fields } = said;
    const id = addPerson(db, { ...fields, ...connection }, isNew ? number : undefined);
    ids.set(number, id);
    people.added++;
    for (const { sentOn, withNote, outcome, outcomeOn } of invitations)
      addPastInvitation(db, { person: id, sentOn, withNote, outcome, outcomeOn });
    for (const { moment, on } of skips) addSkip(db, id, moment, on);
    for (const { role, team, company, until } of positions ?? [])
      addPosition(db, id, { role, team, company, until });
  }
  const interactions = { added: 0, unchanged: 0 };
  for (const { id, kind, date, title, note, source, people: guests } of exported.interactions) {
    const attendance = guests.map((guest) => ({
      person: ids.get(guest.id) as number,
      highlight: guest.highlight,
    }));
    const isKnown =
      !isNew &&
      ((source !== null && hasSource(db, source)) ||
        findInteraction(
          db,
          { kind, date, title },
          attendance.map(({ person }) => person),
        ) !== null);
    if (isKnown) interactions.unchanged++;
    else {
      addInteraction(db, { kind, date, title, note, source }, attendance, isNew ? id : undefined);
      interactions.added++;
    }
  }
  if (isNew) writeMe(db, exported.me);
  return {
    source: 'json',
    people,
    interactions,
    skipped: [],
    skippedTotal: 0,
    leftOut: new Map(),
    warnings: [],
    dryRun: false,
  };
}

function toRecord({ name, linkedin, email }: Exported['people'][number]): PersonRecord {
  const address = linkedin === null ? undefined : profileAddress(linkedin);
  return {
    where: '',
    name,
    ...(address !== undefined && { linkedin: address }),
    ...(email !== null && { email: email.toLowerCase() }),
  };
}
