import type { Database } from 'better-sqlite3';
import type { OwnSkill } from '../../model.ts';
import { readMe, writeMe } from '../../store/me.ts';
import type { MeRecord } from '../records.ts';

/** Whether a record has anything that my profile keeps. */
export function saysOfMe({ name, role, headline, company, emails, skills }: MeRecord): boolean {
  return [name, role, headline, company, emails, skills].some((one) => one !== undefined);
}

/**
 * Fills in what is not yet said of me. A headline stands for the role where no position is current.
 * @returns the names of what it filled in
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
    ...skillsWith(me.skills, record.skills ?? []),
  };
  const filled = Object.keys(fields);
  if (filled.length > 0) writeMe(db, fields);
  return filled;
}

/** My skills with those of my profile, which are no news there; nothing where that changes none of them. */
function skillsWith(before: readonly OwnSkill[], onProfile: readonly string[]) {
  const all = new Map(before.map(({ skill, since }) => [skill, since]));
  const isChange = onProfile.some((skill) => all.get(skill) !== null);
  for (const skill of onProfile) all.set(skill, null);
  return isChange && { skills: [...all].map(([skill, since]) => ({ skill, since })) };
}
