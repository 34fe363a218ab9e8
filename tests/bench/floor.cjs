// The least any command has to do: start Node, open the database and read its schema through SQLite's addon
// alone; then make the reads in a file (see record.cjs), if one is given.
const { readFileSync } = require('node:fs');
const addon = require(process.env.BENCH_ADDON);

// Release 12 of better-sqlite3 is told how to make errors, release 13 also how to make what it returns.
addon.setErrorConstructor?.(Error);
addon.initialize?.(Error, array, append, rowMaker, (value) => ({ value, done: false }));
const opened = new Map();

function open(file) {
  const db = new addon.Database(file, file, false, false, true, 5000, null, null, null, null);
  prepare(db, 'SELECT 1 FROM sqlite_schema').get();
  const known = { db, statements: new Map() };
  opened.set(file, known);
  return known;
}

function prepare(db, sql) {
  return db.prepare(sql, db, sql.startsWith('PRAGMA'), false);
}

function array(...values) {
  return values;
}

function append(list, ...values) {
  list.push(...values);
}

function rowMaker(...keys) {
  return (...values) => Object.fromEntries(keys.map((key, i) => [key, values[i]]));
}

function make({ file, sql, method, values, steps }) {
  const { db, statements } = opened.get(file) ?? open(file);
  if (!db.inTransaction) db.exec('BEGIN');
  let statement = statements.get(sql);
  if (statement === undefined) {
    statement = prepare(db, sql).raw();
    statements.set(sql, statement);
  }
  if (method !== 'iterate') {
    statement[method](...values);
    return;
  }
  const rows = statement.iterate(...values);
  for (let left = steps; left > 0; left--) rows.next();
  rows.return();
}

const [, , file, reads] = process.argv;
open(file);
if (reads !== undefined) for (const read of JSON.parse(readFileSync(reads, 'utf8'))) make(read);
for (const { db } of opened.values()) db.close();
