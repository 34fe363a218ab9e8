import { expect } from 'vitest';
import { json, type Result, type RunOptions, run, tempDb } from './run.ts';
import {
  checkFailure,
  checkSuggest,
  type Drafted,
  type Failure,
  type Held,
  type Interaction,
  type Logged,
  type People,
  type Person,
  type Suggest,
  type Suggestion,
} from './shapes.ts';

/** The default day in tests: a Sunday. */
export const TODAY = '2026-11-22';

/** The exit code for each error code; the contract leaves `no-context` open. */
const EXITS: Record<string, number[]> = {
  usage: [2],
  'unknown-person': [2],
  'ambiguous-person': [2],
  'unknown-id': [2],
  'bad-date': [2],
  'no-context': [1, 2],
  'bad-file': [1],
  database: [1],
  'newer-database': [1],
  io: [1],
};

/** One person's netcoach: their own database, and a day. */
export interface Coach {
  db: string;
  today: string;
  /** The same database on another day. */
  on: (today: string) => Coach;
  run: (...args: string[]) => Promise<Result>;
  /** Like `run`, but with a terminal, an environment and so on. */
  with: (options: RunOptions, ...args: string[]) => Promise<Result>;
  json: <T>(...args: string[]) => Promise<T>;
  /** Expects the command to be refused with one of these error codes, in JSON, and returns the error. */
  fails: (codes: string | string[], ...args: string[]) => Promise<Failure>;
  log: (
    kind: string,
    name: string,
    title: string,
    on: string,
    ...more: string[]
  ) => Promise<Interaction>;
  add: (name: string, ...more: string[]) => Promise<Person>;
  person: (name: string) => Promise<Person>;
  /** All suggestions, with their shape checked. */
  suggest: (...more: string[]) => Promise<Suggest>;
  draft: (name: string, ...more: string[]) => Promise<Drafted>;
  people: () => Promise<string[]>;
}

/** A netcoach with an empty log. */
export function coach(today: string = TODAY, db: string = tempDb()): Coach {
  const ask = <T>(...args: string[]) => json<T>(args, { db, today });
  return {
    db,
    today,
    on: (other) => coach(other, db),
    run: (...args) => run(args, { db, today }),
    with: (options, ...args) => run(args, { db, today, ...options }),
    json: ask,
    fails: (codes, ...args) => fails(codes, args, { db, today }),
    log: async (kind, name, title, on, ...more) => {
      const args = ['--kind', kind, '--with', name, '--title', title, '--on', on, ...more];
      return (await ask<Logged>('log', ...args)).interaction;
    },
    add: async (name, ...more) => (await ask<{ person: Person }>('add', name, ...more)).person,
    person: async (name) => (await ask<{ person: Person }>('show', name)).person,
    suggest: async (...more) => {
      const list = await ask<Suggest>('suggest', '--all', ...more);
      checkSuggest(list);
      return list;
    },
    draft: (name, ...more) => ask<Drafted>('draft', name, ...more),
    people: async () => (await ask<People>('people')).people.map(({ name }) => name).sort(),
  };
}

/** Runs a command that must be refused: exit code, empty stdout, one JSON error on stderr. */
export async function fails(
  codes: string | string[],
  args: string[],
  options: RunOptions,
): Promise<Failure> {
  const told = `netcoach ${JSON.stringify(args)} --json`;
  // Nothing after a bare `--` is an option.
  const result = await run(['--json', ...args], options);
  expect(result.stdout, told).toBe('');
  expect(result.stderr, told).toMatch(/^\{/);
  const document = JSON.parse(result.stderr) as { error: Failure };
  expect(Object.keys(document), told).toEqual(['error']);
  checkFailure(document.error);
  expect([codes].flat(), `${told}: ${document.error.message}`).toContain(document.error.code);
  expect(EXITS[document.error.code], `${told}: exit code`).toContain(result.code);
  return document.error;
}

/** The row for one person, by full name. */
export function row(list: Suggest, name: string): Suggestion | undefined {
  return list.suggestions.find(({ person }) => person.name === name);
}

/** The entry for one person among those held, by full name. */
export function held(list: Suggest, name: string): Held | undefined {
  return list.held.find(({ person }) => person.name === name);
}

/** The only element of a list that must have exactly one. */
export function only<T>(list: readonly T[]): T {
  expect(list).toHaveLength(1);
  return list[0] as T;
}
