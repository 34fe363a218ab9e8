/** A new table, column or setting must be declared: does `sync` carry it, or does it stay? */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { MIGRATIONS, TABLES } from '../../src/database/schema.ts';
import { connect } from '../../src/database/sqlite.ts';
import { GROWING_TABLES, LOCAL_TABLES, SETTINGS, TRAVELS } from '../../src/database/travels.ts';
import { project } from '../helpers/run.ts';

const UNCOUNTED = ['id', 'sum'];
/** Kept true by triggers. */
const COUNTED = ['interactions', 'last_contact'];

function newest() {
  const db = connect(':memory:');
  for (const sql of MIGRATIONS) db.exec(sql);
  return db;
}

describe('what travels to other machines', () => {
  it('is declared for every table', () => {
    const db = newest();
    const tables = db
      .prepare(`SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'`)
      .pluck()
      .all() as string[];
    db.close();
    const declared = [...Object.keys(TRAVELS), ...LOCAL_TABLES, ...GROWING_TABLES, 'setting'];
    expect([...tables].sort()).toEqual([...declared].sort());
  });

  it('is declared for every column, once', () => {
    const db = newest();
    for (const [table, { columns, stay }] of Object.entries(TRAVELS)) {
      const all = db
        .prepare('SELECT name FROM pragma_table_info(?)')
        .pluck()
        .all(table) as string[];
      const known = [...Object.keys(columns), ...stay];
      expect(all.filter((one) => ![...UNCOUNTED, ...COUNTED].includes(one)).sort(), table).toEqual(
        [...known].sort(),
      );
    }
    db.close();
  });

  it('is declared for every setting', () => {
    const sources = readdirSync(join(project, 'src'), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .map((name) => readFileSync(join(project, 'src', name), 'utf8'));
    const keys = sources.flatMap((text) =>
      [
        ...text.matchAll(/\b(?:read|write)Setting(?:<[^(]*>)?\(\s*\w+,\s*'(\w+)'/g),
        ...text.matchAll(/^(?:export )?const \w+_KEY = '(\w+)'/gm),
      ]
        .filter(() => /\b(read|write)Setting\b/.test(text))
        .map(([, key = '']) => key),
    );
    expect(keys).toContain('me');
    expect([...new Set(keys)].filter((key) => SETTINGS[key] === undefined)).toEqual([]);
  });

  it('is recorded for undo column by column', () => {
    const db = newest();
    for (const [table, columns] of Object.entries(TABLES))
      for (const trigger of ['altered', 'removed']) {
        const sql = db
          .prepare('SELECT sql FROM sqlite_schema WHERE name = ?')
          .pluck()
          .get(`${table}_${trigger}`) as string;
        const missing = columns.filter((column) => !sql.includes(`'${column}', old.${column}`));
        expect(missing, `${table}_${trigger}`).toEqual([]);
      }
    db.close();
  });
});
