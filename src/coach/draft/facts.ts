/** Collects what a message can say. Leaves out private notes and the content of feedback. */

import { canAskAboutWork, isHardNews } from '../../../rules/lib/hard.ts';
import { isTalk, isTeammate, lastTouch, sharedTeam } from '../../../rules/lib/ties.ts';
import { type Detail, type Facts, type Interaction, isInviting } from '../../model.ts';
import { daysBetween, formatDayLoosely, formatGap } from '../../text/days.ts';
import { greetingOf } from './greeting.ts';
import { teamPhrase } from './intro.ts';
import { cleanLine, quoted } from './plain-text.ts';
import type { DraftRequest } from './request.ts';
import { sharedOf } from './shared.ts';
import { shorterTitles } from './shorten.ts';
import { startClause } from './start.ts';
import { cleanTitle, topicPhrase } from './topic.ts';

/**
 * Announce the invitation that follows a message. "so that", "and" or ", since" can follow each.
 */
const INVITES = [
  "I'm about to send you an invitation on LinkedIn",
  "I'm sending you an invitation on LinkedIn",
  "I'll send you an invitation on LinkedIn today",
];

/**
 * Facts with titles of some length. `isScant`: cut so short that the wish to connect is left out
 * first.
 */
export interface Level extends Facts {
  isScant: boolean;
}

/** Lengths to try for a long title, in UTF-16 units. */
const LENGTHS = [120, 80, 60, 40, 30, 22, 14];

/** Longer titles are shortened to their first part, in UTF-16 units. */
const WORDY = 90;

/** Titles cut below this length count as scant, in UTF-16 units. */
const AMPLE = 36;

/** The person's name, aliases and greeting name. */
function namesOf({ person }: DraftRequest): string[] {
  const names = [cleanLine(person.name), ...person.aliases.map(cleanLine), greetingOf(person)];
  return [...new Set(names)].filter((name) => name !== 'there' && name.length > 1);
}

/**
 * The interaction to look back on. For news or a departure that's another one, a project if
 * possible.
 */
function anchorOf({ interaction, history, rule }: DraftRequest): Interaction | null {
  if (interaction && interaction.kind !== 'milestone' && interaction.kind !== 'departure')
    return interaction;
  const others = history.filter(
    (one) => one.id !== interaction?.id && one.kind !== 'milestone' && one.kind !== 'departure',
  );
  const best =
    others.find((one) => one.kind === 'project') ??
    others.find((one) => !isTalk(one) && one.kind !== 'reorg') ??
    others[0];
  // Don't look back on the very news the message is about.
  return best ?? (rule.kinds.includes('milestone') ? null : interaction);
}

/**
 * The facts of a request, first with full titles, then with shorter and shorter ones.
 * @param isFullEnough compute only the first level, which most messages fit
 */
export function factsOf(request: DraftRequest, seed: number, isFullEnough = false): Level[] {
  const { interaction, me, kind } = request;
  const names = namesOf(request);
  const anchor = anchorOf(request);
  const titleKind = kind ?? interaction?.kind ?? 'project';
  const plain: Topic[] = [{ phrase: topicPhrase('', titleKind), title: '', isScant: false }];
  const topics = interaction ? topicsOf(interaction, names, isFullEnough) : plain;
  const ties = anchor === interaction || !anchor ? topics : topicsOf(anchor, names, isFullEnough);
  const base = {
    ...circumstances(request, seed),
    isHard: [interaction, anchor].some((one) => one !== null && isHardNews(one)),
  };
  const levels = Array.from({ length: Math.max(topics.length, ties.length) }, (_, index) => {
    const topic = topics[Math.min(index, topics.length - 1)] as Topic;
    const tie = ties[Math.min(index, ties.length - 1)] as Topic;
    const { phrase } = topic;
    return {
      ...base,
      topic: phrase,
      start: startClause(titleKind === 'new-job' ? topic.title : '', me, names),
      news: interaction?.kind === 'milestone' ? phrase : topicPhrase('', 'milestone'),
      shared: anchor ? sharedOf(anchor, tie, me, names) : null,
      isScant: topic.isScant || tie.isScant,
    };
  });
  return isFullEnough ? levels : [...levels, barest(levels.at(-1) as Level, request, anchor)];
}

/** The last level: every phrase in its shortest form. */
function barest(last: Level, { me }: DraftRequest, anchor: Interaction | null): Level {
  const plain = anchor ? sharedOf(anchor, PLAIN_TOPIC, me, []) : null;
  return {
    ...last,
    shared: last.shared && plain ? shorterOf(last.shared, plain) : last.shared,
    start: shorterOf(last.start, startClause('', me, [])),
    team: last.team && shorterOf(last.team, 'the same team'),
    isScant: true,
  };
}

function shorterOf(one: string, other: string): string {
  return one.length <= other.length ? one : other;
}

/** The facts that don't depend on a title. */
function circumstances(request: DraftRequest, seed: number) {
  const { interaction, person, today, history, action, channel } = request;
  const last = lastTouch(person);
  const invite = INVITES[seed % INVITES.length] as string;
  return {
    team: teamOf(request),
    when: interaction ? formatDayLoosely(interaction.date, today) : null,
    gap: last ? formatGap(daysBetween(last, today)) : null,
    invite: isInviting(action) && channel !== 'note' ? invite : null,
    talks: history.filter(isTalk).length,
    isAtWork: canAskAboutWork(history),
  };
}

/** A title as a phrase; for `isScant`, see `Level`. */
interface Topic {
  phrase: string;
  /** The title or its first part; empty if it's cut mid-phrase or left out. */
  title: string;
  isScant: boolean;
}

const PLAIN_TOPIC: Topic = { phrase: '', title: '', isScant: true };

/** Noun phrases for an interaction's title, longest first; the last is generic. */
function topicsOf(
  { title, kind }: Interaction,
  names: readonly string[],
  isFullEnough: boolean,
): Topic[] {
  const clean = cleanTitle(title, names, kind);
  if (isFullEnough && clean.length <= WORDY)
    return [{ phrase: topicPhrase(title, kind, names), title, isScant: false }];
  const shorter = shorterTitles(clean, LENGTHS, kind);
  // Use only the first part of a very long title, if it has one.
  const isWordy =
    clean.length > WORDY && shorter.some(({ isCut, text }) => !isCut && text.length <= WORDY);
  const falling: Topic[] = [];
  if (!isWordy) falling.push({ phrase: topicPhrase(title, kind, names), title, isScant: false });
  for (const { text, isCut } of shorter) {
    if (isWordy && text.length > WORDY) continue;
    const phrase =
      isCut && kind !== 'feedback' ? quoted(`${text}…`) : topicPhrase(text, kind, names);
    const isScant = falling.length > 0 && text.length < AMPLE;
    if (isShorter(phrase, falling)) falling.push({ phrase, title: isCut ? '' : text, isScant });
  }
  const plain = topicPhrase('', kind);
  if (isShorter(plain, falling)) falling.push({ phrase: plain, title: '', isScant: true });
  return falling;
}

function isShorter(phrase: string, others: readonly Topic[]): boolean {
  return others.every((other) => phrase.length < other.phrase.length);
}

/** How what stood out in their part can be said; null after hard news and beside good news, which stand alone. */
export function memoryOf(request: DraftRequest): Detail | null {
  const anchor = anchorOf(request);
  const isPlain = request.action === 'congratulate' || anchor === null || isHardNews(anchor);
  return isPlain ? null : (request.details.get(anchor.id) ?? null);
}

/** See `Facts.team`. */
function teamOf({ person, me }: DraftRequest): string | null {
  if (!isTeammate({ person, me })) return null;
  return teamPhrase(sharedTeam({ person, me })) ?? 'the same team';
}

/**
 * The seed that picks the wording: from the requested variant (1-based), otherwise from the person.
 */
export function seedFor({ variant, person }: DraftRequest): number {
  return variant === null ? seedOf(person) : Math.max(0, Math.trunc(variant) - 1);
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
