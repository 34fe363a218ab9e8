/**
 * The least any import of these files has to do: parse the CSV or the calendar and insert its rows with bare
 * prepared statements, in one transaction, into the same tables with the same indexes (but no triggers).
 */
import { readFileSync } from 'node:fs';
import Papa from 'papaparse';
import { openStore } from '../../src/database/open.ts';

const [file = '', path = ''] = process.argv.slice(2);
const db = openStore(path, () => undefined);
const triggers = db
  .prepare(`SELECT name FROM sqlite_schema WHERE type = 'trigger'`)
  .pluck()
  .all() as string[];
for (const name of triggers) db.exec(`DROP TRIGGER ${name}`);
const text = readFileSync(file, 'utf8');
const person =
  db.prepare(`INSERT INTO person (name, folded, company, role, linkedin, status, since, sum)
  VALUES (?, ?, ?, ?, ?, 'connected', ?, 1)`);
const interaction = db.prepare(
  'INSERT INTO interaction (kind, day, title, source, sum) VALUES (?, ?, ?, ?, 1)',
);
const participant = db.prepare(
  'INSERT INTO participant (interaction_id, person_id, kind, day, sum) VALUES (?, ?, ?, ?, 1)',
);

function insertRows(): void {
  const start = text.startsWith('Notes:') ? text.indexOf('First Name') : 0;
  const rows = Papa.parse<Record<string, string>>(text.slice(start), { header: true }).data;
  const ids = new Map<string, number | bigint>();
  for (const [index, row] of rows.entries()) {
    if (row['First Name'] !== undefined) {
      const name = `${row['First Name']} ${row['Last Name']}`;
      const day = new Date(`${row['Connected On']} UTC`).toISOString().slice(0, 10);
      person.run(name, `\n${name.toLowerCase()}\n`, row.Company, row.Position, row.URL, day);
    } else if (row.date !== undefined && row.people !== undefined) {
      const title = row.title ?? '';
      insertInteraction(
        row.kind ?? '',
        row.date,
        title,
        `csv:${index}`,
        row.people.split(';'),
        ids,
      );
    }
  }
}

function insertEvents(): void {
  const ids = new Map<string, number | bigint>();
  let [uid, day, title] = ['', '', ''];
  let guests: string[] = [];
  for (const line of text.replace(/\r?\n[ \t]/g, '').split('\r\n')) {
    const end = line.search(/[;:]/);
    const value = line.slice(line.lastIndexOf(':') + 1);
    switch (line.slice(0, end)) {
      case 'BEGIN':
        guests = [];
        break;
      case 'UID':
        uid = value;
        break;
      case 'SUMMARY':
        title = value;
        break;
      case 'DTSTART':
        day = `${value.slice(0, 4)}-${value.slice(4, 6)}-${value.slice(6, 8)}`;
        break;
      case 'ATTENDEE':
        guests.push(/CN=([^;:]*)/.exec(line)?.[1] ?? value);
        break;
      case 'END':
        if (value === 'VEVENT') insertInteraction('meeting', day, title, uid, guests, ids);
    }
  }
}

function insertInteraction(
  kind: string,
  day: string,
  title: string,
  source: string,
  guests: readonly string[],
  ids: Map<string, number | bigint>,
): void {
  const { lastInsertRowid: id } = interaction.run(kind, day, title, source);
  for (const name of guests) {
    let guest = ids.get(name);
    if (guest === undefined) {
      guest = person.run(name, `\n${name.toLowerCase()}\n`, null, null, null, null).lastInsertRowid;
      ids.set(name, guest);
    }
    participant.run(id, guest, kind, day);
  }
}

db.transaction(file.endsWith('.ics') ? insertEvents : insertRows)();
db.close();
