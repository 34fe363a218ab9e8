import type { Network } from '../../coach/review/facts.ts';
import { count } from '../../text/count.ts';
import type { D3 } from './d3.ts';
import { map } from './map.ts';
import { figure, type Series, table } from './markup.ts';

const MAP: readonly Series[] = [
  { key: 'warm', label: 'Warm', colour: 'warm' },
  { key: 'cooling', label: 'Cooling', colour: 'cooling' },
  { key: 'quiet', label: 'Quiet', colour: 'quiet' },
  { key: 'none', label: 'Not connected', colour: 'none' },
];

/** The people with whom most is logged, twice: wide for a desk and tall for a phone; a style sheet shows one. */
export function mapChart({ map: drawn }: Network, d3: D3): string {
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
            map(d3, label, drawn, { width: 800, height: 460, columns: 20 }, 'on-desk'),
            map(d3, label, drawn, { width: 340, height: 700, columns: 15 }, 'on-phone'),
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
