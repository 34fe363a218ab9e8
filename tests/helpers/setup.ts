/** Runs before each test file, in a process shared by many of them. */
import { afterAll, expect } from 'vitest';
import { emptyTemp } from './temp.ts';

// Vitest compares two files byte by byte, which takes half a second.
expect.addEqualityTesters([
  (a, b) => (Buffer.isBuffer(a) && Buffer.isBuffer(b) ? a.equals(b) : undefined),
]);

// No process outlives a test that starts the program, unless the test asks for that.
process.env.NETCOACH_BACKUP_FIRST = '1';

afterAll(emptyTemp);
