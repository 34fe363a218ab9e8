import { EXPIRES, WAIT } from '../../../rules/lib/invitations.ts';
import { lastTouch } from '../../../rules/lib/ties.ts';
import {
  type Day,
  type History,
  isInviting,
  type Person,
  type PersonRef,
  type Relationship,
} from '../../model.ts';
import { addDays, ago, daysBetween, sayGap } from '../../text/days.ts';
import { fold, order } from '../../text/fold.ts';
import { judge } from '../suggest/judge.ts';
import { type Server, serversOf } from './goal-standings.ts';
import type { Network, ReviewMaterial } from './material.ts';
import { isNarrow, perspectivesOf } from './perspectives.ts';

/** One thing to do. */
export interface Finding {
  /** "Catch up with Omar Haddad". */
  what: string;
  /** One sentence without its full stop. */
  why: string;
  /** The command line after `netcoach`; a person stands for the way to name them. */
  command: Array<string | PersonRef>;
  /** Whom it is about, if about one person. */
  person: PersonRef | null;
}

/** The person, where nothing holds them today. */
function reachable({ histories }: ReviewMaterial, id: number): History | null {
  const history = histories.get(id);
  return history === undefined || judge(history).hold !== null ? null : history;
}

/** Whom a finding is about. */
function about(person: Person): PersonRef {
  return { id: person.id, name: person.name };
}

/** Days after which a finished project or a new job no longer is news for a profile: a month, our own bound. */
export const PROFILE_NEWS = 30;

/** Everything worth doing, the best first: what will not wait, then my goals, then the rest. */
export function findings(material: ReviewMaterial): Finding[] {
  if (material.network.people === 0) return [begin];
  const [firstQuiet, ...otherQuiet] = catchUps(material);
  return [
    ...congratulations(material),
    ...collaborators(material),
    ...nobodyServes(material),
    ...(firstQuiet === undefined ? [] : [firstQuiet]),
    ...openMoments(material),
    ...recommendations(material),
    ...staleInvitations(material),
    ...profile(material),
    ...wider(material),
    ...otherQuiet,
  ];
}

const begin: Finding = {
  what: 'See on sample data what netcoach does',
  why: 'Nobody is in your log yet; a review needs some people to look at',
  command: ['demo'],
  person: null,
};

function openMoments({ network, invitesLeft }: ReviewMaterial): Finding[] {
  const open = network.moments.reduce((sum, one) => sum + one.open, 0);
  if (open === 0 || invitesLeft === 0) return [];
  const moments = open === 1 ? 'the moment that is' : `the ${open} moments that are`;
  return [
    {
      what: `Look at ${moments} open now`,
      why: 'Something shared of late makes an invitation or a kind word welcome, and the best come first',
      command: ['suggest'],
      person: null,
    },
  ];
}

/** A job, a project or a skill of mine that a profile should show. */
type ProfileNews = Network['profileNews'][number] | { kind: 'skill'; title: string; date: Day };

/** What began, and where to read of it. */
const NEWS: Record<ProfileNews['kind'], { began: string; command: (since: Day) => string[] }> = {
  'new-job': { began: 'A new job began', command: (since) => ['interactions', '--since', since] },
  project: {
    began: 'A project finished',
    command: (since) => ['interactions', '--kind', 'project', '--since', since],
  },
  skill: { began: 'You noted this skill', command: () => ['me'] },
};

function profile({ network }: ReviewMaterial): Finding[] {
  const { today, me, profileNews } = network;
  const first: Day = addDays(today, -PROFILE_NEWS);
  const skills = me.skills.flatMap(({ skill, since }): ProfileNews[] =>
    since === null || since < first || since > today
      ? []
      : [{ kind: 'skill', title: skill, date: since }],
  );
  const all: ProfileNews[] = [...profileNews, ...skills].sort((a, b) => order(b.date, a.date));
  const news = all.find(({ kind }) => kind === 'new-job') ?? all[0];
  if (news === undefined) return [];
  const others = all.length - 1;
  const { began, command } = NEWS[news.kind];
  return [
    {
      what: `Bring your LinkedIn profile up to date with ${news.title}`,
      why: `${began} ${ago(news.date, today)}${others > 0 ? `, and ${others} more in the last month` : ''}; skills, and what they came from, are what people look for`,
      command: command(first),
      person: null,
    },
  ];
}

function wider(material: ReviewMaterial): Finding[] {
  const { network } = material;
  const perspectives = perspectivesOf(network.teams, network.companies);
  const { main } = perspectives;
  if (main === null || !isNarrow(perspectives)) return [];
  const why = `${Math.round(100 * main.share)} % of the connections whose team you noted come from ${main.team}; others see other things`;
  for (const id of network.unconnected) {
    const history = reachable(material, id);
    const team = history?.person.team ?? null;
    if (history === null || team === null || fold(team) === fold(main.team)) continue;
    if (judge(history).lead === null) continue;
    const person = about(history.person);
    return [
      { what: `Get to know ${person.name} of ${team}`, why, command: ['draft', person], person },
    ];
  }
  return [{ what: 'Meet people of other teams', why, command: ['rules', 'event'], person: null }];
}

/** So many quiet connections are proposed: a list to act on, not to look at. */
const CATCH_UPS = 2;
/** The newest good news that nobody has answered. */
function congratulations(material: ReviewMaterial): Finding[] {
  const found = material.network.milestones
    .map((id) => reachable(material, id))
    .find((history) => history !== null);
  const news = found?.interactions.find(({ kind }) => kind === 'milestone');
  if (found == null || news === undefined) return [];
  const person = about(found.person);
  return [
    {
      what: `Congratulate ${person.name}`,
      why: `Their news, ${news.title}, came ${ago(news.date, found.today)}`,
      command: ['draft', person, '--moment', 'milestone'],
      person,
    },
  ];
}

/** Connections gone quiet that have something to build on, the strongest first. */
function catchUps(material: ReviewMaterial): Finding[] {
  const found: Finding[] = [];
  for (const id of material.network.quiet) {
    const history = reachable(material, id);
    // Who wants a word more seldom than that is not due yet.
    if (history === null || judge(history).lead === null) continue;
    const { person, today } = history;
    const last = lastTouch(person) as Day;
    const ref = about(person);
    found.push({
      what: `Catch up with ${person.name}`,
      why: `You were last in touch ${ago(last, today)}, and ${times(person.interactions)} to build on`,
      command: ['draft', ref],
      person: ref,
    });
    if (found.length === CATCH_UPS) break;
  }
  return found;
}

function times(interactions: number): string {
  return interactions === 1
    ? 'have one thing in the log'
    : `have ${interactions} things in the log`;
}

/** So many goals get a person to talk to. */
const COLLABORATORS = 2;
/** What shows that somebody serves a goal, as a clause. */
const SHOWS: Readonly<Record<Server['by'], (text: string) => string>> = {
  skill: (text) => `The skill "${text}" is one of theirs`,
  role: (text) => `Their role is "${text}"`,
  interest: (text) => `They take an interest in "${text}"`,
  team: (text) => `They are in "${text}"`,
  title: (text) => `"${text}" is in your log with them`,
};

/** For each goal the best person to talk to: a connection, or one whom an open moment lets me invite. */
function collaborators(material: ReviewMaterial): Finding[] {
  const { network } = material;
  const found: Finding[] = [];
  const taken = new Set<number>();
  for (const near of network.nearGoals) {
    for (const { person, by, text } of serversOf(near)) {
      const history = taken.has(person.id) ? null : reachable(material, person.id);
      if (history === null || history.interactions.length === 0) continue;
      const { lead } = judge(history);
      const isConnected = person.connection.status === 'connected';
      const isInvited = lead !== null && isInviting(lead.action);
      if (!isConnected && (lead === null || (isInvited && material.invitesLeft === 0))) continue;
      taken.add(person.id);
      const ref = about(person);
      found.push({
        what: `${isConnected ? 'Talk to' : isInvited ? 'Invite' : 'Say hello to'} ${person.name} about ${near.goal}`,
        why: `${SHOWS[by](text)}, and you have something to build on`,
        command: ['draft', ref],
        person: ref,
      });
      break;
    }
  }
  return found.slice(0, COLLABORATORS);
}

/** The first goal that nobody serves; or to name a goal, where there is none. */
function nobodyServes({ network }: ReviewMaterial): Finding[] {
  const { me, nearGoals, byStatus } = network;
  if (me.goals.length === 0) {
    return [
      {
        what: 'Say what you work towards',
        why: 'With a goal, a review can tell who serves it; put your own words between the quotes',
        command: ['me', '--goal', me.role ?? 'platform engineering'],
        person: null,
      },
    ];
  }
  const unserved = nearGoals.find((near) => serversOf(near).length === 0);
  if (unserved === undefined) return [];
  return [
    {
      what: `Look for somebody who knows about ${unserved.goal}`,
      why: 'No role, skill, interest or title in your log names this goal; note the skills that you know of with edit --skill',
      command: byStatus.connected > 0 ? ['people', '--status', 'connected'] : ['people'],
      person: null,
    },
  ];
}

/** The invitation that has waited longest, and how many others have waited three weeks. */
function staleInvitations(material: ReviewMaterial): Finding[] {
  const { stale } = material.network;
  const history = stale.map((id) => material.histories.get(id)).find(isWithdrawable);
  if (history === undefined) return [];
  const { person, today } = history;
  const ref = about(person);
  const days = daysBetween(person.connection.since as Day, today);
  const isExpired = days > EXPIRES;
  const others = stale.length - 1;
  const more =
    others === 0 ? '' : `; ${others} more ${others === 1 ? 'has' : 'have'} waited three weeks`;
  return [
    {
      what: isExpired
        ? `Note that the invitation to ${person.name} has expired`
        : `Take back the invitation to ${person.name}`,
      why: isExpired
        ? `It went out ${days} days ago, and LinkedIn lets one go after about six months${more}`
        : `It has waited ${days} days, and answers after ${WAIT} are rare${more}`,
      command: ['withdrawn', ref],
      person: ref,
    },
  ];
}

/** Whether nothing but the invitation itself holds a person: they are not snoozed, nor was this let pass. */
function isWithdrawable(history: History | undefined): history is History {
  if (history === undefined) return false;
  const { hold } = judge(history);
  return hold === null || hold.reason === 'pending';
}

/*
 * Our own bounds for work long enough to vouch for: several pieces of it, over a season at least, and never
 * in the first month of a connection. LinkedIn lets one recommend direct connections alone.
 */
/** Projects and feedback sessions together. */
export const PIECES = 3;
/** Days from the first of them to the last. */
export const SEASON = 90;
/** Days since we connected. */
export const SETTLED = 30;

/** Those who guide me saw my work; I saw that of the others. */
const ASKED: readonly Relationship[] = ['manager', 'mentor'];

/** The connection with the longest shared work: one to ask for a recommendation, or to write one for. */
function recommendations(material: ReviewMaterial): Finding[] {
  for (const work of material.network.sharedWork) {
    const history = reachable(material, work.person);
    if (history === null) continue;
    const { id, name, relationship } = history.person;
    const person = { id, name };
    const isAsking = ASKED.includes(relationship) || work.feedback > work.projects;
    const gap = sayGap(daysBetween(work.first, work.last));
    const pieces = `${work.projects + work.feedback} projects and feedback sessions`;
    return [
      {
        what: isAsking
          ? `Ask ${name} whether they would recommend you`
          : `Write ${name} a recommendation`,
        why: `${pieces} over ${gap} are a good ground for it; a logged word with "recommendation" in its title ends this advice`,
        command: ['show', person],
        person,
      },
    ];
  }
  return [];
}
