import { describe, expect, it } from 'vitest';
import { asFailure } from '../../src/database/failures.ts';
import { Failure } from '../../src/failure.ts';

const refused = (code: string) => asFailure(Object.assign(new Error('raw'), { code }), '/x/n.db');

describe('an error from the disk or SQLite', () => {
  it.each([
    ['SQLITE_CORRUPT_INDEX', 'database', /damaged/],
    ['SQLITE_NOTADB', 'database', /damaged/],
    ['SQLITE_CONSTRAINT_CHECK', 'database', /damaged/],
    ['SQLITE_FULL', 'io', /disk is full/],
    ['ENOSPC', 'io', /disk is full/],
    ['EDQUOT', 'io', /disk is full/],
    ['EFBIG', 'io', /disk is full/],
    ['SQLITE_BUSY_SNAPSHOT', 'io', /another program/],
    ['SQLITE_LOCKED', 'io', /another program/],
    ['SQLITE_READONLY_DIRECTORY', 'io', /can't be written/],
    ['EACCES', 'io', /can't be written/],
    ['EROFS', 'io', /can't be written/],
    ['SQLITE_IOERR_FSYNC', 'io', /disk failed/],
    ['EIO', 'io', /disk failed/],
    ['SQLITE_CANTOPEN', 'io', /can't be opened/],
    ['ENOTDIR', 'io', /can't be opened/],
  ])('like %s is explained', (code, kind, words) => {
    const failure = refused(code);
    expect(failure).toBeInstanceOf(Failure);
    expect(failure).toMatchObject({ code: kind, message: expect.stringMatching(words) });
    expect((failure as Failure).hint).not.toBe('');
  });

  it('of any other kind is left as it is', () => {
    const known = new Failure('usage', 'a', 'b');
    expect(asFailure(known, 'x')).toBe(known);
    for (const other of [new Error('a bug'), 'text', null])
      expect(asFailure(other, 'x')).toBe(other);
    expect(refused('SQLITE_ERROR')).not.toBeInstanceOf(Failure);
  });
});
