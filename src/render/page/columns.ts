import type { D3 } from './d3.ts';
import { at, esc, picture, type Series, type StackRow } from './markup.ts';

/** In the units of the picture; a phone shows one about as wide, a desk screen a little wider. */
const SIZE = { width: 380, height: 220 };
const MARGIN = { left: 38, right: 4, top: 8, bottom: 24 };

/** Stacked columns, the first series at the bottom: one column a row. */
export function columns(
  { scaleBand, scaleLinear, stack }: D3,
  label: string,
  rows: readonly StackRow[],
  series: readonly Series[],
): string {
  const keys = series.map(({ key }) => key);
  const layers = stack<StackRow>()
    .keys(keys)
    .value(({ values }, key) => values[key] ?? 0)(rows);
  const most = Math.max(1, ...layers.flat().map(([, end]) => end));
  const x = scaleBand<number>()
    .domain(rows.map((_, index) => index))
    .range([MARGIN.left, SIZE.width - MARGIN.right])
    .padding(0.25);
  const y = scaleLinear()
    .domain([0, most])
    .nice(4)
    .range([SIZE.height - MARGIN.bottom, MARGIN.top]);
  const grid = y
    .ticks(4)
    .filter(Number.isInteger)
    .map(
      (tick) =>
        `<path class="grid" d="M${MARGIN.left} ${at(y(tick))}H${SIZE.width - MARGIN.right}"/>` +
        `<text x="${MARGIN.left - 6}" y="${at(y(tick) + 4)}" text-anchor="end">${tick}</text>`,
    );
  const bars = layers.flatMap((layer, depth) =>
    layer.flatMap(([start, end], index) => {
      if (end === start) return [];
      const top = y(end);
      // A hair of background between two layers keeps them apart without colour.
      const height = Math.max(0.5, y(start) - top - (start > 0 ? 1 : 0));
      return `<rect class="${series[depth]?.colour}" x="${at(x(index) ?? 0)}" y="${at(top)}" width="${at(x.bandwidth())}" height="${at(height)}"/>`;
    }),
  );
  const names = rows.map(
    (row, index) =>
      `<text x="${at((x(index) ?? 0) + x.bandwidth() / 2)}" y="${SIZE.height - 8}" text-anchor="middle">${esc(row.label)}</text>`,
  );
  return picture(SIZE, label, [...grid, ...bars, ...names].join(''));
}
