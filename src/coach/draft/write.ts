/** Writes the message: the plan that says most and still reads well. */
import { CLOSINGS } from '../../../rules/lib/closings.ts';
import { LITTLE_KNOWN } from '../../../rules/lib/little-known.ts';
import { MEMORIES } from '../../../rules/lib/memories.ts';
import type { Action, Channel, History, Me, Moment } from '../../model.ts';
import { daysBetween } from '../../text/days.ts';
import { isSiteRecord } from '../../text/site-record.ts';
import { fill, fillings, fits, type Said } from './compose.ts';
import { isFlawed } from './flaws.ts';
import { greetingOf } from './greeting.ts';
import { plainLine, upperFirst } from './plain-text.ts';
import { type Plan, readPlan } from './plan.ts';
import type { Draft, DraftRequest } from './request.ts';
import { cutTo } from './shorten.ts';
import {
  conditionsOf,
  FULLNESS,
  type Fullness,
  formalName,
  type Ground,
  groundOf,
  OF_DETAIL,
  OF_TOPIC,
  PARTING_DAYS,
  type Slots,
  slotsOf,
} from './slots.ts';

/** Longer names, in UTF-16 units, are left out of the greeting: a note would have no room. */
const LONGEST_NAME = 40;
/** From this limit on, a message may say more than it needs to. */
const LONG = 260;
/** How many ways to say a memory, and to close, are tried for one plan. */
const MOST_TRIED = 6;

/** A message, and what each of its parts rests on. */
export interface Written {
  draft: Draft;
  /** The number of wordings. */
  variants: number;
  /** Which of them this is, from 1. */
  variant: number;
  /** The slots that each part of it rests on; empty for mere wording. */
  parts: readonly Said[];
  /** Says nothing that only fits this person, as it should after hard news alone. */
  isThin: boolean;
}

interface Candidate {
  text: string;
  parts: readonly Said[];
  /** How much it says of them and of what happened. */
  specific: number;
}

/**
 * Writes a message: of all plans that fit, one of those that say most.
 * @throws RangeError if the rule words no such action
 */
export function writeDraft(request: DraftRequest): Written {
  const plans = request.rule.wording[request.action];
  if (plans === undefined)
    throw new RangeError(`The rule ${request.rule.id} words no ${request.action}`);
  const seed = seedOf(request.person);
  const ground = groundOf(request);
  const candidates = candidatesFor(request, ground, plans, seed);
  const index =
    (request.variant === null ? seed : Math.max(0, Math.trunc(request.variant) - 1)) %
    candidates.length;
  const { text, parts, specific } = candidates[index] as Candidate;
  const { channel, limit } = request;
  return {
    draft: { channel, text, length: text.length, limit, source: 'rules' },
    variants: candidates.length,
    variant: index + 1,
    parts,
    isThin: specific === 0 && !isKind(text, ground),
  };
}

/** Whether it says what hard news asks for, which is enough. */
function isKind(text: string, { hardship }: Ground): boolean {
  return hardship !== null && /\b(?:sorry|thinking of you|have the words)\b/u.test(text);
}

/**
 * Whether a message must say something that we share. To someone I know, "How are you these days?" will do, and a
 * farewell, a first week, a new manager or a chat is an occasion in itself.
 */
function needsSubstance(
  { action, interaction, today }: DraftRequest,
  conditions: ReadonlySet<string>,
): boolean {
  if (action === 'congratulate') return true;
  if (action !== 'connect' && action !== 'reconnect') return false;
  if (interaction === null) return true;
  const { kind, date, title } = interaction;
  // That we wrote to each other is the occasion; about what isn't kept.
  if (isSiteRecord(title)) return false;
  if (kind === 'departure') return daysBetween(date, today) > PARTING_DAYS;
  if (kind === 'reorg') return !conditions.has('led');
  return action === 'reconnect' || !/^(?:new-job|interest|feedback)$/.test(kind);
}

/** The best message of each plan that fits, as far as they say equally much; never empty. */
function candidatesFor(
  request: DraftRequest,
  ground: Ground,
  typed: readonly string[],
  seed: number,
): Candidate[] {
  const conditions = conditionsOf(request, ground);
  const slotsFor = remembered((fullness: Fullness) => slotsOf(request, ground, fullness));
  const [plans, all] = bestOfEach(typed);
  const most = Math.max(0, ...all.map(({ specific }) => specific));
  // What they did without where it was reads abruptly.
  const good = all.filter(({ specific }) => specific === most);
  const isEnough = most > 0 || good.every(({ text }) => isKind(text, ground));
  if (good.length > 0 && (isEnough || !needsSubstance(request, conditions))) return good;
  const [, little] = bestOfEach(LITTLE_KNOWN[request.action] ?? []);
  if (little.length > 0) return little;
  return good.length > 0 ? good : [plainest(request, plans, slotsFor('short'))];

  /** The plans that fit, and the best message of each. */
  function bestOfEach(wording: readonly string[]): [Plan[], Candidate[]] {
    const fitting = wording.map(readPlan).filter((plan) => fits(plan, conditions));
    const found = new Map<string, Candidate>();
    for (const [at, plan] of fitting.entries()) {
      const starts = [(seed >>> 7) + at, (seed >>> 13) + at] as const;
      const best = bestOf(plan, request, slotsFor, conditions, starts);
      if (best !== null && !found.has(best.text)) found.set(best.text, best);
    }
    return [fitting, [...found.values()]];
  }
}

/** The same function, which works out each answer once. */
function remembered<Key, Value>(work: (key: Key) => Value): (key: Key) => Value {
  const known = new Map<Key, Value>();
  return (key) => {
    let value = known.get(key);
    if (value === undefined) {
      value = work(key);
      known.set(key, value);
    }
    return value;
  };
}

/** The fullest message of a plan that fits the limit and has no flaw; null if there is none. */
function bestOf(
  plan: Plan,
  request: DraftRequest,
  slotsFor: (fullness: Fullness) => Slots,
  conditions: ReadonlySet<string>,
  [first, last]: readonly [memory: number, closing: number],
): Candidate | null {
  const limit = request.limit ?? Number.POSITIVE_INFINITY;
  const uses = new Set(plan.parts.flatMap(({ slots }) => slots));
  const ways = (bank: readonly string[], name: string, start: number): Array<Plan | null> =>
    uses.has(name) ? [...rotated(bank, conditions, start), null] : [null];
  const memories = ways(MEMORIES, 'memory', first);
  const closings = ways(CLOSINGS, 'close', last);
  const known = slotsFor('full');
  const isKnown = (name: string) =>
    known[name] !== undefined ||
    (name === 'memory' && memories[0] !== null) ||
    (name === 'close' && closings[0] !== null);
  // With so many parts, nothing fuller can follow.
  const most = plan.parts.filter(
    ({ isExtra, slots }) => (!isExtra || limit >= LONG) && slots.every(isKnown),
  ).length;
  let best: Candidate | null = null;
  for (const fullness of FULLNESS) {
    const slots = slotsFor(fullness);
    for (const memory of memories) {
      const told = { ...slots, ...sentence('memory', memory, slots) };
      for (const close of closings) {
        const filled: Slots = { ...told, ...sentence('close', close, slots) };
        for (const said of fillings(plan, filled, limit >= LONG)) {
          if (best !== null && said.length < best.parts.length && best.specific >= 2) break;
          const candidate = judge(said, filled, request);
          if (candidate === null || candidate.text.length > limit) continue;
          if (best === null || isBetter(candidate, best)) best = candidate;
          break;
        }
        if (best !== null && best.parts.length === most) return best;
      }
    }
  }
  return best;
}

function isBetter(one: Candidate, other: Candidate): boolean {
  return (
    one.specific > other.specific ||
    (one.specific === other.specific && one.parts.length > other.parts.length)
  );
}

function rotated(bank: readonly string[], conditions: ReadonlySet<string>, seed: number): Plan[] {
  const fitting = bank.map(readPlan).filter((plan) => fits(plan, conditions));
  const start = fitting.length === 0 ? 0 : seed % fitting.length;
  return [...fitting.slice(start), ...fitting.slice(0, start)].slice(0, MOST_TRIED);
}

function sentence(name: string, plan: Plan | null, slots: Slots): Slots {
  const text = plan === null ? null : fill(plan, slots);
  return text === null ? {} : { [name]: text };
}

/** A message of some parts; null if it has a flaw. */
function judge(said: readonly Said[], slots: Slots, request: DraftRequest): Candidate | null {
  const used = said.flatMap(({ slots: names }) => names);
  const filled = new Map(used.map((name) => [name, slots[name] as string]));
  const body = joined(said);
  if (body === '' || isFlawed(body, filled, slots.own)) return null;
  const first = used.findIndex((name) => OF_DETAIL.has(name));
  const detail = used[first];
  const topics = used.filter((name) => OF_TOPIC.has(name) && !isEmpty(name, slots));
  // "Explaining it to me" needs something before it that it can mean.
  if (
    detail !== undefined &&
    detail !== 'own' &&
    /\b(?:it|them|those|the ones?(?= (?:from|of|in|on|with|that)))\b/u.test(slots[detail] as string)
  ) {
    const before = used.slice(0, first).filter((name) => OF_TOPIC.has(name));
    const isNamed = before.some((name) => !isEmpty(name, slots));
    // "The tests" aren't "it".
    const isMany = before.some((name) => /[^s]s(?: with you)?$/u.test(slots[name] as string));
    if (
      (!isNamed && !namesIt(slots[detail] as string)) ||
      (isMany && /\bit\b/u.test(slots[detail] as string))
    )
      return null;
  }
  const specific = (detail === undefined ? 0 : 2) + (topics.length > 0 ? 1 : 0);
  return { text: layOut(request, said, slots), parts: said, specific };
}

/** "Selling poetry by reading it aloud" names what "it" is. */
function namesIt(detail: string): boolean {
  return /\b\p{Ll}{4,} (?:by|and|before|after|without) \p{L}+ing (?:it|them)\b/u.test(detail);
}

function isEmpty(name: string, slots: Slots): boolean {
  return name === 'working' && slots.working === 'working with you';
}

function joined(said: readonly Said[]): string {
  const body = said
    .map(({ text }) => text)
    .join('')
    .replace(/\s+/gu, ' ')
    .replace(/\s+(?=[.,!?])/gu, '')
    .trim();
  // A sentence that begins with a slot begins small.
  return body.replace(/(?<=[.!?]\s)\p{Ll}/gu, (letter) => letter.toUpperCase());
}

/** Said where no plan fits, as when the title that one rests on was taken away. */
const HELLO: Said = {
  text: "I'm thinking of you. How are you doing?",
  slots: [],
  isSlotFirst: false,
};

/** The message where nothing else fits: the shortest plan, without a name if need be. */
function plainest(request: DraftRequest, plans: readonly Plan[], slots: Slots): Candidate {
  const limit = request.limit ?? Number.POSITIVE_INFINITY;
  const bodies = plans
    .flatMap((plan) => [...fillings(plan, slots, false)].slice(-1))
    .map((said) => ({ said, body: joined(said) }))
    .filter(({ body }) => body !== '')
    .sort((a, b) => a.body.length - b.body.length);
  const { said, body } = bodies[0] ?? { said: [HELLO], body: HELLO.text };
  for (const text of [layOut(request, said, slots), upperFirst(body)])
    if (text.length <= limit) return { text, parts: said, specific: 0 };
  return { text: cutTo(upperFirst(body), limit), parts: said, specific: 0 };
}

/** Generic e-mail subjects. */
const SUBJECTS: Readonly<Record<Action, string>> = {
  connect: 'Keeping in touch',
  'warm-up': 'Hello',
  reconnect: 'Keeping in touch',
  congratulate: 'Congratulations',
  thank: 'Thank you for connecting',
  'check-in': 'Hello',
  withdraw: 'Hello',
  answer: 'Thanks for the invitation',
};

/** Puts the greeting before a message, as its channel wants it. */
function layOut(request: DraftRequest, said: readonly Said[], slots: Slots): string {
  const body = joined(said);
  const greeting = greet(request);
  if (request.channel !== 'email') {
    if (greeting === null) return upperFirst(body).normalize('NFC');
    return `${greeting} ${smallFirst(body, said, slots)}`.normalize('NFC');
  }
  const about = slots.work ?? slots.event ?? null;
  const subject =
    about === null || request.action === 'congratulate'
      ? SUBJECTS[request.action]
      : upperFirst(about);
  const me = request.me.name ? plainLine(request.me.name) : '';
  return [
    `Subject: ${subject}`,
    ...(greeting === null ? [] : [greeting]),
    upperFirst(body),
    ...(me === '' ? [] : [`Best wishes,\n${me}`]),
  ]
    .join('\n\n')
    .normalize('NFC');
}

/** "Thank you" is small after "Hi Priya,"; "I", names and my own words are not. */
function smallFirst(body: string, said: readonly Said[], { own, memory }: Slots): string {
  const [first] = said;
  const isOwn = own !== undefined && (first?.text === own || first?.text === memory);
  const isWording = first !== undefined && !first.isSlotFirst && !isOwn;
  return !isWording || /^I\b/u.test(body) ? body : body.charAt(0).toLowerCase() + body.slice(1);
}

/** "Hi Priya,", as I set it, or "Dear Dr Aune,"; null where the name has no room. */
function greet(request: DraftRequest): string | null {
  const title = formalName(request);
  if (title !== null && title.length <= LONGEST_NAME) return `Dear ${title},`;
  const called = greetingOf(request.person);
  if (called.length > LONGEST_NAME) return null;
  const { greeting = 'Hi' } = request.me;
  return greeting === 'name' ? `${called},` : `${greeting} ${called},`;
}

/** LinkedIn's limits for a note, as its compose box counts characters (2025 to 2026). */
const NOTE = { free: 200, premium: 300 } as const;
/** LinkedIn's limit for a message to a connection, as vendors report it. */
const MESSAGE = 8000;

/** A channel's character limit; null for none. */
export function limitOf(channel: Channel, me: Me): number | null {
  if (channel === 'note') return NOTE[me.account];
  return channel === 'message' ? MESSAGE : null;
}

/** Builds the draft request for a moment. */
export function requestFor(
  { person, interactions, details, readings, me, today }: History,
  { action, kind, interaction, rule }: Moment,
  asked: Pick<DraftRequest, 'channel' | 'limit' | 'variant'>,
): DraftRequest {
  return {
    person,
    action,
    kind,
    interaction,
    rule,
    history: interactions,
    details,
    readings,
    me,
    today,
    ...asked,
  };
}

/**
 * Writes the message for a moment; null for one that needs none, such as a withdrawal, or that has nothing to build on.
 * @param options.limit in UTF-16 units; by default the channel's
 * @param options.variant from 1; by default the person's own
 */
export function draftOf(
  history: History,
  moment: Moment,
  channel: Channel,
  options: { limit?: number | undefined; variant?: number | undefined } = {},
): Written | null {
  if (moment.rule.wording[moment.action] === undefined) return null;
  if (moment.interaction === null && moment.rule.standsAlone !== true) return null;
  return writeDraft(
    requestFor(history, moment, {
      channel,
      limit: options.limit ?? limitOf(channel, history.me),
      variant: options.variant ?? null,
    }),
  );
}

/** `note` for an invitation while there are notes left, otherwise `message`. */
export function channelOf({ action }: Moment, hasNotes: boolean): Channel {
  return (action === 'connect' || action === 'reconnect') && hasNotes ? 'note' : 'message';
}

/**
 * A stable hash of a person, so that coworkers who compare messages see different wordings.
 * @returns an integer from 0 to 2^32 - 1
 */
export function seedOf(person: { id: number; name: string }): number {
  let hash = 0x811c9dc5;
  for (const char of `${person.id}:${person.name}`) {
    hash = Math.imul(hash ^ (char.codePointAt(0) as number), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  return (hash ^ (hash >>> 13)) >>> 0;
}
