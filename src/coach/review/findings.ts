import { event } from '../../../rules/event.ts';
import { EXPIRES_AFTER_DAYS, WITHDRAW_AFTER_DAYS } from '../../../rules/lib/invitations.ts';
import { lastTouch } from '../../../rules/lib/ties.ts';
import { type Day, isInviting, type PersonRef, type Relationship, refOf } from '../../model.ts';
import { count, formatList } from '../../text/count.ts';
import { addDays, ago, daysBetween, formatGap } from '../../text/days.ts';
import { compareText, fold } from '../../text/fold.ts';
import type { Judgement } from '../suggest/judge.ts';
import { type GoalHelper, helpersFor } from './goal-standings.ts';
import type { Network, ReviewMaterial } from './material.ts';
import { isNarrow, perspectivesOf } from './perspectives.ts';

/** One suggested action. */
export interface Finding {
  /** "Catch up with Omar Haddad". */
  what: string;
  /** One sentence, without the full stop. */
  why: string;
  /** Arguments for `netcoach`; a person is replaced by a name that the command line accepts. */
  command: Array<string | PersonRef>;
  /** Null if it isn't about one person. */
  person: PersonRef | null;
}

/** The judgement of a person whom nothing holds back today, else null. */
function reachable({ judgements }: ReviewMaterial, id: number): Judgement | null {
  const judgement = judgements.get(id);
  return judgement === undefined || judgement.hold !== null ? null : judgement;
}

/** Days for which a finished project, new job or skill is news for a profile. Our own limit. */
export const PROFILE_NEWS_DAYS = 30;

/** All findings, best first: what is urgent, then my goals, then the rest. */
export function findings(material: ReviewMaterial): Finding[] {
  if (material.network.people === 0) return [startHere];
  const [firstQuiet, ...otherQuiet] = catchUps(material);
  return [
    ...congratulations(material),
    ...collaborators(material),
    ...unservedGoal(material),
    ...(firstQuiet === undefined ? [] : [firstQuiet]),
    ...openMoments(material),
    ...recommendations(material),
    ...staleInvitations(material),
    ...profileUpdate(material),
    ...otherTeams(material),
    ...otherQuiet,
  ];
}

const startHere: Finding = {
  what: 'Try netcoach on sample data',
  why: "There's no one in your log to review yet",
  command: ['demo'],
  person: null,
};

function openMoments({ network, invitesLeft }: ReviewMaterial): Finding[] {
  const open = network.moments.reduce((sum, one) => sum + one.open, 0);
  if (open === 0 || invitesLeft === 0) return [];
  const moments = open === 1 ? 'the moment' : `the ${open} moments`;
  return [
    {
      what: `See ${moments} open now`,
      why: 'An invitation or a message is most welcome when something has just happened. The best are listed first',
      command: ['suggest'],
      person: null,
    },
  ];
}

type ProfileNews = Network['profileNews'][number] | { kind: 'skill'; title: string; date: Day };

const NEWS: Record<ProfileNews['kind'], { began: string; command: (since: Day) => string[] }> = {
  'new-job': { began: 'You started it', command: (since) => ['interactions', '--since', since] },
  project: {
    began: 'You finished it',
    command: (since) => ['interactions', '--kind', 'project', '--since', since],
  },
  skill: { began: 'You added this skill', command: () => ['me'] },
};

function profileUpdate({ network }: ReviewMaterial): Finding[] {
  const { today, me, profileNews } = network;
  const first: Day = addDays(today, -PROFILE_NEWS_DAYS);
  const skills = me.skills.flatMap(({ skill, since }): ProfileNews[] =>
    since === null || since < first || since > today
      ? []
      : [{ kind: 'skill', title: skill, date: since }],
  );
  const all: ProfileNews[] = [...profileNews, ...skills].sort((a, b) =>
    compareText(b.date, a.date),
  );
  const news = all.find(({ kind }) => kind === 'new-job') ?? all[0];
  if (news === undefined) return [];
  const others = othersBeside(news, all);
  const { began, command } = NEWS[news.kind];
  return [
    {
      what: `Update your LinkedIn profile: ${news.title}`,
      why: `${began} ${ago(news.date, today)}${others === '' ? '' : `. In the last month, you also had ${others}`}. People look for skills, and for where you used them`,
      command: command(first),
      person: null,
    },
  ];
}

/** "2 projects and 1 skill": what else is new, each title once. A new job is logged once a coworker. */
function othersBeside(news: ProfileNews, all: readonly ProfileNews[]): string {
  const titles = (kind: ProfileNews['kind']) =>
    new Set(all.filter((one) => one !== news && one.kind === kind).map(({ title }) => fold(title)));
  const [projects, skills] = [titles('project'), titles('skill')];
  if (news.kind === 'project') projects.delete(fold(news.title));
  return formatList([
    ...(projects.size > 0 ? [count(projects.size, 'project')] : []),
    ...(skills.size > 0 ? [count(skills.size, 'skill')] : []),
  ]);
}

function otherTeams(material: ReviewMaterial): Finding[] {
  const { network } = material;
  const perspectives = perspectivesOf(network.teams, network.companies);
  const { main } = perspectives;
  if (main === null || !isNarrow(perspectives)) return [];
  const why = `${Math.round(100 * main.share)}% of the connections whose team you noted come from ${main.team}, and people on other teams hear about other things`;
  for (const id of network.unconnected) {
    const judgement = reachable(material, id);
    const team = judgement?.history.person.team ?? null;
    if (judgement === null || team === null || fold(team) === fold(main.team)) continue;
    if (judgement.lead === null) continue;
    const person = refOf(judgement.history.person);
    return [
      { what: `Get to know ${person.name} on ${team}`, why, command: ['draft', person], person },
    ];
  }
  return [{ what: 'Meet people on other teams', why, command: ['rules', event.id], person: null }];
}

const MAX_CATCH_UPS = 2;

function congratulations(material: ReviewMaterial): Finding[] {
  const found = material.network.milestones
    .map((id) => openNews(reachable(material, id)))
    .find((news) => news !== null);
  if (found === undefined) return [];
  const person = refOf(found.person);
  return [
    {
      what: `Congratulate ${person.name}`,
      why: found.why,
      command: ['draft', person, '--moment', 'milestone'],
      person,
    },
  ];
}

/** Good news of theirs that is still to be answered: neither skipped nor written about. */
function openNews(judgement: Judgement | null): { person: PersonRef; why: string } | null {
  const news = judgement?.verdicts.find(
    ({ verdict }) => verdict.fires && verdict.moment.kind === 'milestone',
  );
  return judgement === null || news === undefined
    ? null
    : { person: judgement.history.person, why: news.verdict.why };
}

function catchUps(material: ReviewMaterial): Finding[] {
  const found: Finding[] = [];
  for (const id of material.network.quiet) {
    const judgement = reachable(material, id);
    // No moment: they have a longer interval and aren't due yet.
    if (judgement === null || judgement.lead === null) continue;
    const { person, today } = judgement.history;
    const last = lastTouch(person) as Day;
    const ref = refOf(person);
    found.push({
      what: `Catch up with ${person.name}`,
      why: `You were last in touch ${ago(last, today)}, and ${interactionCount(person.interactions)} to write about`,
      command: ['draft', ref],
      person: ref,
    });
    if (found.length === MAX_CATCH_UPS) break;
  }
  return found;
}

function interactionCount(interactions: number): string {
  return interactions === 1
    ? 'you have one thing in the log'
    : `you have ${interactions} things in the log`;
}

const MAX_COLLABORATORS = 2;

const HELPER_CLAUSES: Readonly<Record<GoalHelper['by'], (text: string) => string>> = {
  skill: (text) => `They have the skill "${text}"`,
  role: (text) => `Their role is "${text}"`,
  interest: (text) => `They're interested in "${text}"`,
  team: (text) => `They're on "${text}"`,
  title: (text) => `"${text}" is in your log with them`,
};

/** The best person to talk to for each goal: a connection, or someone with an open moment. */
function collaborators(material: ReviewMaterial): Finding[] {
  const { network } = material;
  const found: Finding[] = [];
  const taken = new Set<number>();
  for (const candidates of network.goalCandidates) {
    for (const { person, by, text } of helpersFor(candidates)) {
      const judgement = taken.has(person.id) ? null : reachable(material, person.id);
      if (judgement === null || judgement.history.interactions.length === 0) continue;
      const { lead } = judgement;
      const isConnected = person.connection.status === 'connected';
      const isInvited = lead !== null && isInviting(lead.action);
      if (!isConnected && (lead === null || (isInvited && material.invitesLeft === 0))) continue;
      taken.add(person.id);
      const ref = refOf(person);
      found.push({
        what: `${isConnected ? 'Talk to' : isInvited ? 'Invite' : 'Say hello to'} ${person.name} about ${candidates.goal}`,
        why: `${HELPER_CLAUSES[by](text)}, and you have something to write about`,
        command: ['draft', ref],
        person: ref,
      });
      break;
    }
  }
  return found.slice(0, MAX_COLLABORATORS);
}

/** The first goal that no one can help with, or a request to set a goal. */
function unservedGoal({ network }: ReviewMaterial): Finding[] {
  const { me, goalCandidates, byStatus } = network;
  if (me.goals.length === 0) {
    return [
      {
        what: "Say what you're working towards",
        why: 'With a goal, the review can say who could help. Put your own words between the quotes',
        command: ['me', '--goal', me.role ?? 'platform engineering'],
        person: null,
      },
    ];
  }
  const unserved = goalCandidates.find((candidates) => helpersFor(candidates).length === 0);
  if (unserved === undefined) return [];
  return [
    {
      what: `Look for someone who knows about ${unserved.goal}`,
      why: 'No role, skill, interest or title in your log mentions it. If you know someone with that skill, add it with edit --skill',
      command: byStatus.connected > 0 ? ['people', '--status', 'connected'] : ['people'],
      person: null,
    },
  ];
}

/** The longest-waiting invitation, and how many others have waited three weeks. */
function staleInvitations(material: ReviewMaterial): Finding[] {
  const { stale } = material.network;
  const id = stale.find((one) => isWithdrawable(material.judgements.get(one)));
  const history = id === undefined ? undefined : material.judgements.get(id)?.history;
  if (history === undefined) return [];
  const { person, today } = history;
  const ref = refOf(person);
  const days = daysBetween(person.connection.since as Day, today);
  const isExpired = days > EXPIRES_AFTER_DAYS;
  const others = stale.length - 1;
  const more =
    others === 0
      ? ''
      : `; ${others} more ${others === 1 ? 'has' : 'have'} been waiting for over three weeks`;
  return [
    {
      what: isExpired
        ? `Note that the invitation to ${person.name} has expired`
        : `Withdraw the invitation to ${person.name}`,
      why: isExpired
        ? `It went out ${days} days ago, and LinkedIn drops invitations after about six months${more}`
        : `It has been waiting for ${days} days, and few are accepted after ${WITHDRAW_AFTER_DAYS}${more}`,
      command: ['withdrawn', ref],
      person: ref,
    },
  ];
}

/** Whether the pending invitation is all that holds a person back (no snooze, no skip). */
function isWithdrawable(judgement: Judgement | undefined): boolean {
  if (judgement === undefined) return false;
  const { hold } = judgement;
  return hold === null || hold.reason === 'pending';
}

/*
 * The minimum of shared work for a recommendation: our own limits. LinkedIn only allows
 * recommendations between direct connections.
 */
/** Projects and feedback sessions together. */
export const MIN_SHARED_WORK = 3;
/** Days from the first of them to the last. */
export const MIN_SHARED_DAYS = 90;
/** Days since we connected. */
export const MIN_CONNECTED_DAYS = 30;

/** I ask these for a recommendation, because they saw my work; for others I write one. */
const ASKED_RELATIONSHIPS: readonly Relationship[] = ['manager', 'mentor'];

/** The connection with the longest shared work: ask for a recommendation, or write one. */
function recommendations(material: ReviewMaterial): Finding[] {
  for (const work of material.network.sharedWork) {
    const judgement = reachable(material, work.person);
    if (judgement === null) continue;
    const { id, name, relationship } = judgement.history.person;
    const person = { id, name };
    const isAsking = ASKED_RELATIONSHIPS.includes(relationship) || work.feedback > work.projects;
    const gap = formatGap(daysBetween(work.first, work.last));
    const pieces = `${work.projects + work.feedback} projects and feedback sessions`;
    return [
      {
        what: isAsking
          ? `Ask ${name} whether they would recommend you`
          : `Write ${name} a recommendation`,
        why: `${pieces} over ${gap} are a good basis for it. To stop this advice, log something with "recommendation" in its title`,
        command: ['show', person],
        person,
      },
    ];
  }
  return [];
}
