import type { Group, Network, Pictures } from '../../coach/review/material.ts';
import { perspectivesOf } from '../../coach/review/perspectives.ts';
import { COOLING_DAYS, WARM_DAYS } from '../../coach/review/warmth.ts';
import type { Kind } from '../../model.ts';
import { count } from '../../text/count.ts';
import { monthName } from '../../text/days.ts';
import type { D3 } from './d3.ts';
import { mapChart } from './map.ts';
import {
  clip,
  coordinate,
  escapeHtml,
  figure,
  picture,
  type Series,
  type StackRow,
  table,
} from './markup.ts';

const TIE_SERIES: readonly Series[] = [
  { key: 'warm', label: `Warm: in touch within ${WARM_DAYS} days`, colour: 'warm' },
  { key: 'cooling', label: `Cooling: within ${COOLING_DAYS}`, colour: 'cooling' },
  { key: 'quiet', label: 'Quiet', colour: 'quiet' },
];
const INVITATION_SERIES: readonly Series[] = [
  { key: 'accepted', label: 'Accepted', colour: 'good' },
  { key: 'waiting', label: 'Waiting', colour: 'pending' },
  { key: 'closed', label: 'Declined, withdrawn or expired', colour: 'past' },
];
const MOMENT_SERIES: readonly Series[] = [
  { key: 'used', label: 'Used', colour: 'good' },
  { key: 'open', label: 'Open now', colour: 'pending' },
  { key: 'passed', label: 'Gone by', colour: 'past' },
];
const KIND_NAMES: Partial<Record<Kind, string>> = {
  'new-job': 'New job',
  project: 'Project finished',
  event: 'Event',
  interest: 'Interest in common',
  feedback: 'Feedback',
  milestone: 'Their news',
  reorg: 'Re-organisation',
  departure: 'Departure',
};

/** All charts of the page as cards of HTML. */
export function charts(network: Network & Pictures, d3: D3): string[] {
  return [
    tiesChart(network, d3),
    invitationsChart(network, d3),
    momentsChart(network, d3),
    placesChart(network, d3),
    mapChart(network, d3),
  ];
}

function shortMonth(day: string): string {
  return monthName(day).slice(0, 3);
}

function tiesChart({ tiesByMonth, ties }: Network & Pictures, d3: D3): string {
  const rows: StackRow[] = tiesByMonth.map(({ day, warm, cooling, quiet }) => ({
    label: shortMonth(day),
    values: { warm, cooling, quiet },
  }));
  const lead = `${ties.warm} warm, ${ties.cooling} cooling and ${ties.quiet} quiet today. A short message makes any of them warm again.`;
  return figure({
    id: 'ties',
    title: 'How warm your ties are',
    lead,
    series: TIE_SERIES,
    pictures: [
      columns(
        d3,
        `Ties by warmth at the end of each of the last twelve months: ${lead}`,
        rows,
        TIE_SERIES,
      ),
    ],
    table: table(
      'Connections by time since the last contact',
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
    label: shortMonth(`${day}-01`),
    values: { accepted, waiting, closed },
  }));
  return figure({
    id: 'invitations',
    title: 'Invitations',
    lead,
    series: INVITATION_SERIES,
    pictures:
      sent === 0
        ? []
        : [columns(d3, `Invitations by month of sending: ${lead}`, rows, INVITATION_SERIES)],
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
      : `${used} used and ${open} open. No one uses them all: a few that mean something are better than many.`;
  const named = moments.map((one) => ({ ...one, label: KIND_NAMES[one.kind] ?? one.kind }));
  const rows = named.map(({ label, used, open, passed }) => ({
    label,
    values: { used, open, passed },
  }));
  return figure({
    id: 'moments',
    title: 'Good moments of the last year',
    lead,
    series: MOMENT_SERIES,
    pictures:
      moments.length === 0 ? [] : [bars(d3, `Moments by kind: ${lead}`, rows, MOMENT_SERIES)],
    table: table(
      'Moments by kind, one for each person',
      ['Moment', 'Used', 'Open now', 'Gone by'],
      named.map((one) => [one.label, one.used, one.open, one.passed]),
    ),
  });
}

/** Sizes in SVG units: the picture, the space for a sum at its right, a row, and a bar. */
const BARS_WIDTH = 380;
const SUM_WIDTH = 48;
const ROW_HEIGHT = 38;
const BAR_HEIGHT = 14;
const NAME_COLUMNS = 46;

/** Horizontal stacked bars. */
function bars(
  { scaleLinear, stack }: D3,
  label: string,
  rows: readonly StackRow[],
  series: readonly Series[],
): string {
  const layers = stack<StackRow>()
    .keys(series.map(({ key }) => key))
    .value(({ values }, key) => values[key] ?? 0)(rows);
  const sums = rows.map(({ values }) =>
    series.reduce((sum, { key }) => sum + (values[key] ?? 0), 0),
  );
  const x = scaleLinear()
    .domain([0, Math.max(1, ...sums)])
    .range([0, BARS_WIDTH - SUM_WIDTH]);
  const drawn = rows.map((row, index) => {
    const top = index * ROW_HEIGHT + 18;
    const parts = layers.map((layer, depth) => {
      const [start, end] = layer[index] ?? [0, 0];
      if (start === end) return '';
      const gap = start > 0 ? 1 : 0;
      const width = Math.max(0.5, x(end) - x(start) - gap);
      return `<rect class="${series[depth]?.colour}" x="${coordinate(x(start) + gap)}" y="${top}" width="${coordinate(width)}" height="${BAR_HEIGHT}"/>`;
    });
    const sum = sums[index] ?? 0;
    return `<text class="name" x="0" y="${top - 5}">${escapeHtml(clip(row.label, NAME_COLUMNS))}</text>${parts.join('')}<text x="${coordinate(x(sum) + 6)}" y="${top + BAR_HEIGHT - 2}">${sum}</text>`;
  });
  return picture({ width: BARS_WIDTH, height: rows.length * ROW_HEIGHT }, label, drawn.join(''));
}

/** In SVG units: about the pixels of a phone's screen. */
const COLUMNS_SIZE = { width: 380, height: 220 };
const COLUMNS_MARGIN = { left: 38, right: 4, top: 8, bottom: 24 };

/** Vertical stacked bars, the first series at the bottom. */
function columns(
  { scaleBand, scaleLinear, stack }: D3,
  label: string,
  rows: readonly StackRow[],
  series: readonly Series[],
): string {
  const keys = series.map(({ key }) => key);
  const layers = stack<StackRow>()
    .keys(keys)
    .value(({ values }, key) => values[key] ?? 0)(rows);
  const highest = Math.max(1, ...layers.flat().map(([, end]) => end));
  const x = scaleBand<number>()
    .domain(rows.map((_, index) => index))
    .range([COLUMNS_MARGIN.left, COLUMNS_SIZE.width - COLUMNS_MARGIN.right])
    .padding(0.25);
  const y = scaleLinear()
    .domain([0, highest])
    .nice(4)
    .range([COLUMNS_SIZE.height - COLUMNS_MARGIN.bottom, COLUMNS_MARGIN.top]);
  const grid = y
    .ticks(4)
    .filter(Number.isInteger)
    .map(
      (tick) =>
        `<path class="grid" d="M${COLUMNS_MARGIN.left} ${coordinate(y(tick))}H${COLUMNS_SIZE.width - COLUMNS_MARGIN.right}"/>` +
        `<text x="${COLUMNS_MARGIN.left - 6}" y="${coordinate(y(tick) + 4)}" text-anchor="end">${tick}</text>`,
    );
  const bars = layers.flatMap((layer, depth) =>
    layer.flatMap(([start, end], index) => {
      if (end === start) return [];
      const top = y(end);
      // One unit of background between layers separates them without colour.
      const height = Math.max(0.5, y(start) - top - (start > 0 ? 1 : 0));
      return `<rect class="${series[depth]?.colour}" x="${coordinate(x(index) ?? 0)}" y="${coordinate(top)}" width="${coordinate(x.bandwidth())}" height="${coordinate(height)}"/>`;
    }),
  );
  const names = rows.map(
    (row, index) =>
      `<text x="${coordinate((x(index) ?? 0) + x.bandwidth() / 2)}" y="${COLUMNS_SIZE.height - 8}" text-anchor="middle">${escapeHtml(row.label)}</text>`,
  );
  return picture(COLUMNS_SIZE, label, [...grid, ...bars, ...names].join(''));
}

const MAX_DRAWN = 8;
const MAX_LISTED = 50;

const GROUP_SERIES: readonly Series[] = [
  { key: 'connected', label: 'Connected', colour: 'good' },
  { key: 'other', label: 'Not connected', colour: 'past' },
];

function placesChart({ teams, companies }: Network, d3: D3): string {
  const { main } = perspectivesOf(teams, companies);
  const share =
    main === null
      ? ''
      : ` ${Math.round(100 * main.share)}% of the connections whose team is known are in ${main.team}.`;
  const lead = `${count(teams.length, 'team')} and ${count(companies.length, 'company', 'companies')}.${share}`;
  return figure({
    id: 'places',
    title: 'Where people are',
    lead,
    series: GROUP_SERIES,
    pictures: [...groupPicture(d3, 'By team', teams), ...groupPicture(d3, 'By company', companies)],
    table: groupTable('By team', teams) + groupTable('By company', companies),
  });
}

function groupPicture(d3: D3, title: string, groups: readonly Group[]): string[] {
  if (groups.length === 0) return [];
  const rows = groups.slice(0, MAX_DRAWN).map(({ name, total, connected }) => ({
    label: name,
    values: { connected, other: total - connected },
  }));
  const heading = groups.length > MAX_DRAWN ? `${title}, the largest ${MAX_DRAWN}` : title;
  return [`<h3>${heading}</h3>`, bars(d3, `People ${heading.toLowerCase()}`, rows, GROUP_SERIES)];
}

function groupTable(title: string, groups: readonly Group[]): string {
  return table(
    groups.length > MAX_LISTED ? `${title}, the largest ${MAX_LISTED}` : title,
    ['Name', 'Connected', 'Not connected'],
    groups
      .slice(0, MAX_LISTED)
      .map(({ name, total, connected }) => [name, connected, total - connected]),
  );
}
