/**
 * Makes `src/reading/check-weights.txt`: fits the second opinion of `check` to the labelled messages,
 * and chooses how sure it must be to add or to drop a finding. Of what is kept unseen it reads nothing.
 * The same messages give the same weights. Run: npm run train. With --nested it also says how
 * well messages are told apart that neither the weights nor the bounds have met.
 */
import { writeFileSync } from 'node:fs';
import { readMessage } from '../../../src/coach/check/message.ts';
import { OPINIONS, opinionFeatures } from '../../../src/coach/check/opinion.ts';
import { learn, randomFrom, report } from '../../../src/reading/training/learn.ts';
import { type BoundedModel, toLines, type Weights, withRate } from '../../../src/text/linear.ts';
import { judged, type Labelled, readLabelled, totals } from './labelled.ts';

type Bounds = BoundedModel['bounds'];

const PARTS = 5;
/** Messages in a row are of one writer and one day, and stay together. */
const ROW = 25;
/** At most so many of the good may be flagged, if they leave a choice. */
const MOST_FLAGGED = 0.03;
/** What a share of flagged messages beyond that costs, in shares of caught ones. */
const COST = 4;

const START: Bounds = {
  'add salesy': 0.6,
  'add pushy': 0.6,
  'add empty': 0.7,
  'drop salesy': 0.02,
  'drop pushy': 0.05,
  'drop empty': 0.02,
};
const CHOICES: Record<'add' | 'drop', readonly number[]> = {
  add: [0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9],
  drop: [0, 0.01, 0.02, 0.05, 0.1, 0.2, 0.3],
};

/** What a labelled message is to the model; problems of other kinds don't show in its tone. */
function labelOf({ problems }: Labelled): (typeof OPINIONS)[number] {
  if (problems.includes('salesy')) return 'salesy';
  if (problems.includes('pushy')) return 'pushy';
  const isEmpty = ['generic', 'no-context', 'default-text'].some((rule) => problems.includes(rule));
  return isEmpty ? 'empty' : 'fine';
}

/** What bounds are chosen on: whole messages, and not those with which the lists were made. */
const MESSAGES = ['kinds.jsonl', 'voices.jsonl', 'voices-2.jsonl'];
const notes = ['corpus.jsonl', 'lines.jsonl', ...MESSAGES].flatMap(readLabelled);
const bounding = new Set(MESSAGES.flatMap(readLabelled).map(({ text }) => text));

function weightsOf(on: readonly Labelled[]): Weights {
  const examples = on.flatMap((note) => {
    const message = readMessage(note.text);
    return message.isEnglish ? [{ features: opinionFeatures(message), label: labelOf(note) }] : [];
  });
  const random = randomFrom(20261128);
  const training = { rounds: 20, rare: 2, faint: 0.17, isScaled: true, random };
  const weights = learn(examples, OPINIONS, training);
  if (on === notes) report(weights, examples);
  return weights;
}

const inPart = (part: number) => (_: Labelled, at: number) => Math.floor(at / ROW) % PARTS === part;

/** Each note with a model that hasn't met it. */
function crossed(on: readonly Labelled[]) {
  return Array.from({ length: PARTS }, (_, part) => {
    const isLeftOut = inPart(part);
    const { rate } = withRate(weightsOf(on.filter((note, at) => !isLeftOut(note, at))));
    const notes = on.filter(isLeftOut).filter(({ text }) => bounding.has(text));
    // Each message is rated once, however many bounds are tried.
    const known = new Map<string, ReturnType<typeof rate>>();
    const remembered = (features: readonly string[]) => {
      const key = features.join('\n');
      const shares = known.get(key) ?? rate(features);
      known.set(key, shares);
      return shares;
    };
    return { rate: remembered, notes };
  });
}

function worth(models: ReturnType<typeof crossed>, bounds: Bounds) {
  const all = models.flatMap(({ rate, notes }) =>
    notes.map((note) => judged(note, { rate, bounds })),
  );
  const { caught, flagged } = totals(all);
  return { caught, flagged, worth: caught - flagged - COST * Math.max(0, flagged - MOST_FLAGGED) };
}

/** The bounds that tell best apart what the models haven't met, found one bound after the other. */
function choose(models: ReturnType<typeof crossed>): Bounds {
  let best = { bounds: START, ...worth(models, START) };
  for (let round = 0; round < 2; round++)
    for (const name of Object.keys(START))
      for (const value of CHOICES[name.startsWith('add') ? 'add' : 'drop']) {
        if (best.bounds[name] === value) continue;
        const bounds = { ...best.bounds, [name]: value };
        const tried = worth(models, bounds);
        if (tried.worth > best.worth) best = { bounds, ...tried };
      }
  console.log(percent(best), JSON.stringify(best.bounds));
  return best.bounds;
}

function percent({ caught, flagged }: { caught: number; flagged: number }): string {
  return `${(100 * caught).toFixed(1)} % of bad, ${(100 * flagged).toFixed(1)} % of good`;
}

if (process.argv.includes('--nested')) {
  const all = Array.from({ length: PARTS }, (_, part) => {
    const isLeftOut = inPart(part);
    const others = notes.filter((note, at) => !isLeftOut(note, at));
    const bounds = choose(crossed(others));
    const model = { ...withRate(weightsOf(others)), bounds };
    return notes.filter(isLeftOut).map((note) => judged(note, model));
  }).flat();
  for (const file of MESSAGES) {
    const texts = new Set(readLabelled(file).map(({ text }) => text));
    console.log(`nested, ${file}: ${percent(totals(all.filter(({ text }) => texts.has(text))))}`);
  }
}

const bounds = choose(crossed(notes));
const weights = new URL('../../../src/reading/check-weights.txt', import.meta.url);
writeFileSync(weights, toLines(weightsOf(notes), bounds));
