import type { Group, Network } from '../../coach/review/facts.ts';
import { perspectivesOf } from '../../coach/review/perspectives.ts';
import { count } from '../../text/count.ts';
import { bars } from './bars.ts';
import type { D3 } from './d3.ts';
import { figure, type Series, table } from './markup.ts';

/** So many teams and companies are drawn; the table lists more. */
const DRAWN = 8;
const LISTED = 50;

const GROUPS: readonly Series[] = [
  { key: 'connected', label: 'Connected', colour: 'good' },
  { key: 'other', label: 'Not connected', colour: 'past' },
];
/** Which teams and companies people come from. */
export function placesChart({ teams, companies }: Network, d3: D3): string {
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
    pictures: [...groupPicture(d3, 'By team', teams), ...groupPicture(d3, 'By company', companies)],
    table: groupTable('By team', teams) + groupTable('By company', companies),
  });
}

function groupPicture(d3: D3, title: string, groups: readonly Group[]): string[] {
  if (groups.length === 0) return [];
  const rows = groups.slice(0, DRAWN).map(({ name, total, connected }) => ({
    label: name,
    values: { connected, other: total - connected },
  }));
  const told = groups.length > DRAWN ? `${title}, the largest ${DRAWN}` : title;
  return [`<h3>${told}</h3>`, bars(d3, `People ${told.toLowerCase()}`, rows, GROUPS)];
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
