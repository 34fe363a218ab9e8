/** Writes the message: how we know each other, who I am if needed, and why I'm writing. */
import {
  type Action,
  type Channel,
  type Facts,
  type Forms,
  type History,
  type Interaction,
  isInviting,
  type Me,
  type Moment,
} from '../../model.ts';
import { isSiteRecord } from '../../text/site-record.ts';
import { factsOf, memoryOf, seedFor } from './facts.ts';
import { greetingOf } from './greeting.ts';
import { introOf, newsOf } from './intro.ts';
import { memoriesBeside } from './memory.ts';
import { plainLine, upperFirst } from './plain-text.ts';
import type { Draft, DraftRequest } from './request.ts';
import { cutTo } from './shorten.ts';

/** With this many interactions, someone knows who I am. */
const KNOWN = 3;

/** Longer names, in UTF-16 units, are left out of the greeting: a note would have no room. */
const LONGEST_NAME = 40;

/** Actions whose reader may not know me. */
const INTRODUCED: readonly Action[] = ['connect', 'warm-up', 'congratulate'];

/**
 * Writes a message in the fullest wording that fits the limit.
 * @returns the draft, the number of wordings, and the number of this one, from 1
 * @throws RangeError if the rule has no forms for the action
 */
export function writeDraft(request: DraftRequest): {
  draft: Draft;
  variants: number;
  variant: number;
} {
  const forms = request.rule.forms[request.action];
  if (!forms) throw new RangeError(`The rule ${request.rule.id} words no ${request.action}`);
  const variants = forms.context.length * forms.intent.length;
  const index = seedFor(request) % variants;
  const text = fullest(request, forms, index);
  const { channel, limit } = request;
  const draft: Draft = { channel, text, length: text.length, limit, source: 'rules' };
  return { draft, variants, variant: index + 1 };
}

type Form = Forms['context'][number];

/** The context and intent of a wording. Neighbouring wordings share neither. */
function formsAt({ context, intent }: Forms, index: number): [Form, Form] {
  const round = Math.floor(index / context.length);
  const first = context[index % context.length] as Form;
  return [first, intent[(index + round) % intent.length] as Form];
}

/** The first wording that fits, or else the shortest one, cut to the limit. */
function fullest(request: DraftRequest, forms: Forms, index: number): string {
  const limit = request.limit ?? Number.POSITIVE_INFINITY;
  let shortest: string | null = null;
  for (const parts of wordings(request, forms, index)) {
    const text = layOut(request, parts).normalize('NFC');
    if (text.length <= limit) return text;
    if (shortest === null || text.length < shortest.length) shortest = text;
  }
  return cutTo(shortest as string, limit);
}

/** All wordings of the message, fullest first. The last to go is how we know each other. */
function* wordings(request: DraftRequest, forms: Forms, index: number): Generator<Parts> {
  const [context, intent] = formsAt(forms, index);
  const called = greetingOf(request.person);
  const name = called.length > LONGEST_NAME ? null : called;
  const full = factsOf(request, index, true)[0] as Facts;
  const intro = introFor(request, full);
  const intros = intro ? [intro, null] : [null];
  const detail = memoryOf(request);
  const opening = context(full)[0] as string;
  const memories = detail === null ? [] : memoriesBeside(detail, opening);
  for (const memory of [...memories, null]) {
    for (const who of intros) {
      for (const why of intent(full)) {
        yield { name, context: opening, memory, intro: who, intent: why, subject: full.shared };
      }
    }
  }
  const plain = factsOf(request, index);
  const ample = plain.filter(({ isScant }) => !isScant);
  for (const facts of ample) {
    for (const sentence of context(facts)) {
      for (const who of intros) {
        for (const why of intent(facts)) {
          yield {
            name,
            context: sentence,
            memory: null,
            intro: who,
            intent: why,
            subject: facts.shared,
          };
        }
      }
    }
  }
  for (const greeted of [name, null]) {
    for (const facts of plain) {
      for (const sentence of context(facts)) {
        yield {
          name: greeted,
          context: sentence,
          memory: null,
          intro: null,
          intent: null,
          subject: null,
        };
      }
    }
  }
}

/** An introduction if the reader may not know me, otherwise null. */
function introFor(
  { action, rule, person, history, me }: DraftRequest,
  facts: Facts,
): string | null {
  const mine = me.company?.trim().toLowerCase();
  const isSameCompany = Boolean(mine) && mine === person.company?.trim().toLowerCase();
  const isKnown = history.length >= KNOWN;
  // A former coworker knows me, but after a gap not what I do now.
  if (action === 'reconnect') return facts.gap === null ? null : newsOf(me, isSameCompany);
  if (/^(?:manager|report)$/u.test(person.relationship)) return null;
  const isForStrangers = rule.introduces === 'strangers';
  if (isKnown || !(isForStrangers || INTRODUCED.includes(action))) return null;
  if (isForStrangers && (facts.shared || person.connection.status === 'connected')) return null;
  const isNamed = rule.introduces === 'beside-team';
  const team = isNamed ? 'named' : facts.team ? 'shared' : 'unknown';
  return introOf(me, { team, isSameCompany });
}

interface Parts {
  /** The name in the greeting; null for no greeting. */
  name: string | null;
  context: string;
  /** What stood out in their part. */
  memory: string | null;
  intro: string | null;
  intent: string | null;
  /** For the subject of an e-mail; null or empty for a generic one. */
  subject: string | null;
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

/** Joins the parts for the request's channel. */
function layOut(request: Pick<DraftRequest, 'channel' | 'action' | 'me'>, parts: Parts): string {
  const { name, context, memory, intro, intent, subject } = parts;
  const rest = [memory, intro, intent].filter((sentence) => sentence !== null && sentence !== '');
  if (request.channel !== 'email') {
    const opening = name === null ? upperFirst(context) : `Hi ${name}, ${context}`;
    return [opening, ...rest].join(' ');
  }
  const about =
    request.action === 'congratulate' || !subject ? SUBJECTS[request.action] : upperFirst(subject);
  const me = request.me.name ? plainLine(request.me.name) : '';
  return [
    `Subject: ${about}`,
    ...(name === null ? [] : [`Hi ${name},`]),
    [upperFirst(context), ...rest].join(' '),
    ...(me === '' || intent === null ? [] : [`Best wishes,\n${me}`]),
  ].join('\n\n');
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
  { person, interactions, details, me, today }: History,
  { action, kind, interaction, rule }: Moment,
  asked: Pick<DraftRequest, 'channel' | 'limit' | 'variant'>,
): DraftRequest {
  // What LinkedIn recorded is no topic.
  const untitled = (one: Interaction) => (isSiteRecord(one.title) ? { ...one, title: '' } : one);
  return {
    person,
    action,
    kind,
    interaction: interaction && untitled(interaction),
    rule,
    history: interactions.map(untitled),
    details,
    me,
    today,
    ...asked,
  };
}

/**
 * Writes the message for a moment.
 * @param options.limit in UTF-16 units; by default the channel's
 * @param options.variant from 1; by default the person's own
 */
export function draftOf(
  history: History,
  moment: Moment,
  channel: Channel,
  options: { limit?: number | undefined; variant?: number | undefined } = {},
): { draft: Draft; variants: number } {
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
  return isInviting(action) && hasNotes ? 'note' : 'message';
}
