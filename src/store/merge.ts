import type { Database } from 'better-sqlite3';
import { recordMerge } from '../database/lineage.ts';
import { updateRow } from '../database/rows.ts';
import type { Person } from '../model.ts';
import { joinEmails } from './addresses.ts';
import { clockOf, editPerson, personById } from './people.ts';

const union = (a: readonly string[], b: readonly string[]) => [...new Set([...a, ...b])];

/** A merge keeps the later status. */
const STATUS_ORDER = ['none', 'withdrawn', 'declined', 'invited', 'incoming', 'connected'] as const;

/**
 * Merges `from` into `into`: what `into` lacks is filled in, and the other name becomes an alias.
 */
export function mergePeople(db: Database, from: number, into: number): void {
  const source = personById(db, from);
  const target = personById(db, into);
  const shared = db
    .prepare(`SELECT a.id AS gone, b.id AS kept, a.highlight AS other, b.highlight AS own, a.say,
        a.answers AS otherAnswers, b.answers AS ownAnswers
      FROM participant a JOIN participant b ON a.interaction_id = b.interaction_id
      WHERE a.person_id = ? AND b.person_id = ?`)
    .all(from, into) as Array<{
    gone: number;
    kept: number;
    other: string | null;
    own: string | null;
    say: string | null;
    otherAnswers: string | null;
    ownAnswers: string | null;
  }>;
  for (const { gone, kept, other, own, say, otherAnswers, ownAnswers } of shared) {
    db.prepare('DELETE FROM participant WHERE id = ?').run(gone);
    if (own === null && other !== null)
      updateRow(db, 'participant', kept, { highlight: other, detail: null, say });
    if (ownAnswers === null && otherAnswers !== null)
      updateRow(db, 'participant', kept, { answers: otherAnswers });
  }
  for (const table of [
    'participant',
    'invitation',
    'skip',
    'position',
    'address',
    'clash',
  ] as const) {
    const ids = db.prepare(`SELECT id FROM ${table} WHERE person_id = ?`).pluck().all(from);
    for (const id of ids as number[]) updateRow(db, table, id, { person_id: into });
  }
  const [fromClock, intoClock] = [clockOf(db, from), clockOf(db, into)];
  recordMerge(db, from, into);
  db.prepare('DELETE FROM person WHERE id = ?').run(from);
  editPerson(db, into, {
    ...mergedFields(source, target),
    ...((fromClock.hasInvitedMe || intoClock.hasInvitedMe) && { hasInvitedMe: true }),
    everyDays: intoClock.everyDays ?? fromClock.everyDays,
    // A snooze of either still applies.
    snoozedUntil: [intoClock.snoozedUntil, fromClock.snoozedUntil].sort().at(-1) ?? null,
  });
}

function mergedFields(source: Person, target: Person) {
  const further =
    STATUS_ORDER.indexOf(source.connection.status) > STATUS_ORDER.indexOf(target.connection.status)
      ? source.connection
      : target.connection;
  const names = [source.name, ...source.aliases].filter((name) => name !== target.name);
  return {
    aliases: union(target.aliases, names),
    role: target.role ?? source.role,
    team: target.team ?? source.team,
    company: target.company ?? source.company,
    relationship: target.relationship === 'colleague' ? source.relationship : target.relationship,
    strained: target.strained || source.strained,
    status: further.status,
    since: further.since,
    skills: union(target.skills, source.skills),
    interests: union(target.interests, source.interests),
    linkedin: target.linkedin ?? source.linkedin,
    emails: joinEmails(target.emails, source.emails),
    call: target.call ?? source.call,
    shared: target.shared ?? source.shared,
    note:
      target.note !== null && source.note !== null && target.note !== source.note
        ? `${target.note}\n${source.note}`
        : (target.note ?? source.note),
  };
}
