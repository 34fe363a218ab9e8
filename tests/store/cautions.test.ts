import { describe, expect, it } from 'vitest';
import { openStore } from '../../src/database/open.ts';
import { connect } from '../../src/database/sqlite.ts';
import { listChanges } from '../../src/database/undo.ts';
import { cautionsShownOn, recordCautionsShown } from '../../src/store/cautions.ts';
import { TODAY } from '../helpers/coach.ts';
import { tempDb } from '../helpers/run.ts';

const LINE = 'They see what you post';

describe('a caution shown today', () => {
  it('is remembered for today, and is not a change', () => {
    const db = openStore(tempDb(), () => undefined);
    recordCautionsShown(db, TODAY, [LINE]);
    expect(cautionsShownOn(db, TODAY)).toEqual([LINE]);
    expect(cautionsShownOn(db, '2026-11-23')).toEqual([]);
    expect(listChanges(db, 9)).toEqual([]);
    db.close();
  });

  it.each<[string, (path: string) => () => void]>([
    [
      'another command writes',
      (path) => {
        const other = connect(path);
        other.exec('BEGIN IMMEDIATE');
        return () => other.close();
      },
    ],
    ['nothing can be written', () => () => undefined],
  ])('is silently not recorded when %s', (what, hold) => {
    const path = tempDb();
    const db = openStore(path, () => undefined);
    const release = hold(path);
    if (what.startsWith('nothing')) db.pragma('query_only = ON');
    recordCautionsShown(db, TODAY, [LINE]);
    expect(cautionsShownOn(db, TODAY)).toEqual([]);
    release();
    db.close();
  });

  it('is passed over in a damaged database, which is said once', () => {
    const notices: string[] = [];
    const db = openStore(tempDb(), (notice) => notices.push(notice));
    db.exec('DROP TABLE setting');
    recordCautionsShown(db, TODAY, [LINE]);
    recordCautionsShown(db, TODAY, [LINE]);
    expect(notices).toEqual([expect.stringMatching(/damaged.*netcoach doctor/)]);
    db.close();
  });
});
