import type { D3 } from './d3.ts';

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
