import type { MapLink, MapPerson, Pictures } from '../../coach/review/material.ts';
import { count } from '../../text/count.ts';
import type { D3 } from './d3.ts';
import {
  clip,
  columnsOf,
  coordinate,
  escapeHtml,
  figure,
  picture,
  type Series,
  table,
} from './markup.ts';

/** How many links are drawn, strongest first; more would be unreadable. */
const MAX_LINKS = 40;
/** Size of a name in SVG units: the width of one column and the height of a line. */
const COLUMN_WIDTH = 6.2;
const LINE_HEIGHT = 13;

function drawMap(
  d3: D3,
  label: string,
  { people, links }: { people: readonly MapPerson[]; links: readonly MapLink[] },
  size: { width: number; height: number; columns: number },
  className: string,
): string {
  const maxInteractions = Math.max(1, ...people.map(({ interactions }) => interactions));
  const boxes: Box[] = people.map(({ name, interactions }) => {
    const text = clip(name, size.columns);
    const radius = 4 + 9 * Math.sqrt(interactions / maxInteractions);
    const width = Math.max(2 * radius, columnsOf(text) * COLUMN_WIDTH) + 10;
    return { text, radius, width, height: 2 * radius + LINE_HEIGHT + 6, x: 0, y: 0 };
  });
  const index = new Map(people.map(({ id }, position) => [id, position]));
  const strongest = [...links]
    .sort((a, b) => b.shared - a.shared)
    .slice(0, MAX_LINKS)
    .flatMap(({ from, to, shared }) => {
      const [source, target] = [index.get(from), index.get(to)];
      return source === undefined || target === undefined ? [] : [{ source, target, shared }];
    });
  layOut(d3, boxes, strongest, size);
  const lines = strongest.map(({ source, target, shared }) => {
    const [a, b] = [boxes[source], boxes[target]];
    if (a === undefined || b === undefined) return '';
    return `<path class="link" stroke-width="${coordinate(Math.min(5, 0.8 + 0.6 * shared))}" d="M${coordinate(a.x)} ${coordinate(dotY(a))}L${coordinate(b.x)} ${coordinate(dotY(b))}"/>`;
  });
  const dots = boxes.map((box, position) => {
    const y = dotY(box);
    return `<circle class="${people[position]?.tie} ring" cx="${coordinate(box.x)}" cy="${coordinate(y)}" r="${coordinate(box.radius)}"/><text class="name halo" x="${coordinate(box.x)}" y="${coordinate(y + box.radius + LINE_HEIGHT - 2)}" text-anchor="middle">${escapeHtml(box.text)}</text>`;
  });
  return picture(size, label, [...lines, ...dots].join(''), className);
}

/** The y of a dot's centre. */
function dotY({ y, height, radius }: Box): number {
  return y - height / 2 + radius + 3;
}

/** A dot with its name below. `x` and `y` are the centre, all sizes in SVG units. */
export interface Box {
  text: string;
  radius: number;
  width: number;
  height: number;
  x: number;
  y: number;
}

/** d3-force's default. */
const TICKS = 300;
const GRID_STEP = 6;

/** Places each box inside, near linked ones, without overlap if there is room. Deterministic. */
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
    .tick(TICKS);
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

/** Scales numbers to the range 0.06 to 0.94, which keeps boxes off the edges. */
function spread(values: readonly number[]): number[] {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  return values.map((value) => (high === low ? 0.5 : 0.06 + (0.88 * (value - low)) / (high - low)));
}

/** Falls back to the box's own place, inside the picture. */
function nearestFree(
  box: Box,
  others: readonly Box[],
  width: number,
  height: number,
): { x: number; y: number } {
  const [halfWidth, halfHeight] = [box.width / 2, box.height / 2];
  const clamp = (position: number, half: number, size: number) =>
    Math.min(size - half, Math.max(half, position));
  const preferred = { x: clamp(box.x, halfWidth, width), y: clamp(box.y, halfHeight, height) };
  const places = [preferred];
  for (let x = halfWidth; x <= width - halfWidth; x += GRID_STEP)
    for (let y = halfHeight; y <= height - halfHeight; y += GRID_STEP) places.push({ x, y });
  const squaredDistance = ({ x, y }: { x: number; y: number }) =>
    (x - preferred.x) ** 2 + (y - preferred.y) ** 2;
  const free = places.filter((position) =>
    others.every(
      (other) =>
        Math.abs(position.x - other.x) >= (box.width + other.width) / 2 ||
        Math.abs(position.y - other.y) >= (box.height + other.height) / 2,
    ),
  );
  return free.reduce(
    (best, position) => (squaredDistance(position) < squaredDistance(best) ? position : best),
    free[0] ?? preferred,
  );
}

const MAP_SERIES: readonly Series[] = [
  { key: 'warm', label: 'Warm', colour: 'warm' },
  { key: 'cooling', label: 'Cooling', colour: 'cooling' },
  { key: 'quiet', label: 'Quiet', colour: 'quiet' },
  { key: 'none', label: 'Not connected', colour: 'none' },
];

/** The card with the map, drawn wide for a desk and tall for a phone; the style sheet shows one. */
export function mapChart({ map: graph }: Pictures, d3: D3): string {
  const { people, links } = graph;
  const names = new Map(people.map(({ id, name }) => [id, name]));
  const mostOftenWith = (id: number) => {
    const best = links
      .filter(({ from, to }) => from === id || to === id)
      .sort((a, b) => b.shared - a.shared)[0];
    if (best === undefined) return '';
    return names.get(best.from === id ? best.to : best.from) ?? '';
  };
  const lead =
    people.length === 0
      ? "You've logged nothing in the last year."
      : `The ${count(people.length, 'person', 'people')} you did the most with in the last year. A line joins two people who took part in the same things; a larger dot means more log entries.`;
  const label = `Map of people by what they took part in together. ${lead}`;
  return figure({
    id: 'map',
    title: 'Who worked together',
    lead,
    series: MAP_SERIES,
    isWide: true,
    pictures:
      people.length === 0
        ? []
        : [
            drawMap(d3, label, graph, { width: 800, height: 460, columns: 20 }, 'on-desk'),
            drawMap(d3, label, graph, { width: 340, height: 700, columns: 15 }, 'on-phone'),
          ],
    table: table(
      'People by what was logged with them in the last year',
      ['Person', 'Team', 'Tie', 'Interactions', 'Most often together with'],
      people.map(({ id, name, team, tie, interactions }) => [
        name,
        team ?? '',
        tie === 'none' ? 'not connected' : tie,
        interactions,
        mostOftenWith(id),
      ]),
    ),
  });
}
