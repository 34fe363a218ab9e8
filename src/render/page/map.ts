import type { MapLink, MapPerson, Network } from '../../coach/review/material.ts';
import { count } from '../../text/count.ts';
import type { D3 } from './d3.ts';
import { at, clip, columnsOf, esc, figure, picture, type Series, table } from './markup.ts';

/** So many lines at most, the strongest: more would be a ball of wool. */
const LINES = 40;
/** Units a column of a name takes, and how high a line of it is. */
const COLUMN = 6.2;
const LINE = 13;

/** People as dots, larger the more is logged with them, joined where they take part in the same things. */
function map(
  d3: D3,
  label: string,
  { people, links }: { people: readonly MapPerson[]; links: readonly MapLink[] },
  size: { width: number; height: number; columns: number },
  className: string,
): string {
  const most = Math.max(1, ...people.map(({ interactions }) => interactions));
  const boxes: Box[] = people.map(({ name, interactions }) => {
    const text = clip(name, size.columns);
    const radius = 4 + 9 * Math.sqrt(interactions / most);
    const width = Math.max(2 * radius, columnsOf(text) * COLUMN) + 10;
    return { text, radius, width, height: 2 * radius + LINE + 6, x: 0, y: 0 };
  });
  const index = new Map(people.map(({ id }, position) => [id, position]));
  const strongest = [...links]
    .sort((a, b) => b.shared - a.shared)
    .slice(0, LINES)
    .flatMap(({ from, to, shared }) => {
      const [source, target] = [index.get(from), index.get(to)];
      return source === undefined || target === undefined ? [] : [{ source, target, shared }];
    });
  layOut(d3, boxes, strongest, size);
  const lines = strongest.map(({ source, target, shared }) => {
    const [a, b] = [boxes[source], boxes[target]];
    if (a === undefined || b === undefined) return '';
    return `<path class="link" stroke-width="${at(Math.min(5, 0.8 + 0.6 * shared))}" d="M${at(a.x)} ${at(dotOf(a))}L${at(b.x)} ${at(dotOf(b))}"/>`;
  });
  const dots = boxes.map((box, position) => {
    const y = dotOf(box);
    return `<circle class="${people[position]?.tie} ring" cx="${at(box.x)}" cy="${at(y)}" r="${at(box.radius)}"/><text class="name halo" x="${at(box.x)}" y="${at(y + box.radius + LINE - 2)}" text-anchor="middle">${esc(box.text)}</text>`;
  });
  return picture(size, label, [...lines, ...dots].join(''), className);
}

/** The height of a dot: above its name, and both in the middle of the box. */
function dotOf({ y, height, radius }: Box): number {
  return y - height / 2 + radius + 3;
}

/** A dot with its name below, around its middle. */
export interface Box {
  text: string;
  radius: number;
  width: number;
  height: number;
  x: number;
  y: number;
}

/** Rounds of the simulation, after which it has cooled down: d3-force's own default. */
const ROUNDS = 300;
/** How finely a free place is looked for. */
const STEP = 6;

/** Sets the place of each box: linked ones near each other, none over another, all inside. The same for the same input. */
export function layOut(
  { forceLink, forceManyBody, forceSimulation, forceX, forceY }: D3,
  boxes: Box[],
  links: ReadonlyArray<{ source: number; target: number; shared: number }>,
  { width, height }: { width: number; height: number },
): void {
  const nodes = boxes.map(() => ({}) as { x: number; y: number });
  forceSimulation(nodes)
    .force('charge', forceManyBody().strength(-160))
    .force(
      'link',
      forceLink(links.map(({ source, target }) => ({ source, target })))
        .distance(70)
        .strength(0.25),
    )
    .force('x', forceX(0).strength(0.06 * Math.max(1, height / width)))
    .force('y', forceY(0).strength(0.06 * Math.max(1, width / height)))
    .stop()
    .tick(ROUNDS);
  const [x, y] = [spread(nodes.map((one) => one.x)), spread(nodes.map((one) => one.y))];
  boxes.forEach((box, index) => {
    box.x = width * (x[index] ?? 0.5);
    box.y = height * (y[index] ?? 0.5);
  });
  const placed: Box[] = [];
  for (const box of boxes) {
    Object.assign(box, nearestFree(box, placed, width, height));
    placed.push(box);
  }
}

/** Numbers as shares of their range, a little in from its ends. */
function spread(values: readonly number[]): number[] {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  return values.map((value) => (high === low ? 0.5 : 0.06 + (0.88 * (value - low)) / (high - low)));
}

/** The place inside that is nearest to where a box would be and under no other; where none is free, its own. */
function nearestFree(
  box: Box,
  others: readonly Box[],
  width: number,
  height: number,
): { x: number; y: number } {
  const [halfWidth, halfHeight] = [box.width / 2, box.height / 2];
  const inside = (place: number, half: number, size: number) =>
    Math.min(size - half, Math.max(half, place));
  const own = { x: inside(box.x, halfWidth, width), y: inside(box.y, halfHeight, height) };
  const places = [own];
  for (let x = halfWidth; x <= width - halfWidth; x += STEP)
    for (let y = halfHeight; y <= height - halfHeight; y += STEP) places.push({ x, y });
  const away = ({ x, y }: { x: number; y: number }) => (x - own.x) ** 2 + (y - own.y) ** 2;
  const free = places.filter((place) =>
    others.every(
      (other) =>
        Math.abs(place.x - other.x) >= (box.width + other.width) / 2 ||
        Math.abs(place.y - other.y) >= (box.height + other.height) / 2,
    ),
  );
  return free.reduce((best, place) => (away(place) < away(best) ? place : best), free[0] ?? own);
}

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
