/** What each sentence of a message rests on: rows of the log, my profile, or the rule's own words. */
import type { Interaction, Me } from '../../model.ts';
import { greetingOf, titleOfPerson } from './greeting.ts';
import type { DraftRequest } from './request.ts';
import { type Ground, groundOf, newsOfMine, OF_DETAIL, OF_TOPIC } from './slots.ts';
import type { Written } from './write.ts';

/** Something that a sentence rests on. */
export interface Rest {
  /** A column of the log, of a person or of my profile. */
  on:
    | 'title'
    | 'highlight'
    | 'say'
    | 'date'
    | 'name'
    | 'team'
    | 'company'
    | 'shared'
    | 'last-contact'
    | 'me'
    | 'job';
  /** The id of the interaction, where it is a column of one. */
  interaction: number | null;
  /** What is written there; of feedback only what it was on. */
  words: string;
}

export interface ProvenSentence {
  text: string;
  /** Empty where it is the rule's own words, which fit what the message is about. */
  rests: Rest[];
}

/** Slots that the interaction of the moment fills; what it looks back on fills the other topics. */
const OF_MOMENT = new Set(['news', 'newsOwn', 'lost', 'ill', 'place', 'until', 'lastDay']);

/** The message's sentences in order, each with what it rests on. */
export function proofOf(request: DraftRequest, { draft, parts }: Written): ProvenSentence[] {
  const ground = groundOf(request);
  const places = placesOf(draft.text, parts);
  return sentencesOf(draft.text).map(({ text, start, end }) => {
    const slots = places
      .filter((place) => place.start < end && place.end > start)
      .flatMap((place) => place.slots);
    const rests = slots.flatMap((slot) => restOf(slot, ground, request) ?? []);
    return { text, rests: unique([...nameIn(text, request), ...rests]) };
  });
}

function sentencesOf(text: string): Array<{ text: string; start: number; end: number }> {
  return [...text.matchAll(/\S[\s\S]*?(?:[.!?](?=\s|$)|(?=\n)|$)/gu)].map((match) => ({
    text: match[0],
    start: match.index,
    end: match.index + match[0].length,
  }));
}

interface PartPlace {
  start: number;
  end: number;
  slots: readonly string[];
}

/** Where each part is in the message, whose spaces and capitals may differ. */
function placesOf(text: string, parts: Written['parts']): PartPlace[] {
  const simple = (words: string) => words.normalize('NFC').toLowerCase().replace(/\s/gu, '');
  // The place in the message of each character that isn't a space.
  const at: number[] = [];
  for (let index = 0; index < text.length; index++)
    if (/\S/u.test(text[index] as string)) at.push(index);
  const all = simple(text);
  let from = 0;
  return parts.map(({ text: said, slots }) => {
    const words = simple(said);
    const found = all.indexOf(words, from);
    // A message that was cut: it may be anywhere in what is left.
    if (found < 0 || words === '') return { start: at[from] ?? 0, end: text.length, slots };
    from = found + words.length;
    return { start: at[found] as number, end: (at[from - 1] as number) + 1, slots };
  });
}

/** What fills a slot; null where it is the rule's own words. */
function restOf(slot: string, ground: Ground, request: DraftRequest): Rest | null {
  const { moment, anchor, anchorReading } = ground;
  const { person, me } = request;
  if (OF_DETAIL.has(slot)) return detailRest(ground, request);
  if (slot === 'when') return anchor && rest('date', anchor, anchor.date);
  if (slot === 'gap')
    return person.lastContact === null ? null : rest('last-contact', null, person.lastContact);
  if (slot === 'me') return rest('me', null, profileOf(me));
  if (slot === 'onTeam') return person.team === null ? null : rest('team', null, person.team);
  if (slot === 'firm' || slot === 'here')
    return person.company === null ? null : rest('company', null, person.company);
  if (slot === 'now') return rest('job', null, jobOf(request));
  if (slot === 'workplace' || slot === 'employer')
    return person.shared === null ? null : rest('shared', null, person.shared.company);
  if (OF_MOMENT.has(slot)) return moment && titleRest(moment, request);
  if (!OF_TOPIC.has(slot) || anchor === null) return null;
  const isSaid = anchorReading !== null && 'after' in anchorReading;
  return isSaid ? titleRest(anchor, request) : null;
}

function rest(on: Rest['on'], interaction: Interaction | null, words: string): Rest {
  return { on, interaction: interaction?.id ?? null, words };
}

/** What feedback was on may be said; what it was like, which a title may tell, may not. */
function titleRest(interaction: Interaction, { readings }: DraftRequest): Rest {
  const reading = readings.get(interaction.id);
  const isFeedback = interaction.kind === 'feedback';
  const topic = reading !== undefined && 'phrase' in reading ? reading.phrase : '';
  return rest('title', interaction, isFeedback ? topic : interaction.title);
}

function detailRest({ moment, anchor, detail }: Ground, request: DraftRequest): Rest | null {
  const owner = [moment, anchor].find((one) => one && request.details.get(one.id) === detail);
  if (owner == null || detail === null) return null;
  if (detail.is === 'own') return rest('say', owner, detail.text);
  const part = owner.people.find(({ id }) => id === request.person.id);
  return rest('highlight', owner, part?.highlight ?? '');
}

function profileOf({ name, role, team, company }: Me): string {
  return [name, role, team, company].filter((part) => part !== null).join(', ');
}

/** The job of mine that is told, or the company where only that is known. */
function jobOf(request: DraftRequest): string {
  return newsOfMine(request)?.company ?? request.me.company ?? '';
}

function nameIn(text: string, { person }: DraftRequest): Rest[] {
  const names = [greetingOf(person), titleOfPerson(person.name)];
  return names.some((name) => name !== null && text.includes(name))
    ? [rest('name', null, person.name)]
    : [];
}

function unique(rests: readonly Rest[]): Rest[] {
  const seen = new Map(rests.map((one) => [JSON.stringify(one), one]));
  return [...seen.values()];
}
