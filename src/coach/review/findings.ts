import type { Day } from '../../model.ts';
import { addDays, ago } from '../../text/days.ts';
import { fold, order } from '../../text/fold.ts';
import { judge } from '../suggest/judge.ts';
import { catchUps, congratulations } from './catch-ups.ts';
import { collaborators, nobodyServes } from './collaborators.ts';
import type { Network, ReviewMaterial } from './facts.ts';
import { about, type Finding, reachable } from './finding.ts';
import { staleInvitations } from './invitations.ts';
import { isNarrow, perspectivesOf } from './perspectives.ts';
import { recommendations } from './recommendations.ts';

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
