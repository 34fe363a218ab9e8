/** The message: how we know each other, who I am where that is needed, why I write; then it stops. */
import { rules } from '../../../rules/index.ts';
import type {
  Action,
  Channel,
  Day,
  Facts,
  Forms,
  Interaction,
  Kind,
  Me,
  Person,
} from '../../model.ts';
import { factsOf, seedFor } from './facts.ts';
import { greetingName } from './greeting.ts';
import { introOf, newsOf } from './intro.ts';
import { layOut, type Parts } from './layout.ts';
import { cutTo } from './shorten.ts';

/** What a message is written from. */
export interface DraftRequest {
  person: Person;
  action: Action;
  kind: Kind | null;
  interaction: Interaction | null;
  /** The id of the rule whose forms to use. */
  rule: string;
  /** All that is logged with this person, newest first. */
  history: readonly Interaction[];
  me: Me;
  today: Day;
  channel: Channel;
  /** UTF-16 units of the NFC text; null for no limit. */
  limit: number | null;
  /** Which wording, from 1 and wrapping; null for the one that is this person's. */
  variant: number | null;
}

export interface Draft {
  channel: Channel;
  text: string;
  /** UTF-16 units. */
  length: number;
  limit: number | null;
}

/** Interactions from which on someone knows who I am. */
const KNOWN = 3;

/** UTF-16 units of a name that would leave no room for a message at a note's length. */
const LONGEST_NAME = 40;

/** Those whose reader may not know me; a connection does. */
const INTRODUCED: readonly Action[] = ['connect', 'warm-up', 'congratulate'];

/**
 * Writes the message of a moment, in the fullest wording that fits the limit.
 * @returns the draft, how many wordings there are, and which one this is (from 1)
 * @throws RangeError where the rule has no forms for the action
 */
export function writeDraft(request: DraftRequest): {
  draft: Draft;
  variants: number;
  variant: number;
} {
  const forms = rules.find(({ id }) => id === request.rule)?.forms[request.action];
  if (!forms) throw new RangeError(`The rule ${request.rule} words no ${request.action}`);
  const variants = forms.context.length * forms.intent.length;
  const index = seedFor(request) % variants;
  const text = fullest(request, forms, index);
  const { channel, limit } = request;
  return { draft: { channel, text, length: text.length, limit }, variants, variant: index + 1 };
}

type Form = Forms['context'][number];

/** The context and the intent of a wording; wordings next to each other share neither. */
function formsAt({ context, intent }: Forms, index: number): [Form, Form] {
  const round = Math.floor(index / context.length);
  const first = context[index % context.length] as Form;
  return [first, intent[(index + round) % intent.length] as Form];
}

/** The first wording that fits; where none does, the shortest one, cut between words. */
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

/** Every wording of the message, fullest first: the last thing to go is how we know each other. */
function* wordings(request: DraftRequest, forms: Forms, index: number): Generator<Parts> {
  const [context, intent] = formsAt(forms, index);
  const called = greetingName(request.person.name);
  const name = called.length > LONGEST_NAME ? null : called;
  const full = factsOf(request, index, true)[0] as Facts;
  const intro = introFor(request, full);
  const intros = intro ? [intro, null] : [null];
  const rich = full.highlight ? [full, { ...full, highlight: null }] : [full];
  for (const facts of rich) {
    for (const who of intros) {
      for (const why of intent(facts)) {
        const subject = facts.shared;
        yield { name, context: context(facts)[0] as string, intro: who, intent: why, subject };
      }
    }
  }
  const plain = factsOf(request, index).map((facts) => ({ ...facts, highlight: null }));
  const ample = plain.filter(({ isScant }) => !isScant);
  for (const facts of ample) {
    for (const sentence of context(facts)) {
      for (const who of intros) {
        for (const why of intent(facts)) {
          yield { name, context: sentence, intro: who, intent: why, subject: facts.shared };
        }
      }
    }
  }
  for (const greeted of [name, null]) {
    for (const facts of plain) {
      for (const sentence of context(facts)) {
        yield { name: greeted, context: sentence, intro: null, intent: null, subject: null };
      }
    }
  }
}

/** Who I am, where the reader may not know: in an invitation, and to someone from another time or team. */
function introFor(
  { action, rule, person, history, me }: DraftRequest,
  facts: Facts,
): string | null {
  const mine = me.company?.trim().toLowerCase();
  const isSameCompany = Boolean(mine) && mine === person.company?.trim().toLowerCase();
  const isKnown = history.length >= KNOWN;
  // A former coworker knows who I am; where I am now is news once we have lost sight of each other.
  if (action === 'reconnect') return facts.gap === null ? null : newsOf(me, isSameCompany);
  // Those who lead me, and those whom I lead, know who I am.
  if (/^(?:manager|report)$/u.test(person.relationship)) return null;
  const isNews = rule === 'milestone';
  if (isKnown || !(isNews || INTRODUCED.includes(action))) return null;
  if (isNews && (facts.shared || person.connection.status === 'connected')) {
    return null;
  }
  const team = rule === 'team' ? 'named' : facts.team ? 'shared' : 'unknown';
  return introOf(me, { team, isSameCompany });
}
