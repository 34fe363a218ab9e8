/** What a message can say, as slots and conditions. Leaves out private notes and the content of feedback. */

import { type Hardship, hardshipOf, isHardNews } from '../../../rules/lib/hard.ts';
import { type MyNews, newsSince, sayNews } from '../../../rules/lib/my-news.ts';
import {
  isMoreThanTalk,
  isTalk,
  isTeammate,
  lastTouch,
  sharedTeam,
} from '../../../rules/lib/ties.ts';
import {
  type Day,
  type Detail,
  type Interaction,
  KINDS,
  type Leaving,
  type Named,
  type News,
  RELATIONSHIPS,
  type Reading,
} from '../../model.ts';
import { testerOf } from '../../text/alternatives.ts';
import { isSameCompany, isSayableCompany, spokenCompany } from '../../text/company.ts';
import {
  addDays,
  daysBetween,
  formatGap,
  monthLoosely,
  monthName,
  weekdayIndex,
  weekdayName,
} from '../../text/days.ts';
import { ENDORSED_ME_TITLE, isFromThem, MESSAGES_TITLE } from '../../text/site-record.ts';
import { greetingOf, isTitled, titleOfPerson } from './greeting.ts';
import { calmed, plainLine, withoutEnd } from './plain-text.ts';
import type { DraftRequest } from './request.ts';

/** How much of what was understood is said: all, with a short topic, or both short. */
export type Fullness = 'full' | 'short-topic' | 'short';

export const FULLNESS: readonly Fullness[] = ['full', 'short-topic', 'short'];

/** What goes into the slots of a plan; a slot that nothing is sure for is missing. */
export type Slots = Readonly<Partial<Record<string, string>>>;

/** Slots that say something of this person's own part. */
const DETAIL_SLOTS = [
  'thanks',
  'doing',
  'did',
  'past',
  'how',
  'clause',
  'thing',
  'talk',
  'habit',
  'advice',
  'own',
  'memory',
] as const;
/** Slots that name what happened. */
const TOPIC_SLOTS = [
  'work',
  'working',
  'together',
  'event',
  'interest',
  'review',
  'news',
  'newsOwn',
  'lost',
  'ill',
  'change',
  'changeNoun',
  'since',
  'meeting',
  'about',
  'post',
  'started',
  'until',
  'lastDay',
  'place',
  'onTeam',
  'team',
  'workplace',
  'employer',
  'firm',
  'here',
  'now',
] as const;

/** Every slot that a plan may have: "thanks" is what follows "Thank you for", "working" what follows "I enjoyed". */
export const SLOTS: readonly string[] = [
  ...DETAIL_SLOTS,
  ...TOPIC_SLOTS,
  'when',
  'lately',
  'soon',
  'gap',
  'me',
  'self',
  'close',
];
export const OF_DETAIL: ReadonlySet<string> = new Set(DETAIL_SLOTS);
export const OF_TOPIC: ReadonlySet<string> = new Set(TOPIC_SLOTS);

const HARDSHIPS: readonly Hardship[] = ['job', 'death', 'illness', 'other'];
const DETAILS: ReadonlyArray<Detail['is']> = [
  'deed',
  'quality',
  'thing',
  'talk',
  'habit',
  'advice',
  'own',
];

/**
 * Every condition that a plan may name. `after-…` is the kind of what the message looks back on, `on-…` that of the
 * moment itself; `old` is more than a month ago, `quiet` a month without a word, `near` is one's own team and manager.
 */
export const CONDITIONS: readonly string[] = [
  ...RELATIONSHIPS,
  ...KINDS.flatMap((kind) => [`after-${kind}`, `on-${kind}`]),
  ...HARDSHIPS.map((kind) => `hard-${kind}`),
  ...DETAILS.map((kind) => `has-${kind}`),
  ...'thanked plain mine given shared kept heard gifted spoken doing dated lastDay first sameTeam near formal senior connected known neverSpoke note email hard ahead theyLeave iLeave bothLeave parting unnamed stillThere elsewhere waiting invited wrote theyWrote funny retiring led home'.split(
    ' ',
  ),
  ...'role achieved years today fresh late recent old long quiet talked jointly contest back grim noted joining'.split(
    ' ',
  ),
];

/** For so many days after a departure it is still news. */
export const PARTING_DAYS = 60;

/** With this many interactions, someone knows me. */
const KNOWN = 3;

const isSenior = testerOf(
  /\b(?:senior|head|chief|director|vp|president|dean|principal|partner|professor|ceo|cto|cfo|coo|owner|founder|superintendent|consultant|governor|matron|minister|bishop|rector)\b/iu,
);

/** What the message builds on: beside news and farewells, something that we did. */
export interface Ground {
  /** The interaction of the moment. */
  moment: Interaction | null;
  /** The one to look back on; often the same. */
  anchor: Interaction | null;
  reading: Reading | null;
  anchorReading: Reading | null;
  detail: Detail | null;
  hardship: Hardship | null;
}

/** Chooses what a message builds on. */
export function groundOf(request: DraftRequest): Ground {
  const { interaction: moment, readings, details, action } = request;
  const anchor = anchorOf(request);
  const isHard = [moment, anchor, ...recentOf(request)].some(
    (one) => one !== null && isHardNews(one),
  );
  const detailOf = (one: Interaction | null) => {
    const known = one === null ? undefined : details.get(one.id);
    // What was said in feedback, and how, stays with me.
    return one?.kind === 'feedback' && known?.is !== 'own' ? undefined : known;
  };
  const own = detailOf(moment);
  const looksBack = moment !== null && anchor !== null && moment !== anchor;
  const detail =
    own ??
    (action === 'congratulate' || anchor === null || (looksBack && anchor.kind === 'feedback')
      ? undefined
      : detailOf(anchor));
  return {
    moment,
    anchor,
    reading: (moment && readings.get(moment.id)) ?? null,
    anchorReading: (anchor && readings.get(anchor.id)) ?? null,
    // Beside hard news only what was said by hand is sure to be right.
    detail: isHard && detail?.is !== 'own' ? null : (detail ?? null),
    hardship:
      hardshipOf([moment, ...recentOf(request)].filter((one) => one !== null)) ??
      notedHardship(request),
  };
}

/** Whether only my private notes tell of it: then the message doesn't show that I know. */
function isOnlyNoted(request: DraftRequest, moment: Interaction | null): boolean {
  const titled = [moment, ...recentOf(request)].filter((one) => one !== null);
  return hardshipOf(titled.map((one) => ({ ...one, note: null }))) === null;
}

/** What a private note tells of somebody is never said, but a greeting after a while must not be breezy. */
function notedHardship({ action, person: { note } }: DraftRequest): Hardship | null {
  if (note === null || !/^(?:check-in|reconnect)$/.test(action)) return null;
  return hardshipOf([{ kind: 'meeting', title: '', note }]);
}

/** The newest interaction of the last weeks: what is hard in it, the message must not pass over. */
function recentOf({ history, today }: DraftRequest): Interaction[] {
  return history.slice(0, 1).filter(({ date }) => daysBetween(date, today) <= 45);
}

function anchorOf({ interaction, history, details, action }: DraftRequest): Interaction | null {
  if (interaction === null) return null;
  const isFarewell = interaction.kind === 'departure';
  if (action === 'congratulate' || (interaction.kind === 'milestone' && isHardNews(interaction)))
    return interaction;
  const looksBack = isFarewell || /^(?:thank|check-in|reconnect)$/.test(action);
  if (!looksBack) return interaction;
  const others = history.filter(
    (one) =>
      isMoreThanTalk(one) && !/^(?:departure|milestone|reorg)$/.test(one.kind) && !isHardNews(one),
  );
  if (isFarewell)
    return details.has(interaction.id)
      ? interaction
      : (others.find(({ id }) => details.has(id)) ??
          others.find(({ kind }) => kind === 'project') ??
          others[0] ??
          interaction);
  if (details.has(interaction.id)) return interaction;
  return others.find(({ id }) => details.has(id)) ?? interaction;
}

/** The conditions that a plan may name, as far as they hold. */
export function conditionsOf(request: DraftRequest, ground: Ground): Set<string> {
  const { person, me, history, channel, today, interaction } = request;
  const { moment, anchor, reading, detail, hardship } = ground;
  const { relationship } = person;
  const isNear = /^(?:manager|report|mentor|teammate)$/.test(relationship);
  const days = moment === null ? null : daysBetween(moment.date, today);
  const age = anchor === null ? null : daysBetween(anchor.date, today);
  const last = lastTouch(person);
  const sinceTouch = last === null ? null : daysBetween(last, today);
  const isSameTeam = isTeammate({ person, me });
  const leaving = reading !== null && 'leaves' in reading ? reading : null;
  const isAhead = leaving !== null && isStillAhead(leaving, moment, today);
  const news = reading !== null && 'news' in reading ? reading.news : '';
  const holding: Record<string, boolean> = {
    sameTeam: isSameTeam,
    [relationship]: true,
    near: isNear || isSameTeam || moment?.kind === 'new-job',
    formal: formalName(request) !== null,
    senior: (person.role !== null && isSenior(person.role)) || titleOfPerson(person.name) !== null,
    connected: person.connection.status === 'connected',
    known: isKnown(request),
    neverSpoke: history.every(({ title }) => title.startsWith(ENDORSED_ME_TITLE)),
    first: relationship === 'external' && history.length === 1,
    note: channel === 'note',
    email: channel === 'email',
    hard: hardship !== null || [moment, anchor].some((one) => one !== null && isHardNews(one)),
    ahead: isAhead,
    theyLeave: leaving?.leaves === 'you',
    iLeave: leaving?.leaves === 'me',
    bothLeave: leaving?.leaves === 'both',
    funny:
      detail?.is === 'quality' && /funny|hilarious|silly|witty|entertaining/u.test(detail.clause),
    retiring: leaving?.isRetiring === true,
    led:
      (reading !== null && 'leads' in reading) ||
      (relationship === 'manager' && moment?.kind === 'reorg' && NEW_LEAD.test(moment.title)),
    home: isOfHome(news) || (moment !== null && isOfHome(moment.title)),
    role: /^(?:your promotion|becoming|being (?:appointed|elected|named|chosen|selected))/u.test(
      news,
    ),
    achieved:
      /^(?:passing|winning|finishing|completing|defending|getting|graduating|qualifying|earning|publishing)\b/u.test(
        news,
      ),
    years: /\byears\b/u.test(news),
    lastDay: isAhead && (leaving?.until ?? moment?.date) === today,
    parting: moment?.kind === 'departure' && (days ?? 0) <= PARTING_DAYS,
    unnamed: !isNamed(ground, today),
    stillThere: isStillThere(person),
    elsewhere: companySlots(request).firm != null,
    waiting: isWaiting(person, today),
    invited: person.connection.status === 'invited',
    wrote: anchor?.title === MESSAGES_TITLE,
    theyWrote: anchor !== null && isFromThem(anchor.title),
    today: days === 0,
    fresh: days !== null && days <= 7,
    late: days !== null && days > 9,
    recent: age !== null && age <= 30,
    old: age !== null && age > 30,
    long: age !== null && age > LONG_AGO,
    jointly: isJoint(anchor, person),
    joining: moment !== null && isJoining(moment.title),
    grim: anchor !== null && isGrim(anchor.title),
    noted: hardship !== null && isOnlyNoted(request, moment),
    back: moment !== null && /\bback\b(?! pain| injury)/iu.test(moment.title),
    contest: anchor !== null && isContest(anchor.title),
    dated: anchor !== null && whenWas(anchor.date, today) !== null,
    spoken: anchor?.kind === 'feedback' && isSpoken(anchor.title),
    doing: anchor?.kind === 'event' && isDoneTogether(anchor.title),
    quiet: sinceTouch !== null && sinceTouch >= 28,
    talked: history.some(isTalk),
  };
  if (moment !== null) holding[`after-${anchor?.kind ?? moment.kind}`] = true;
  if (interaction !== null) holding[`on-${interaction.kind}`] = true;
  if (hardship !== null) holding[`hard-${hardship}`] = true;
  for (const name of detail === null ? [] : detailConditions(detail)) holding[name] = true;
  return new Set(Object.keys(holding).filter((name) => holding[name]));
}

/** After so many days one "still remembers", rather than says thank you. Ours. */
const LONG_AGO = 150;

/** Where what somebody does is their own feat, and nothing to thank them for. */
const isContest = testerOf(
  /\b(?:comp|competition|contest|championships?|tournament|cup|race|regatta|match|final|finals|marathon|olympics?|quiz)\b/iu,
);

/** What nobody enjoyed, however well we worked together. */
const isGrim = testerOf(
  /\b(?:accident|crash|collision|derailment|drown\p{L}*|deaths?|died|dead|dying|murder|suicide|abuse|assault|shooting|stabbing|fatal\p{L}*|casualt\p{L}*|funeral|lay-?offs?|redundanc\p{L}*|hospice|palliative|bereave\p{L}*|miscarriage|stillb\p{L}*|storm|blaze|avalanche|earthquake|evacuation|from hell)\b/iu,
);

/** Who does their work for those who are there, rather than with them. */
const LEADING_ROLE = /\b(?:trainer|teacher|instructor|lecturer|tutor|speaker|examiner)\b/iu;

/** What colleagues put on or take part in together, whoever leads it; to a course or a party one only goes. */
const isDone = testerOf(
  /\b(?:(?:open|family|sports|field|fun|careers|action|polling|market|harvest) (?:day|evening|weekend|night)s?|(?:job|careers|school|village|parish|christmas|advent|street|summer) fair|market|fete|fête|bazaar|stall|drill|exercise|clean-?up|(?:beach|river|park) clean|concert|show|gala|festival|camp|vigil|supper|collection|parade|procession|carol singing|fundraiser|jumble sale|blood drive|quiz night)\b/iu,
);
const isTaught = testerOf(
  /\b(?:conference|congress|course|training|workshop|seminar|forum|symposium|lecture|talk|summit|meeting|meet-?up)\b/iu,
);

function isDoneTogether(title: string): boolean {
  return isDone(title) && !isTaught(title);
}

/** Whether it's certain that we did it together: one case or delivery ("a broken lift") may have been theirs alone. */
function isJoint(anchor: Interaction | null, { role }: DraftRequest['person']): boolean {
  if (anchor === null || anchor.kind !== 'project') return true;
  return (
    !/^an? /iu.test(anchor.title) &&
    !isGrim(anchor.title) &&
    !(role !== null && LEADING_ROLE.test(role))
  );
}

/** After which people see more of each other. */
const isJoining = testerOf(
  /\b(?:merg\p{L}+|join\p{L}*|combin\p{L}+|uni(?:te|fi)\p{L}*|become one|(?:one|same|new) (?:\p{L}+ )?(?:office|team|department|building|floor|site))\b/iu,
);

/** Whoever I call my manager is the new one. */
const NEW_LEAD =
  /\bnew (?:\p{L}+ ){0,2}(?:manager|owner|boss|head|lead|leader|director|chief|supervisor|principal|partner)\b/iu;

const isOfHome = testerOf(
  /\b(?:baby|babies|twins|daughter|son|(?:grand)?(?:father|mother|parents?)|dad|mum|mom|wedding|married|marrying|marriage|engaged|engagement|birthday)\b/iu,
);

/** How they are addressed by title, as one does outside one's own team: "Dr Aune"; null where first names are used. */
export function formalName({ person, me }: DraftRequest): string | null {
  if (person.call !== null) return isTitled(person.call) ? person.call : null;
  const isClose =
    /^(?:manager|report|teammate)$/.test(person.relationship) || isTeammate({ person, me });
  const title = isClose ? null : titleOfPerson(person.name);
  // Whose name came from LinkedIn has the title there for all to see.
  const isImported = person.linkedin !== null && person.relationship !== 'external';
  return isImported && title?.startsWith('Dr ') ? null : title;
}

/** Whether there are words for what happened. */
function isNamed(ground: Ground, today: string): boolean {
  const { working, ...slots } = known(topicSlots(ground, false, today));
  return working !== 'working with you' || Object.keys(slots).some((name) => OF_TOPIC.has(name));
}

/** Whether they know who I am. */
function isKnown({ person, me, history }: DraftRequest): boolean {
  return (
    /^(?:manager|report|mentor|teammate|former)$/.test(person.relationship) ||
    isTeammate({ person, me }) ||
    person.connection.status === 'connected' ||
    history.length >= KNOWN
  );
}

/** The conditions that hold for a detail. */
export function detailConditions(detail: Detail): string[] {
  const gerund = detail.is === 'deed' ? detail.gerund : null;
  const isThanked = gerund !== null;
  const isShared = detail.is === 'thing' && SHARED.test(detail.phrase);
  // "The photo of the dam" wasn't given to me; "the help with the tax form" was.
  const isTheirs = detail.is === 'thing' && /^your /u.test(detail.phrase);
  const isGiven = detail.is === 'thing' && (isTheirs ? GIVEN : HELP).test(headOf(detail.phrase));
  // How somebody looks or sounds is nothing to write about.
  if (
    detail.is === 'thing' &&
    BODY.test(headOf(detail.phrase)) &&
    !/\bvoice \p{L}/u.test(detail.phrase)
  )
    return [];
  return [
    `has-${detail.is}`,
    ...(isThanked ? ['thanked'] : []),
    ...(gerund !== null && isPlain(gerund) ? ['plain'] : []),
    ...(gerund !== null && /\b(?:me|us|my|our)\b/u.test(gerund) ? ['mine'] : []),
    ...(isShared ? ['shared'] : []),
    ...(isGiven ? ['given'] : []),
    ...(detail.is === 'thing' && !isShared && !isGiven
      ? [
          GIFT.test(headOf(detail.phrase))
            ? 'gifted'
            : HEARD.test(headOf(detail.phrase))
              ? 'heard'
              : 'kept',
        ]
      : []),
  ];
}

/** Whether "at the fair" can follow it and still mean where it was done: no clause, no other place or time. */
function isPlain(gerund: string): boolean {
  return (
    gerund.split(' ').length <= 9 &&
    !/\b(?:that|what|which|who|whose|why|when|where|while|until|till|before|after|because|so|if|as|than|i|we|you|he|she|they|it|didn't|wasn't|was|were|had|at)\b/iu.test(
      gerund,
    )
  );
}

/** What somebody gives: help, time, a piece of work. */
const GIVEN =
  /\b(?:help|advice|patience|time|notes?|plans?|checklist|template|tips?|support|kindness|honesty|guidance|explanations?|examples?|questions?|ideas?|work|calm|care|hospitality|photos?|photographs?|slides?|guide|script|patch|fix|code|reviews?|recipe|map|maps|list|lists|spreadsheet|diagrams?|glossary|macros|trust|encouragement|welcome|suggestions?|comments?|corrections?|introduction|recommendation|lift|translation|summary|drawings?|carrots|cake|soup|starter|tests?|runbook|documentation|docs|dashboard|scripts?|memo|report|schedule|rota)$/iu;

/** What stays in one's ear or mind, rather than being liked. */
const HEARD =
  /\b(?:calls?|voice|reminders?|reaction|silence|pauses?|words?|answers?|remarks?|questions?|warnings?|goodbye|face|look|rules?|lines?|sayings?|motto|knot|toast|cry|photo|picture)$/iu;

/** What somebody has in them. */
const GIFT =
  /\b(?:ability|memory|knowledge|skills?|talent|gift|eye|ear|knack|way|energy|courage|discipline|dedication|instinct|sense|judge?ment|composure|attitude|commitment)$/iu;

const HELP =
  /\b(?:help|advice|patience|tips?|support|kindness|honesty|guidance|care|hospitality|trust|encouragement|welcome|lift)$/iu;

const BODY =
  /\b(?:laugh|smile|eyes?|voice|hair|legs?|body|face|beard|moustache|figure|lips|skirt|dress|perfume|accent|tattoos?|shoes|looks|weight)$/iu;

/** What one was in together, and thanks nobody for: "the day we found the shoe", "the way you spoke". */
const SHARED =
  /^our |^how we |^(?:the|that|those|our) (?:\p{L}+ )?(?:day|night|evening|morning|afternoon|time|moment|walk|ride|drive|hike|trip|laugh|lunch|dinner|way|look|face|hour|week|weekend)s?\b/u;

/** Whether a departure still lies ahead: until the day it names, or else for two weeks. */
function isStillAhead(
  { isAhead, until }: Leaving,
  moment: Interaction | null,
  today: string,
): boolean {
  if (until !== null) return until >= today;
  return isAhead && moment !== null && daysBetween(moment.date, today) <= 14;
}

/** What the slots hold. */
export function slotsOf(request: DraftRequest, ground: Ground, fullness: Fullness): Slots {
  const { person, me, today } = request;
  const last = lastTouch(person);
  const gap = last === null ? null : howLong(daysBetween(last, today));
  return {
    ...known(asTyped(topicSlots(ground, fullness !== 'full', today), request, ground)),
    ...detailSlots(ground.detail, fullness === 'short'),
    ...known({
      when: ground.anchor === null ? null : whenWas(ground.anchor.date, today),
      lately: ground.anchor === null ? null : lately(ground.anchor.date, today),
      gap,
      soon: weekAhead(today),
      me: isKnown(request) ? null : introduction(request),
      self: me.name === null ? null : greetingOf({ name: me.name, call: null }),
      ...teamSlots({ person, me }),
      ill: ground.hardship === 'illness' ? illnessIn(ground.moment?.title ?? '') : null,
      ...companySlots(request),
    }),
  };
}

/** Many of a kind, or an activity: "bug fixes", "data labelling". */
const isOpenEnded = (text: string) => /^(?:[\p{L}-]+ )*\p{Ll}+(?:[^sui\P{L}]s|ing)$/u.test(text);
/** Things that only look like an activity. */
const THING_IN_ING =
  /(?:building|ceiling|painting|drawing|filing|listing|opening|crossing|recording|briefing|posting|(?:^| )[^aeiouy ]+ing)$/u;

/**
 * What shared work was about, as typed where somebody was asked: "bug fixes" there is no set of fixes that one would
 * call "the bug fixes".
 */
function asTyped(
  slots: Record<string, string | null>,
  { person }: DraftRequest,
  { anchor }: Ground,
): Record<string, string | null> {
  const bare = slots.work?.replace(/^the /u, '');
  if (person.shared === null || anchor === null || bare === undefined) return slots;
  if (/^(?:the|our|my) /iu.test(anchor.title)) return slots;
  if (!isOpenEnded(bare) || THING_IN_ING.test(bare)) return slots;
  const { work: _, ...others } = slots;
  return {
    ...others,
    working: `working on ${bare} with you`,
    together: `we worked on ${bare} together`,
  };
}

/** Where we both worked or both work, where they are now, and where I am. */
function companySlots({ person, me, today }: DraftRequest): Record<string, string | null> {
  const { shared, company } = person;
  const together = told(shared && spokenCompany(shared.company));
  const isElsewhere = (one: string, others: ReadonlyArray<string | null | undefined>) =>
    isSayableCompany(one) && !others.some((other) => other && isSameCompany(one, other));
  const theirs = company !== null && isElsewhere(company, [shared?.company, me.company]);
  const isOurs = company !== null && me.company !== null && isSameCompany(company, me.company);
  return {
    ...(shared?.until === null ? { employer: together } : { workplace: together }),
    here: isOurs ? told(spokenCompany(me.company as string)) : null,
    firm: theirs ? told(spokenCompany(company)) : null,
    now: sayMyNews({ person, me, today }),
  };
}

/** A job of mine that they may not have heard of from me. */
export function newsOfMine({
  person,
  me,
  today,
}: Pick<DraftRequest, 'person' | 'me' | 'today'>): MyNews | null {
  const since = lastTouch(person) ?? person.shared?.until ?? null;
  return since === null
    ? null
    : newsSince(me, since, today, [person.company, person.shared?.company]);
}

/** That job; where my jobs aren't known, my company where it isn't theirs. */
function sayMyNews(request: Pick<DraftRequest, 'person' | 'me' | 'today'>): string | null {
  const { person, me, today } = request;
  const { company, shared } = person;
  if (me.jobs !== undefined && me.jobs.length > 0) {
    const news = newsOfMine(request);
    return news === null || told(news.company) === null ? null : sayNews(news, today);
  }
  if (me.company === null || shared?.until == null || !isSayableCompany(me.company)) return null;
  const known = [company, shared.company];
  if (known.some((one) => one && isSameCompany(one, me.company as string))) return null;
  const here = told(spokenCompany(me.company));
  return here === null ? null : `I'm at ${here} now.`;
}

/** After so many days, an answer to an invitation is late. Ours. */
const ANSWER_DAYS = 14;

/** Whether an invitation of theirs has waited so long that one says sorry. */
function isWaiting({ connection: { status, since } }: DraftRequest['person'], today: Day): boolean {
  return status === 'incoming' && since !== null && daysBetween(since, today) > ANSWER_DAYS;
}

/** Whether they work where we did, and I don't any more. */
function isStillThere({ shared, company }: DraftRequest['person']): boolean {
  return (
    shared !== null &&
    shared.until !== null &&
    company !== null &&
    isSameCompany(company, shared.company)
  );
}

function topicSlots(
  { moment, anchor, reading, anchorReading }: Ground,
  isShort: boolean,
  today: string,
): Record<string, string | null> {
  const slots: Record<string, string | null> = {};
  if (reading !== null && 'news' in reading) Object.assign(slots, newsSlots(reading, isShort));
  if (reading !== null && 'lost' in reading) slots.lost = reading.lost;
  if (reading !== null && 'leaves' in reading) slots.place = reading.place;
  if (reading !== null && 'leaves' in reading && reading.until !== null && moment !== null)
    Object.assign(slots, untilSlots(reading.until, today));
  if (anchor !== null && anchorReading !== null && 'after' in anchorReading)
    Object.assign(slots, namedSlots(anchor, anchorReading, isShort));
  slots.working ??= 'working with you';
  return slots;
}

function newsSlots({ news, short }: News, isShort: boolean): Record<string, string | null> {
  const said = isShort && short !== null ? short : news;
  return { news: said, newsOwn: /^your /u.test(said) ? said : null };
}

function namedSlots(
  { kind }: Interaction,
  named: Named,
  isShort: boolean,
): Record<string, string | null> {
  const phrase = isShort && named.short !== null ? named.short : named.phrase;
  const noun = named.isDoing ? null : phrase;
  switch (kind) {
    case 'project':
      return projectSlots(named, isShort);
    case 'event':
      return { event: noun, since: noun };
    case 'interest':
      return { interest: phrase };
    case 'feedback':
      return { review: reviewOf(named.after, phrase) };
    case 'reorg':
      return { change: phrase, changeNoun: /\b\p{L}+ing\b/u.test(phrase) ? null : phrase };
    case 'new-job':
      return { started: startedAs(named) };
    case 'meeting':
      return named.after === 'of'
        ? { meeting: phrase }
        : { about: phrase, since: `we talked about ${phrase}` };
    case 'engagement':
      return /^your /u.test(phrase) ? { post: phrase } : { about: phrase };
    default:
      return {};
  }
}

/** Where feedback was mere talk, that it was is all one says; one's own yearly review is "my" review. */
function reviewOf(after: Named['after'], phrase: string): string | null {
  if (after !== 'at') return `${after} ${phrase}`;
  const own = /^(?:the|my|our) (.*)$/u.exec(phrase)?.[1];
  if (own !== undefined && OWN_REVIEW.test(own)) return `at my ${own}`;
  return TALK.test(phrase) ? null : `at ${phrase}`;
}

/** Feedback that was a talk about something else, as far as one can tell. */
function isSpoken(title: string): boolean {
  return (
    SPOKEN.test(title) &&
    !/\b(?:feedback|comments?|review|appraisal|critique|edits?)\b/iu.test(title)
  );
}

const SPOKEN =
  /\b(?:talk|chat|conversation|session|mentoring|coaching|coffee|call|catch-?up|1:1|one-(?:to|on)-one|lunch)\b/iu;

const OWN_REVIEW =
  /^(?:(?:half|mid|end|one|two|\d)[- ](?:of[- ])?year(?:ly)?|annual|yearly|year-end|quarterly|performance|probation\w*) (?:review|appraisal|evaluation)$|^appraisal$/iu;

const TALK =
  /\b(?:talk|session|chat|conversation|call|meeting|catch-?up|discussion|mentoring|coaching|interview|retro|1:1|one-(?:to|on)-one)$/iu;

/** Where, when or how it was. */
const LOOSE = / (?:in|on|at|after|before|behind|under|without|during|by|around) .*$/u;

/** What is worked on, at or during; what happened in some circumstance stays out of the sentence. */
function projectSlots(named: Named, isShort: boolean): Record<string, string | null> {
  if (named.isDoing) {
    const phrase = isShort && named.short !== null ? named.short : named.phrase;
    return { working: `${phrase} with you` };
  }
  // "The drought test on turbine 2": where and when it was is known.
  const isLoose = LOOSE.test(named.phrase);
  // "The launch of the app in Korea" is the launch of the app.
  const cut = named.phrase.replace(LOOSE, '');
  const short = named.short ?? (isLoose && cut.includes(' of ') ? cut : null);
  const phrase = (isShort || isLoose) && short !== null ? short : named.phrase;
  if (isLoose && short === null) return {};
  const head = headOf(phrase);
  // "During the weeks" says nothing.
  if (/^the (?:\p{L}+ )?(?:hours|days|nights|weeks|months|years)$/u.test(head)) return {};
  if (PERIOD.test(head))
    return {
      working: `working with you during ${phrase}`,
      since: phrase,
      together: `${phrase} we worked together`,
    };
  if (OCCASION.test(head))
    return {
      working: `working with you at ${phrase}`,
      since: phrase,
      together: phrase,
    };
  if (DONE.test(head)) {
    const bare = phrase.replace(/^the /u, '');
    return {
      working: `doing ${bare} with you`,
      since: phrase,
      together: `we did ${bare} together`,
    };
  }
  return {
    work: phrase,
    working: `working on ${phrase} with you`,
    since: phrase,
    together: `we worked on ${phrase}`,
  };
}

/** "The launch" of "the launch of the app". */
function headOf(phrase: string): string {
  return phrase
    .replace(
      / (?:of|in|at|on|about|for|with|without|from|to|by|around|between|before|after|during|under) .*$/u,
      '',
    )
    .replace(/ \d+$/u, '');
}

/** What one does rather than works on, again and again. */
const DONE =
  /\b(?:reviews|interviews|calls|visits|inspections|stock ?takes|stocktakes|demos|rounds|tours|walkthroughs|checks|handovers|observations|assessments|surveys|screenings|deliveries|repairs)$/iu;
const OCCASION =
  /\b(?:day|evening|afternoon|morning|party|dinner|lunch|festival|fair|parade|seminar|training|course|conference|workshop|congress|symposium|retreat|offsite|gala|concert|wedding|championship|game|race|regatta|match|tournament|olympic|camp|trip|excursion|hike)s?$/iu;
const PERIOD =
  /\b(?:hour|days|week|weekend|night|shift|season|month|winter|summer|spring|autumn|year|term|sprint)s?$/iu;

/** "started at Linden Freight", "joined the Billing team", "moved to process chemistry". */
function startedAs({ after, phrase }: Named): string | null {
  if (after === 'at') return `started at ${phrase}`;
  const joined = /^joining (.+)$/u.exec(phrase)?.[1];
  if (joined !== undefined) return `joined ${joined}`;
  const moved = /^my move to (.+)$/u.exec(phrase)?.[1];
  if (moved !== undefined) return `moved to ${moved}`;
  const at = /^my new (?:job|role|position) at (.+)$/u.exec(phrase)?.[1];
  return at === undefined ? null : `started at ${at}`;
}

/** The slots that say what stood out in somebody's part. */
export function detailSlots(detail: Detail | null, isShort: boolean): Slots {
  return detail === null ? {} : known(partsOf(detail, isShort));
}

function known(slots: Record<string, string | null>): Slots {
  return Object.fromEntries(Object.entries(slots).filter(([, text]) => text !== null)) as Slots;
}

function partsOf(detail: Detail, isShort: boolean): Record<string, string | null> {
  switch (detail.is) {
    case 'deed': {
      const said = isShort && detail.short !== null ? detail.short : detail;
      return {
        thanks: said.gerund,
        doing: said.gerund ?? detail.doing ?? null,
        did: said.gerund === null ? null : said.past,
        past: said.past,
      };
    }
    case 'quality':
      return isShort && detail.short !== null
        ? { how: detail.short, clause: `how ${detail.short} you were` }
        : { how: detail.how, clause: detail.clause };
    case 'thing':
      return { thing: isShort && detail.short !== null ? detail.short : detail.phrase };
    case 'talk':
      return { talk: isShort && detail.short !== null ? detail.short : detail.phrase };
    case 'habit':
      return { habit: isShort && detail.short !== null ? detail.short : detail.present };
    case 'advice':
      return { advice: detail.gerund };
    case 'own':
      return { own: detail.text };
  }
}

/** How long a silence was: a few months by number, but neither seven of them nor years. */
function howLong(days: number): string | null {
  if (days >= 730) return 'years';
  if (days >= 400) return 'over a year';
  if (days >= 330) return 'about a year';
  if (days >= 290) return 'almost a year';
  // Nobody counts seven months.
  if (days >= 200) return 'over half a year';
  return days >= 170 ? 'half a year' : formatGap(days);
}

/** When a past day was, as one says it: "on Thursday", "last week", "in March". */
function whenWas(day: string, today: string): string | null {
  const days = daysBetween(day, today);
  // Today may only be the day it was logged.
  if (days <= 0) return null;
  if (days <= 6) return `on ${weekdayName(day)}`;
  const sinceMonday = (weekdayIndex(today) + 6) % 7;
  if (days <= sinceMonday + 7) return 'last week';
  return days < 21 ? null : monthLoosely(day, today);
}

/** When something that took its time was done: "this week", "last week", "in March". */
function lately(day: string, today: string): string | null {
  const said = whenWas(day, today);
  const sinceMonday = (weekdayIndex(today) + 6) % 7;
  if (said !== null && !said.startsWith('on ')) return said;
  return daysBetween(day, today) > sinceMonday ? 'last week' : null;
}

/** When one would meet: on a Friday the week is over. */
function weekAhead(today: Day): string {
  const isOver = [5, 6, 0].includes(weekdayIndex(today));
  return isOver ? 'next week' : 'this week';
}

/** A day ahead: "on Friday" and "Friday", "at the end of the month". */
function untilSlots(day: string, today: string): Record<string, string | null> {
  const until = untilDay(day, today);
  return { until, lastDay: until?.startsWith('at') ? null : (until?.replace(/^on /u, '') ?? null) };
}

function untilDay(day: string, today: string): string | null {
  const days = daysBetween(today, day);
  if (days < 0) return null;
  if (days === 0) return 'today';
  if (days === 1) return 'tomorrow';
  if (days <= 6) return `on ${weekdayName(day)}`;
  if (addDays(day, 1).slice(8) === '01') return 'at the end of the month';
  return `on ${Number(day.slice(8))} ${monthName(day)}`;
}

/** A profile field cleaned for use in a sentence; null if nothing is left. */
function told(text: string | null): string | null {
  const plain = text === null ? '' : calmed(withoutEnd(plainLine(text)));
  const hasWord = /[A-Za-z0-9]/.test(plain) || /[\p{L}\p{N}]/u.test(plain);
  return hasWord && plain.length <= 40 ? plain : null;
}

/** A team's name in a sentence: `the Billing team`, `Team Blue`; null if it's empty or generic. */
function teamPhrase(team: string | null): string | null {
  const plain = told(team);
  const bare = plain?.replace(/^(?:the|our|my)\s+/i, '');
  if (bare === undefined || /^(?:the|our|my|team)$/i.test(bare)) return null;
  if (/^team\s+\S/i.test(bare)) return bare;
  const isUnit =
    /\b(?:team|department|dept|group|squad|division|office|crew|guild|unit|chapter|desk|lab|tribe|branch|service|board|committee|ward|wing|kitchen|shift|library|school|shop|choir|faculty)s?$/i;
  if (isUnit.test(bare)) return `the ${bare}`;
  // "Green Watch", "Night Line" are names; "Billing" and "Inside Sales" are work.
  return /\s/u.test(bare) ? bare : `the ${bare} team`;
}

/** "on the Billing team", "in the kitchen". */
function onTeam(team: string | null): string | null {
  const phrase = teamPhrase(team);
  if (phrase === null) return null;
  const isPlace =
    /\b(?:kitchen|ward|library|school|shop|office|lab|department|dept|division|unit|branch|group|faculty|choir|chapter)s?$/i;
  const isName = !/^(?:the|team) /i.test(phrase) && !/\b(?:watch|line|crew|shift)$/i.test(phrase);
  return `${isName || isPlace.test(phrase) ? 'in' : 'on'} ${phrase}`;
}

function teamSlots({ person, me }: Pick<DraftRequest, 'person' | 'me'>) {
  if (!isTeammate({ person, me })) return {};
  const named = onTeam(sharedTeam({ person, me }));
  return named === null ? { team: 'on the same team' } : { onTeam: named };
}

/** What happened to their health, where the title says so in words that one would say to them. */
function illnessIn(title: string): string | null {
  const part =
    /\b(?:broke|broken|fractured|hurt|injured) (?:(?:her|his|their) )?(hip|leg|arm|ankle|wrist|foot|neck|back|nose|collarbone|shoulder|knee|hand|elbow)\b/iu;
  const what = /\b(accident|operation|fall|stroke|surgery|pneumonia)\b/iu;
  const found = part.exec(title)?.[1] ?? what.exec(title)?.[1];
  return found === undefined ? null : `your ${found.toLowerCase()}`;
}

/** Who I am, to someone who may wonder: "I'm Sam from the Billing team." */
function introduction({ me, person }: DraftRequest): string | null {
  if (me.name === null || !/\p{L}/u.test(me.name)) return null;
  const mine = me.company?.trim().toLowerCase();
  const isElsewhere =
    person.relationship === 'external' ||
    (person.company !== null && mine !== undefined && mine !== person.company.trim().toLowerCase());
  const company = told(me.company);
  const team = teamPhrase(me.team);
  // Another firm knows no team of ours.
  const place = isElsewhere ? company : (team ?? company);
  const called = greetingOf({ name: me.name, call: null });
  return place === null ? null : `I'm ${called} from ${place}.`;
}
