/** Counts what came of a set of sentences: npx tsx tests/reading/score.ts FILE.jsonl [-v] */
import { judgeSet } from './judge.ts';

const VERDICTS = ['right', 'rightly refused', 'wrongly refused', 'silently wrong'];

async function main(file: string, isVerbose: boolean): Promise<void> {
  const judged = await judgeSet(file);
  for (const { id, text, verdict, why } of judged)
    if (isVerbose || VERDICTS.indexOf(verdict) >= 2)
      console.log(`${verdict.padEnd(16)} #${id} ${text}\n    ${why}`);
  const counts = VERDICTS.map(
    (one) => `${one} ${judged.filter(({ verdict }) => verdict === one).length}`,
  );
  console.log(`${file}: ${counts.join(', ')} of ${judged.length}`);
}

const [file = 'tests/reading/given.jsonl', flag] = process.argv.slice(2);
await main(file, flag === '-v');
