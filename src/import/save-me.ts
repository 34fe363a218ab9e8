import { readMe, writeMe } from '../store/me.ts';
import type { Database } from '../store/open.ts';
import type { MeRecord } from './records.ts';

/** Fills in what is not yet said of me. A headline stands for the role where no position is current. */
export function fillMe(db: Database, record: MeRecord | null): void {
  if (record === null) return;
  const me = readMe(db);
  const role = record.role ?? record.headline;
  const emails = (record.emails ?? []).filter((email) => !me.emails.includes(email));
  const fields = {
    ...(me.name === null && record.name !== undefined && { name: record.name }),
    ...(me.role === null && role !== undefined && { role }),
    ...(me.company === null && record.company !== undefined && { company: record.company }),
    ...(emails.length > 0 && { emails: [...me.emails, ...emails] }),
  };
  if (Object.keys(fields).length > 0) writeMe(db, fields);
}
