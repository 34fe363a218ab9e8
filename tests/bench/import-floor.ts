/**
 * The least any import of these files has to do: parse the CSV and insert its rows with bare prepared statements,
 * in one transaction, into the same tables with the same indexes (but no triggers).
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
const start = text.startsWith('Notes:') ? text.indexOf('First Name') : 0;
const rows = Papa.parse<Record<string, string>>(text.slice(start), { header: true }).data;
const person =
  db.prepare(`INSERT INTO person (name, folded, company, role, linkedin, status, since, sum)
  VALUES (?, ?, ?, ?, ?, 'connected', ?, 1)`);
const interaction = db.prepare(
  'INSERT INTO interaction (kind, day, title, source, sum) VALUES (?, ?, ?, ?, 1)',
);
const participant = db.prepare(
  'INSERT INTO participant (interaction_id, person_id, kind, day, sum) VALUES (?, ?, ?, ?, 1)',
);
db.transaction(() => {
  const ids = new Map<string, number | bigint>();
  for (const [index, row] of rows.entries()) {
    if (row['First Name'] !== undefined) {
      const name = `${row['First Name']} ${row['Last Name']}`;
      const day = new Date(`${row['Connected On']} UTC`).toISOString().slice(0, 10);
      person.run(name, `\n${name.toLowerCase()}\n`, row.Company, row.Position, row.URL, day);
    } else if (row.date !== undefined && row.people !== undefined) {
      const { lastInsertRowid: id } = interaction.run(
        row.kind,
        row.date,
        row.title,
        `csv:${index}`,
      );
      for (const name of row.people.split(';')) {
        let guest = ids.get(name);
        if (guest === undefined) {
          guest = person.run(
            name,
            `\n${name.toLowerCase()}\n`,
            null,
            null,
            null,
            null,
          ).lastInsertRowid;
          ids.set(name, guest);
        }
        participant.run(id, guest, row.kind, row.date);
      }
    }
  }
})();
db.close();
