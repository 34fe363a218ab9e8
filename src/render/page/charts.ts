import type { Kind } from '../../../rules/rule.ts';
import { monthOf } from '../../coach/days.ts';
import type { Group, Network } from '../../coach/review/facts.ts';
import { perspectivesOf } from '../../coach/review/perspectives.ts';
import { count } from '../layout.ts';
import { bars } from './bars.ts';
import { columns } from './columns.ts';
import { map } from './map.ts';
import { figure, type Series, type StackRow, table } from './markup.ts';

/** So many teams and companies are drawn; the table lists more. */
const DRAWN = 8;
const LISTED = 50;

const TIES: readonly Series[] = [
  { key: 'warm', label: 'Warm: a word within 30 days', colour: 'warm' },
  { key: 'cooling', label: 'Cooling: within 90', colour: 'cooling' },
  { key: 'quiet', label: 'Quiet', colour: 'quiet' },
];
const INVITATIONS: readonly Series[] = [
  { key: 'accepted', label: 'Accepted', colour: 'good' },
  { key: 'waiting', label: 'Waiting', colour: 'pending' },
  { key: 'closed', label: 'Declined, taken back or expired', colour: 'past' },
];
const MOMENTS: readonly Series[] = [
  { key: 'used', label: 'Used', colour: 'good' },
  { key: 'open', label: 'Open now', colour: 'pending' },
  { key: 'passed', label: 'Gone by', colour: 'past' },
];
const GROUPS: readonly Series[] = [
  { key: 'connected', label: 'Connected', colour: 'good' },
  { key: 'other', label: 'Not connected', colour: 'past' },
];
const MAP: readonly Series[] = [
  { key: 'warm', label: 'Warm', colour: 'warm' },
  { key: 'cooling', label: 'Cooling', colour: 'cooling' },
  { key: 'quiet', label: 'Quiet', colour: 'quiet' },
  { key: 'none', label: 'Not connected', colour: 'none' },
];

/** The kinds as a reader calls them. */
const KIND_NAMES: Partial<Record<Kind, string>> = {
  'new-job': 'New job',
  project: 'Project finished',
  event: 'Event',
  interest: 'Interest in common',
  feedback: 'Feedback',
  milestone: 'News of theirs',
  reorg: 'Re-organisation',
  departure: 'Departure',
};

/** Every picture of the page, each in its card. */
export function charts(network: Network): string[] {
  return [
    tiesChart(network),
    invitationsChart(network),
    momentsChart(network),
    placesChart(network),
    mapChart(network),
  ];
}

function month(day: string): string {
  return monthOf(day).slice(0, 3);
}

function tiesChart({ tiesByMonth, ties }: Network): string {
  const rows: StackRow[] = tiesByMonth.map(({ day, warm, cooling, quiet }) => ({
    label: month(day),
    values: { warm, cooling, quiet },
  }));
  const lead = `${ties.warm} warm, ${ties.cooling} cooling and ${ties.quiet} quiet today. One word makes any of them warm again.`;
  return figure({
    id: 'ties',
    title: 'How warm the ties are',
    lead,
    series: TIES,
    pictures: [
      columns(`Ties by warmth at the end of each of the last twelve months: ${lead}`, rows, TIES),
    ],
    table: table(
      'Connections by the time since the last contact',
      ['Day', 'Warm', 'Cooling', 'Quiet'],
      tiesByMonth.map(({ day, warm, cooling, quiet }) => [day, warm, cooling, quiet]),
    ),
  });
}

function invitationsChart({ invitations }: Network): string {
  const total = { accepted: 0, waiting: 0, closed: 0 };
  for (const one of invitations) {
    total.accepted += one.accepted;
    total.waiting += one.waiting;
    total.closed += one.closed;
  }
  const sent = total.accepted + total.waiting + total.closed;
  const lead =
    sent === 0
      ? 'None in the last year.'
      : `${count(sent, 'invitation')} in the last year: ${total.accepted} accepted, ${total.waiting} waiting.`;
  const rows = invitations.map(({ month: day, accepted, waiting, closed }) => ({
    label: month(`${day}-01`),
    values: { accepted, waiting, closed },
  }));
  return figure({
    id: 'invitations',
    title: 'Invitations',
    lead,
    series: INVITATIONS,
    pictures:
      sent === 0 ? [] : [columns(`Invitations by month of sending: ${lead}`, rows, INVITATIONS)],
    table: table(
      'Invitations by the month in which they were sent',
      ['Month', 'Accepted', 'Waiting', 'Closed'],
      invitations.map((one) => [one.month, one.accepted, one.waiting, one.closed]),
    ),
  });
}

function momentsChart({ moments }: Network): string {
  const used = moments.reduce((sum, one) => sum + one.used, 0);
  const open = moments.reduce((sum, one) => sum + one.open, 0);
  const lead =
    moments.length === 0
      ? 'None in the last year.'
      : `${used} used and ${open} open. Nobody uses them all: a few that mean something are better than many.`;
  const named = moments.map((one) => ({ ...one, label: KIND_NAMES[one.kind] ?? one.kind }));
  const rows = named.map(({ label, used, open, passed }) => ({
    label,
    values: { used, open, passed },
  }));
  return figure({
    id: 'moments',
    title: 'Good moments of the last year',
    lead,
    series: MOMENTS,
    pictures: moments.length === 0 ? [] : [bars(`Moments by kind: ${lead}`, rows, MOMENTS)],
    table: table(
      'Moments by kind, one for each person',
      ['Moment', 'Used', 'Open now', 'Gone by'],
      named.map((one) => [one.label, one.used, one.open, one.passed]),
    ),
  });
}

function placesChart({ teams, companies }: Network): string {
  const { main } = perspectivesOf(teams, companies);
  const share =
    main === null
      ? ''
      : ` ${Math.round(100 * main.share)} % of the connections whose team is known are in ${main.team}.`;
  const lead = `${count(teams.length, 'team')} and ${count(companies.length, 'company', 'companies')}.${share}`;
  return figure({
    id: 'places',
    title: 'Where people are',
    lead,
    series: GROUPS,
    pictures: [...groupPicture('By team', teams), ...groupPicture('By company', companies)],
    table: groupTable('By team', teams) + groupTable('By company', companies),
  });
}

function groupPicture(title: string, groups: readonly Group[]): string[] {
  if (groups.length === 0) return [];
  const rows = groups.slice(0, DRAWN).map(({ name, total, connected }) => ({
    label: name,
    values: { connected, other: total - connected },
  }));
  const told = groups.length > DRAWN ? `${title}, the largest ${DRAWN}` : title;
  return [`<h3>${told}</h3>`, bars(`People ${told.toLowerCase()}`, rows, GROUPS)];
}

function groupTable(title: string, groups: readonly Group[]): string {
  return table(
    groups.length > LISTED ? `${title}, the largest ${LISTED}` : title,
    ['Name', 'Connected', 'Not connected'],
    groups
      .slice(0, LISTED)
      .map(({ name, total, connected }) => [name, connected, total - connected]),
  );
}

function mapChart({ map: drawn }: Network): string {
  const { people, links } = drawn;
  const names = new Map(people.map(({ id, name }) => [id, name]));
  const withWhom = (id: number) => {
    const best = links
      .filter(({ from, to }) => from === id || to === id)
      .sort((a, b) => b.shared - a.shared)[0];
    if (best === undefined) return '';
    return names.get(best.from === id ? best.to : best.from) ?? '';
  };
  const lead =
    people.length === 0
      ? 'Nothing is logged in the last year.'
      : `The ${count(people.length, 'person', 'people')} with whom you did most in the last year. A line joins two who took part in the same things; a larger dot is more in the log.`;
  const label = `Map of people by what they took part in together. ${lead}`;
  return figure({
    id: 'map',
    title: 'Who works with whom',
    lead,
    series: MAP,
    isWide: true,
    pictures:
      people.length === 0
        ? []
        : [
            map(label, drawn, { width: 800, height: 460, columns: 20 }, 'on-desk'),
            map(label, drawn, { width: 340, height: 700, columns: 15 }, 'on-phone'),
          ],
    table: table(
      'People by what was logged with them in the last year',
      ['Person', 'Team', 'Tie', 'Interactions', 'Most often together with'],
      people.map(({ id, name, team, tie, interactions }) => [
        name,
        team ?? '',
        tie === 'none' ? 'not connected' : tie,
        interactions,
        withWhom(id),
      ]),
    ),
  });
}
