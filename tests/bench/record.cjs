// Preloaded into a command: notes every query it makes, and how many rows of it were taken, for floor.js.
const { writeFileSync } = require('node:fs');
const Database = require('better-sqlite3');

const reads = [];
const prepare = Database.prototype.prepare;
Database.prototype.prepare = function (sql) {
  const statement = prepare.call(this, sql);
  if (!statement.reader) return statement;
  for (const method of ['all', 'get', 'iterate']) {
    const ask = statement[method];
    statement[method] = (...values) => {
      const read = { sql, method, values, rows: 0 };
      reads.push(read);
      const answer = ask.apply(statement, values);
      return method === 'iterate' ? counted(answer, read) : answer;
    };
  }
  return statement;
};

function* counted(rows, read) {
  for (const row of rows) {
    read.rows++;
    yield row;
  }
}

process.on('exit', () => writeFileSync(process.env.BENCH_READS, JSON.stringify(reads)));
