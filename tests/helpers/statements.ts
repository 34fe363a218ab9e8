import { engine } from '../../src/database/addon.ts';

/** One query to the database: the statement, its values, and how many rows were read of the answer. */
export interface Asked {
  sql: string;
  values: string;
  rows: number;
}

function* counted(rows: Iterable<unknown>, query: Asked): Iterable<unknown> {
  for (const row of rows) {
    query.rows += 1;
    yield row;
  }
}

/** Runs `work` and records every statement that reads, with its values. */
export async function readsOf(work: () => Promise<unknown>): Promise<Asked[]> {
  const asked: Asked[] = [];
  const { prototype } = engine().Sqlite as unknown as {
    prototype: { prepare: (sql: string) => object };
  };
  const prepare = prototype.prepare;
  prototype.prepare = function (this: unknown, sql: string) {
    const statement = prepare.call(this, sql) as Record<string, unknown> & { reader: boolean };
    if (!statement.reader) return statement;
    for (const method of ['all', 'get', 'iterate']) {
      const ask = statement[method] as (...values: unknown[]) => unknown;
      statement[method] = (...values: unknown[]) => {
        const query = { sql: sql.replace(/\s+/g, ' '), values: JSON.stringify(values), rows: 0 };
        asked.push(query);
        const answer = ask.apply(statement, values);
        if (method === 'iterate') return counted(answer as Iterable<unknown>, query);
        query.rows = Array.isArray(answer) && method === 'all' ? answer.length : 1;
        return answer;
      };
    }
    return statement;
  };
  try {
    await work();
  } finally {
    prototype.prepare = prepare;
  }
  return asked;
}
