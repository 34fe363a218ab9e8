/**
 * Makes `kind-weights.txt` and `person-weights.txt`: writes some thousand sentences from the frames, tags
 * them, and fits two small linear models, one for the kind and one for whether a name is a person's. The
 * same frames give the same weights. Run: npm run train
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Failure } from '../../failure.ts';
import { KINDS } from '../../model.ts';
import { fold } from '../../text/fold.ts';
import { toLines, type Weights } from '../../text/linear.ts';
import { withDefaults } from '../day.ts';
import { kindFeatures } from '../kind.ts';
import { knownAs } from '../known.ts';
import type { ModelName } from '../linear.ts';
import { personFeatures, runAt } from '../names.ts';
import { divide, englishIn, fullNames } from '../sentence.ts';
import { loadTagger, type Token, tokenise } from '../tokens.ts';
import { findWhen, type When } from '../when.ts';
import { FRAMES, type Label } from './frames.ts';
import { type Example, learn, randomFrom, report } from './learn.ts';
import * as vocabulary from './vocabulary.ts';

const PER_KIND = 4_000;
/** Of these, so many teach the kind too: with more, they outweigh the real sentences. */
const FRAMED = 2_000;
/** Parts of the words that are hidden in more copies of each sentence, so that the frame speaks too. */
const HIDDEN = [0.2, 0.5];

/** Before the words of a name, a day and a place, until the sentence is split; no font has them. */
const MARKS = { person: '\uE000', day: '\uE001', place: '\uE002' } as const;

/** How often a real sentence counts as much as one from the frames. */
const COPIES = 5;
/** The day on which the real sentences were written. */
const TODAY = '2026-11-28';

const random = randomFrom(20261127);
const training = {
  rounds: 10,
  rare: 4,
  faint: 0.25,
  // A word that the model met stays, so that it isn't taken for a new one.
  isKept: (feature: string) => feature.startsWith('w:'),
  random,
};
const any = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;

const kinds: Example[] = [];
const people: Example[] = [];
const tagger = await loadTagger();
const LABELS: readonly Label[] = [...KINDS, 'deed', 'none'];
for (const kind of LABELS) {
  const frames = FRAMES[kind].split('\n').map((line) => line.trim());
  const filled = frames.filter((line) => line !== '');
  for (let made = 0; made < PER_KIND; made++)
    learnFrom(sentenceOf(any(filled)), kind, made < FRAMED);
}
write('person', learn(people, ['person', 'thing'], training), people);
// The clauses of a real sentence are found with a model of the frames alone.
write('kind', learn(kinds, LABELS, training), kinds);
const real = await realExamples();
kinds.push(...real);
write('kind', learn(kinds, LABELS, { ...training, fits: 3 }), kinds);

function write(name: ModelName, weights: Weights, examples: readonly Example[]): void {
  report(weights, examples);
  const path = fileURLToPath(new URL(`../${name}-weights.txt`, import.meta.url));
  writeFileSync(path, toLines(weights));
}

/**
 * The sentences of `sentences.txt` ("kind | names | sentence"), read as `log` reads them, each several times
 * with other words hidden.
 */
async function realExamples(): Promise<Example[]> {
  const path = fileURLToPath(new URL('sentences.txt', import.meta.url));
  const found: Example[] = [];
  for (const line of readFileSync(path, 'utf8').trim().split('\n')) {
    const [kind = '', names = '', sentence = ''] = line.split(' | ');
    const telling = await tellingIn(sentence, names.split('; '));
    if (telling === null) continue;
    for (let copy = 0; copy < COPIES; copy++)
      for (const part of [0, ...HIDDEN])
        found.push({ features: kindFeatures(telling, () => random() < part), label: kind });
  }
  return found;
}

/** The words that tell what happened, as the model meets them; null where `log` would ask for the day. */
async function tellingIn(sentence: string, names: readonly string[]): Promise<Token[] | null> {
  const tokens = tokenise(sentence);
  tagger.tag(tokens);
  const rows = names.map((name, at) => ({ id: at + 1, name, folded: fold(name) }));
  const known = knownAs(rows, { related: () => null, isTeam: () => false });
  const habits = withDefaults({ order: 'day-first' });
  let when: When | null;
  try {
    when = await findWhen(tokens, TODAY, habits, fullNames(tokens, known));
  } catch (error) {
    if (error instanceof Failure) return null;
    throw error;
  }
  if (when !== null) for (const token of tokens.slice(when.from, when.to)) token.role = 'day';
  return divide(tokens, known, tagger, await englishIn(tokens)).telling;
}

function learnFrom(sentence: string, kind: Label, isForKind: boolean): void {
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
  if (!isForKind) return;
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
    RACE: () => any(vocabulary.RACES),
    CONTEST: () => any(vocabulary.CONTESTS),
    COURSE: () => any(vocabulary.COURSES),
    SPEECH: () => any(vocabulary.SPEECHES),
    SHIFT: () => any(vocabulary.SHIFTS),
    OUTING: () => any(vocabulary.OUTINGS),
    TEAM: () => any(vocabulary.TEAMS),
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
