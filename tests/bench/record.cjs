// Preloaded into a command: records every read it makes of a database file, for floor.cjs. The bundle contains
// better-sqlite3's JavaScript, so this watches the methods of the addon itself.
const { writeFileSync } = require('node:fs');
const addon = require(process.env.BENCH_ADDON);

const statement = addon.Statement.prototype;
const iterator = addon.StatementIterator.prototype;
const reads = [];
const iterations = new WeakMap();

for (const method of ['get', 'all', 'iterate']) {
  const ask = statement[method];
  statement[method] = function (...values) {
    const answer = ask.apply(this, values);
    if (this.readonly && !this.database.memory) {
      const read = { file: this.database.name, sql: this.source, method, values };
      reads.push(read);
      if (method === 'iterate') iterations.set(answer, Object.assign(read, { steps: 0 }));
    }
    return answer;
  };
}

const next = iterator.next;
iterator.next = function () {
  const read = iterations.get(this);
  if (read !== undefined) read.steps++;
  return next.call(this);
};

process.on('exit', () => writeFileSync(process.env.BENCH_READS, JSON.stringify(reads)));
