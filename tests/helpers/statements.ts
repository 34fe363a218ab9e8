import { engine } from '../../src/database/addon.ts';

/** One query to the database: the statement and its values. */
export interface Asked {
  sql: string;
  values: string;
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
        asked.push({ sql: sql.replace(/\s+/g, ' '), values: JSON.stringify(values) });
        return ask.apply(statement, values);
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
