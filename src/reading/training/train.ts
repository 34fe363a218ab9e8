/**
 * Makes `weights.json`: writes some thousand sentences from the frames, tags them, and fits two small
 * linear models, one for the kind and one for whether a name is a person's. The same frames give the
 * same weights. Run: npm run train
 */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { KINDS } from '../../model.ts';
import { kindFeatures } from '../kind.ts';
import { toLetter, type Weights, withRate } from '../linear.ts';
import { personFeatures, runAt } from '../names.ts';
import { loadTagger, type Token, tokenise } from '../tokens.ts';
import { FRAMES, type Label } from './frames.ts';
import * as vocabulary from './vocabulary.ts';

const PER_KIND = 4_000;
const ROUNDS = 10;
/** How strongly weights are drawn to nothing. */
const RIDGE = 1e-4;
/** A feature that was met less often is left out. */
const RARE = 4;
/** A feature with smaller weights than this is left out. */
const FAINT = 0.25;
/** Parts of the words that are hidden in more copies of each sentence, so that the frame speaks too. */
const HIDDEN = [0.2, 0.5];

/** Before the words of a name, a day and a place, until the sentence is split; no font has them. */
const MARKS = { person: '\uE000', day: '\uE001', place: '\uE002' } as const;

interface Example {
  features: string[];
  label: string;
}

const random = randomFrom(20261127);
const any = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;

const kinds: Example[] = [];
const people: Example[] = [];
const tagger = await loadTagger();
const LABELS: readonly Label[] = [...KINDS, 'deed', 'none'];
for (const kind of LABELS) {
  const frames = FRAMES[kind].split('\n').map((line) => line.trim());
  const filled = frames.filter((line) => line !== '');
  for (let made = 0; made < PER_KIND; made++) learnFrom(sentenceOf(any(filled)), kind);
}
const weights = {
  kind: learn(kinds, LABELS),
  person: learn(people, ['person', 'thing']),
};
report(weights.kind, kinds);
report(weights.person, people);
const path = fileURLToPath(new URL('../weights.json', import.meta.url));
writeFileSync(path, `${JSON.stringify(weights)}\n`);

function learnFrom(sentence: string, kind: Label): void {
  // Many people type small letters only; they say nothing of names.
  const isSmall = random() < 0.15;
  const tokens = tokenise(isSmall ? sentence.toLowerCase() : sentence);
  for (const token of tokens) if (token.raw.includes(MARKS.day)) token.role = 'day';
  tagger.tag(tokens);
  if (!isSmall) learnPeople(tokens);
  for (const token of tokens) {
    if (token.raw.includes(MARKS.person)) token.role = 'person';
    if (token.raw.includes(MARKS.place)) token.role = 'place';
  }
  tagger.tag(tokens);
  kinds.push({ features: kindFeatures(tokens, () => false), label: kind });
  for (const part of HIDDEN)
    kinds.push({ features: kindFeatures(tokens, () => random() < part), label: kind });
}

/** Every run of large words is an example: a name of the frame, or none. */
function learnPeople(tokens: Token[]): void {
  for (let at = 0; at < tokens.length; at++) {
    const isPerson = tokens[at]?.raw.includes(MARKS.person) ?? false;
    let length = runAt(tokens, at);
    if (isPerson) {
      length = 1;
      while (
        tokens[at + length]?.raw.includes(MARKS.person) &&
        !/[,:&]/.test(tokens[at + length - 1]?.tail ?? '')
      )
        length++;
    }
    if (length === 0) continue;
    people.push({
      features: personFeatures(tokens, at, at + length),
      label: isPerson ? 'person' : 'thing',
    });
    for (const token of tokens.slice(at, at + length)) if (isPerson) token.role = 'person';
    at += length - 1;
  }
  for (const token of tokens) if (token.role === 'person') token.role = 'thing';
}

function sentenceOf(frame: string): string {
  const chosen = frame.replace(/\[([^\]]*)\]/g, (_, words: string) =>
    random() < 0.4 ? words : '',
  );
  // Who did it may be said or left out.
  const isBare =
    /^(?:\{DEED\}|(?:met|saw|sat|ran|went|had|got|spoke|sent|wrote|was|took|[a-z]+ed)\b)/.test(
      chosen,
    );
  const whole = isBare && random() < 0.15 ? `${any(['I', 'I', 'we', 'I just'])} ${chosen}` : chosen;
  // Names of things stand everywhere: "in Oslo", "on LinkedIn", "for Siemens".
  const isEnd = /(?:\}|\w)$/.test(whole) && !/\{(?:P|PS|D)\}$|[;:]/.test(whole);
  const longer =
    isEnd && random() < 0.15 ? `${whole} ${any(['in', 'on', 'for', 'at'])} {THING}` : whole;
  const placed = longer.replace(/(?<=\{P\}) from \{THING\}/g, () => {
    const place = any([...vocabulary.THINGS, 'the Lyon office', 'accounting', 'the legal team']);
    return ` ${marked(`from ${place}`, MARKS.place)}`;
  });
  let filled = placed;
  // A line of the vocabulary may have a slot of its own.
  while (/\{\w+\}/.test(filled))
    filled = filled.replace(/\{(\w+)\}/g, (_, slot: string) => fill(slot));
  const text = filled.replace(/\s+/g, ' ').trim();
  const written = random() < 0.1 ? text.replace(/ with /, ' w/ ') : text;
  const first = written.charAt(0);
  return (random() < 0.5 ? first.toUpperCase() : first) + written.slice(1);
}

function fill(slot: string): string {
  const { DEEDS, WORKS, EVENTS, EVENT_NAMES, SPOTS, INTERESTS, HOBBIES, MINE, NEWS } = vocabulary;
  const { GOODBYES, CHANGES, EMPLOYERS, TALKS, TOPICS, POSTS, NAMES, THINGS, ROLES, DAYS, RIDES } =
    vocabulary;
  const name = () => marked(any(NAMES), MARKS.person);
  const lists: Record<string, () => string> = {
    P: name,
    PS: () =>
      any([
        name,
        name,
        () => `${name()} and ${name()}`,
        () => `${name()}, ${name()} & ${name()}`,
      ])(),
    BOSS: () => any(NAMES),
    D: () => marked(any(DAYS), MARKS.day),
    ROLE: () => marked(any(ROLES), MARKS.place),
    DETAIL: () => any(vocabulary.DETAILS),
    DEED: () => any(DEEDS),
    WORK: () => any(WORKS),
    EVENT: () => any(EVENTS),
    EVENTNAME: () =>
      any([...EVENT_NAMES, ...EVENTS.map((event) => event.replace(/^(?:the|an?) /, ''))]),
    SPOT: () => any(SPOTS),
    INTEREST: () => any(INTERESTS),
    HOBBY: () => any(HOBBIES).split('|')[0] ?? '',
    HOBBY3: () => any(HOBBIES).split('|')[1] ?? '',
    GEAR: () => any(vocabulary.GEAR),
    RIDE: () => any(RIDES),
    MINE: () => any(MINE),
    NEWS: () => any(NEWS),
    BYE: () => any(GOODBYES),
    CHANGE: () => any(CHANGES),
    EMPLOYER: () => any(EMPLOYERS),
    // The first of the talks are the commonest in life.
    TALK: () => TALKS[Math.floor(random() ** 2 * TALKS.length)] ?? '',
    TOPIC: () => any(TOPICS),
    POST: () => any(POSTS),
    THING: () => any(THINGS),
  };
  const list = lists[slot];
  if (list === undefined) throw new Error(`No slot is called ${slot}`);
  return list();
}

function marked(words: string, mark: string): string {
  return words.replace(/(?<=^|\s)(?=\S)/g, mark);
}

/** Softmax regression by AdaGrad, one example at a time, then rounded. */
function learn(examples: readonly Example[], labels: readonly string[]): Weights {
  const counts = new Map<string, number>();
  for (const { features } of examples)
    for (const feature of new Set(features)) counts.set(feature, (counts.get(feature) ?? 0) + 1);
  const names = [...counts].filter(([, count]) => count >= RARE).map(([feature]) => feature);
  const index = new Map(names.map((name, at) => [name, at]));
  const size = labels.length;
  const [weights, steps] = [
    new Float64Array(names.length * size),
    new Float64Array(names.length * size),
  ];
  const data = examples.map(({ features, label }) => ({
    at: [...new Set(features)].flatMap((name) => index.get(name) ?? []),
    label: labels.indexOf(label),
  }));
  const mean = new Float64Array(weights.length);
  for (let round = 0; round < ROUNDS; round++) {
    shuffle(data);
    for (const { at, label } of data) {
      const sums = labels.map((_, one) =>
        at.reduce((sum, feature) => sum + (weights[feature * size + one] ?? 0), 0),
      );
      const most = Math.max(...sums);
      const shares = sums.map((sum) => Math.exp(sum - most));
      const all = shares.reduce((a, b) => a + b, 0);
      shares.forEach((share, one) => {
        const slope = share / all - (one === label ? 1 : 0);
        for (const feature of at) {
          const cell = feature * size + one;
          const gradient = slope + RIDGE * (weights[cell] ?? 0);
          steps[cell] = (steps[cell] ?? 0) + gradient * gradient;
          weights[cell] =
            (weights[cell] ?? 0) - (0.15 * gradient) / (0.1 + Math.sqrt(steps[cell] ?? 0));
        }
      });
    }
    // The mean of the later rounds hangs less on the order of the sentences than the last one does.
    if (round >= ROUNDS / 2)
      for (let cell = 0; cell < mean.length; cell++)
        mean[cell] = (mean[cell] ?? 0) + (weights[cell] ?? 0) / (ROUNDS / 2);
  }
  const kept: Record<string, string> = {};
  names.forEach((name, at) => {
    const row = labels.map((_, one) => mean[at * size + one] ?? 0);
    // A word that the model met stays, so that it isn't taken for a new one.
    if (name.startsWith('w:') || row.some((weight) => Math.abs(weight) > FAINT))
      kept[name] = row.map(toLetter).join('');
  });
  return { labels, weights: kept };
}

function report(model: Weights, examples: readonly Example[]): void {
  const { rate } = withRate(model);
  const right = examples.filter(({ features, label }) => {
    const [best] = rate(features).sort((a, b) => b.share - a.share);
    return best?.label === label;
  });
  const features = Object.keys(model.weights).length;
  console.log(`${examples.length} examples, ${features} features, ${right.length} learned`);
}

function shuffle(list: unknown[]): void {
  for (let at = list.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1));
    [list[at], list[other]] = [list[other], list[at]];
  }
}

/** Mulberry32: small, and the same everywhere. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
