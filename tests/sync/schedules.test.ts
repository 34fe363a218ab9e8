/** Random schedules on three machines; `npm run faults` tries twenty times as many. */
import { describe, expect, it } from 'vitest';
import { runs } from '../helpers/runs.ts';
import { tempFolder } from '../helpers/temp.ts';
import { runSchedule } from './schedule.ts';

const SCHEDULES = runs(100);

describe('three machines', () => {
  it(
    `end with the same log after ${SCHEDULES} random schedules: nothing lost, nothing left of the forgotten`,
    async () => {
      const wrong: string[] = [];
      for (let seed = 1; seed <= SCHEDULES; seed++) {
        const problems = await runSchedule(tempFolder(), seed, { steps: 24 });
        wrong.push(...problems.map((problem) => `seed ${seed}: ${problem}`));
      }
      expect(wrong).toEqual([]);
    },
    SCHEDULES * 5_000,
  );
});
