// The least that any program must do for a command: start Node, open the file, and make the same reads.
import { readFileSync } from 'node:fs';
import Database from 'better-sqlite3';

const [, , file, reads] = process.argv;
const db = new Database(file);
db.exec('BEGIN');
for (const { sql, method, values, rows } of JSON.parse(readFileSync(reads, 'utf8'))) {
  const statement = db.prepare(sql).raw();
  if (method !== 'iterate') {
    statement[method](...values);
    continue;
  }
  let left = rows;
  for (const _ of statement.iterate(...values)) if (--left <= 0) break;
}
db.exec('COMMIT');
db.close();
