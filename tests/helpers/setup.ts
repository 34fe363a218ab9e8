/** Before each test file, in a process that runs many of them. */
import { afterAll, expect } from 'vitest';
import { emptyTemp } from './temp.ts';

// Vitest compares the bytes of two files one by one, in half a second.
expect.addEqualityTesters([
  (a, b) => (Buffer.isBuffer(a) && Buffer.isBuffer(b) ? a.equals(b) : undefined),
]);

afterAll(emptyTemp);
