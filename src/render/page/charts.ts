import type { Network } from '../../coach/review/facts.ts';
import { COOLING, WARM } from '../../coach/review/ties.ts';
import type { Kind } from '../../model.ts';
import { count } from '../../text/count.ts';
import { monthOf } from '../../text/days.ts';
import { bars } from './bars.ts';
import { columns } from './columns.ts';
import type { D3 } from './d3.ts';
import { mapChart } from './map-chart.ts';
import { figure, type Series, type StackRow, table } from './markup.ts';
import { placesChart } from './places-chart.ts';

const TIES: readonly Series[] = [
  { key: 'warm', label: `Warm: a word within ${WARM} days`, colour: 'warm' },
  { key: 'cooling', label: `Cooling: within ${COOLING}`, colour: 'cooling' },
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
export function charts(network: Network, d3: D3): string[] {
  return [
    tiesChart(network, d3),
    invitationsChart(network, d3),
    momentsChart(network, d3),
    placesChart(network, d3),
    mapChart(network, d3),
  ];
}

function month(day: string): string {
  return monthOf(day).slice(0, 3);
}

function tiesChart({ tiesByMonth, ties }: Network, d3: D3): string {
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
      columns(
        d3,
        `Ties by warmth at the end of each of the last twelve months: ${lead}`,
        rows,
        TIES,
      ),
    ],
    table: table(
      'Connections by the time since the last contact',
      ['Day', 'Warm', 'Cooling', 'Quiet'],
      tiesByMonth.map(({ day, warm, cooling, quiet }) => [day, warm, cooling, quiet]),
    ),
  });
}

function invitationsChart({ invitations }: Network, d3: D3): string {
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
      sent === 0
        ? []
        : [columns(d3, `Invitations by month of sending: ${lead}`, rows, INVITATIONS)],
    table: table(
      'Invitations by the month in which they were sent',
      ['Month', 'Accepted', 'Waiting', 'Closed'],
      invitations.map((one) => [one.month, one.accepted, one.waiting, one.closed]),
    ),
  });
}

function momentsChart({ moments }: Network, d3: D3): string {
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
    pictures: moments.length === 0 ? [] : [bars(d3, `Moments by kind: ${lead}`, rows, MOMENTS)],
    table: table(
      'Moments by kind, one for each person',
      ['Moment', 'Used', 'Open now', 'Gone by'],
      named.map((one) => [one.label, one.used, one.open, one.passed]),
    ),
  });
}
