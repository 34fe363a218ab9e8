import type { MapLink, MapPerson } from '../../coach/review/facts.ts';
import type { D3 } from './d3.ts';
import { type Box, layOut } from './map-layout.ts';
import { at, clip, columnsOf, esc, picture } from './markup.ts';

/** So many lines at most, the strongest: more would be a ball of wool. */
const LINES = 40;
/** Units a column of a name takes, and how high a line of it is. */
const COLUMN = 6.2;
const LINE = 13;

/** People as dots, larger the more is logged with them, joined where they take part in the same things. */
export function map(
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
