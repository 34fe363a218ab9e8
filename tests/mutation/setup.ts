import { afterAll } from 'vitest';
import { removeTempFolders } from '../helpers/run.ts';

// Test files share one set of modules here, so that of the helper is read once for all of them.
afterAll(removeTempFolders);
