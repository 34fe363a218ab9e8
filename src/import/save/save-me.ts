import type { Database } from 'better-sqlite3';
import type { MySkill } from '../../model.ts';
import { type MyPosition, readMe, readMyPositions, writeMe } from '../../store/me.ts';
import type { MeRecord } from '../records.ts';

/** Tells whether a record has fields that the profile stores. */
export function hasProfileFields({
  name,
  role,
  headline,
  company,
  emails,
  skills,
  positions,
}: MeRecord): boolean {
  return [name, role, headline, company, emails, skills, positions].some(
    (field) => field !== undefined,
  );
}

/**
 * Fills empty profile fields. Uses the headline if there's no current role.
 * @returns the names of the filled fields
 */
export function fillMe(db: Database, record: MeRecord | null): string[] {
  if (record === null) return [];
  const me = readMe(db);
  const role = record.role ?? record.headline;
  const emails = (record.emails ?? []).filter((email) => !me.emails.includes(email));
  const fields = {
    ...(me.name === null && record.name !== undefined && { name: record.name }),
    ...(me.role === null && role !== undefined && { role }),
    ...(me.company === null && record.company !== undefined && { company: record.company }),
    ...(emails.length > 0 && { emails: [...me.emails, ...emails] }),
    ...addSkills(me.skills, record.skills ?? []),
    ...addPositions(readMyPositions(db), record.positions ?? []),
  };
  const filled = Object.keys(fields);
  if (filled.length > 0) writeMe(db, fields);
  return filled;
}

/** A job of the file takes the place of the same one, which may have ended since. */
function addPositions(before: readonly MyPosition[], inFile: readonly MyPosition[]) {
  const isSame = (one: MyPosition, other: MyPosition) =>
    one.company === other.company && one.role === other.role && one.from === other.from;
  const others = before.filter((one) => !inFile.some((other) => isSame(one, other)));
  const positions = [...inFile, ...others];
  const isChange =
    positions.length !== before.length ||
    inFile.some((one) => !before.some((old) => isSame(one, old) && one.until === old.until));
  return isChange && { positions };
}

/** Skills on the LinkedIn profile get `since: null`, as they aren't new there. */
function addSkills(before: readonly MySkill[], onProfile: readonly string[]) {
  const all = new Map(before.map(({ skill, since }) => [skill, since]));
  const isChange = onProfile.some((skill) => all.get(skill) !== null);
  for (const skill of onProfile) all.set(skill, null);
  return isChange && { skills: [...all].map(([skill, since]) => ({ skill, since })) };
}
