// The least that any program on this database must do: start Node, open the file, read its schema.
import Database from 'better-sqlite3';

const db = new Database(process.argv[2]);
db.prepare('SELECT name, sql FROM sqlite_schema').all();
db.close();
