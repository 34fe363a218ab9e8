import { MIGRATIONS } from '../../src/database/schema.ts';

/** Runs `work` as a later netcoach would, with one more table in the format. */
export async function later<T>(work: () => T | Promise<T>): Promise<T> {
  const steps = MIGRATIONS as string[];
  steps.push('CREATE TABLE extra (id INTEGER PRIMARY KEY) STRICT');
  try {
    return await work();
  } finally {
    steps.pop();
  }
}
