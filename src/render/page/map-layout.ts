import { forceLink, forceManyBody, forceSimulation, forceX, forceY } from 'd3-force';

/** A dot with its name below, around its middle. */
export interface Box {
  text: string;
  radius: number;
  width: number;
  height: number;
  x: number;
  y: number;
}

/** Rounds of the simulation, after which it has cooled down (d3-force's own default), and of making room. */
const ROUNDS = 300;
const ROOM = 400;

/** Sets the place of each box: linked ones near each other, none over another, all inside. The same for the same input. */
export function layOut(
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
  for (let round = 0; round < ROOM && makeRoom(boxes, width, height); round++);
}

/** Numbers as shares of their range, a little in from its ends. */
function spread(values: readonly number[]): number[] {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  return values.map((value) => (high === low ? 0.5 : 0.06 + (0.88 * (value - low)) / (high - low)));
}

/** Pushes apart each two boxes that overlap, the shorter way, and back in what left. Says whether any did. */
function makeRoom(boxes: readonly Box[], width: number, height: number): boolean {
  let isMoved = false;
  boxes.forEach((a, index) => {
    for (const b of boxes.slice(index + 1)) {
      const x = (a.width + b.width) / 2 - Math.abs(a.x - b.x);
      const y = (a.height + b.height) / 2 - Math.abs(a.y - b.y);
      if (x <= 0 || y <= 0) continue;
      isMoved = true;
      const axis = x < y ? 'x' : 'y';
      const step = (Math.min(x, y) / 2 + 0.1) * (a[axis] < b[axis] ? -1 : 1);
      a[axis] += step;
      b[axis] -= step;
    }
    a.x = Math.min(width - a.width / 2, Math.max(a.width / 2, a.x));
    a.y = Math.min(height - a.height / 2, Math.max(a.height / 2, a.y));
  });
  return isMoved;
}
