/**
 * Makes `check-weights.txt`: fits the second opinion of `check` to the labelled messages of its
 * tests, and prints how well it does on messages that it hasn't seen, in five parts. Of what is kept
 * unseen it reads nothing. The same messages give the same weights. Run: npm run train
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { readMessage } from '../../coach/check/message.ts';
import { OPINIONS, opinionFeatures } from '../../coach/check/opinion.ts';
import { toLines, withRate } from '../../text/linear.ts';
import { type Example, learn, randomFrom, report } from './learn.ts';

const FILES = ['corpus.jsonl', 'kinds.jsonl'];
const PARTS = 5;

const here = (path: string) => new URL(path, import.meta.url);
const training = () => ({
  rounds: 20,
  rare: 2,
  faint: 0.1,
  isScaled: true,
  random: randomFrom(20261128),
});

/** What a labelled message is to the model; problems of other kinds don't show in its tone. */
function labelOf(problems: readonly string[]): (typeof OPINIONS)[number] {
  if (problems.includes('salesy')) return 'salesy';
  if (problems.includes('pushy')) return 'pushy';
  const isEmpty = ['generic', 'no-context', 'default-text'].some((rule) => problems.includes(rule));
  return isEmpty ? 'empty' : 'fine';
}

const examples: Example[] = FILES.flatMap((file) =>
  readFileSync(here(`../../../tests/coach/check/${file}`), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { text: string; problems: string[] }),
).flatMap(({ text, problems }) => {
  const message = readMessage(text);
  if (!message.isEnglish) return [];
  return [{ features: opinionFeatures(message), label: labelOf(problems) }];
});

for (let part = 0; part < PARTS; part++) {
  const isUnseen = (_: Example, at: number) => at % PARTS === part;
  const model = learn(
    examples.filter((one, at) => !isUnseen(one, at)),
    OPINIONS,
    training(),
  );
  console.log(`part ${part + 1}, unseen: ${describe(withRate(model), examples.filter(isUnseen))}`);
}

const weights = learn(examples, OPINIONS, training());
report(weights, examples);
writeFileSync(here('../check-weights.txt'), toLines(weights));

function describe({ rate }: ReturnType<typeof withRate>, unseen: readonly Example[]): string {
  const shares = unseen.map(({ features, label }) => {
    const fine = rate(features).find((one) => one.label === 'fine')?.share ?? 0;
    return { isFine: label === 'fine', bad: 1 - fine };
  });
  const good = shares.filter(({ isFine }) => isFine);
  const bad = shares.filter(({ isFine }) => !isFine);
  const caught = bad.filter((one) => one.bad > 0.5).length / bad.length;
  const flagged = good.filter((one) => one.bad > 0.5).length / good.length;
  return `${(100 * caught).toFixed(1)} % of bad, ${(100 * flagged).toFixed(1)} % of good`;
}
