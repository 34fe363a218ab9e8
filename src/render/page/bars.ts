import type { D3 } from './d3.ts';
import { at, clip, esc, picture, type Series, type StackRow } from './markup.ts';

const WIDTH = 380;
/** Room at the right for the number. */
const NUMBER = 48;
/** The name above each bar, and the bar. */
const ROW = 38;
const BAR = 14;
/** Columns of a name that fit above a bar. */
const NAME = 46;

/** Stacked bars under one another, each with its name above it and its sum behind it. */
export function bars(
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
    .range([0, WIDTH - NUMBER]);
  const drawn = rows.map((row, index) => {
    const top = index * ROW + 18;
    const parts = layers.map((layer, depth) => {
      const [start, end] = layer[index] ?? [0, 0];
      if (start === end) return '';
      const gap = start > 0 ? 1 : 0;
      const width = Math.max(0.5, x(end) - x(start) - gap);
      return `<rect class="${series[depth]?.colour}" x="${at(x(start) + gap)}" y="${top}" width="${at(width)}" height="${BAR}"/>`;
    });
    const sum = sums[index] ?? 0;
    return `<text class="name" x="0" y="${top - 5}">${esc(clip(row.label, NAME))}</text>${parts.join('')}<text x="${at(x(sum) + 6)}" y="${top + BAR - 2}">${sum}</text>`;
  });
  return picture({ width: WIDTH, height: rows.length * ROW }, label, drawn.join(''));
}
