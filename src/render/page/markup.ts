import width from 'fast-string-width';
import { safe } from '../../text/safe.ts';

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text as it stands in HTML or SVG, in an element or between quotes: nothing in it is markup or acts on the line. */
export function esc(text: string): string {
  return safe(text).replace(/[&<>"']/g, (one) => ENTITIES[one] ?? one);
}

/** A name that keeps its own direction whatever stands around it. */
export function name(text: string): string {
  return `<bdi>${esc(text)}</bdi>`;
}

/** Text cut to so many columns, with an ellipsis, never inside a character; not escaped. */
export function clip(text: string, columns: number): string {
  const whole = safe(text);
  if (width(whole) <= columns) return whole;
  let short = '';
  for (const { segment } of new Intl.Segmenter().segment(whole)) {
    if (width(short + segment) > columns - 1) break;
    short += segment;
  }
  return `${short.trimEnd()}…`;
}

/** Columns that a text takes: a Chinese character takes two. */
export function columnsOf(text: string): number {
  return width(text);
}

/** A coordinate: one decimal is finer than any screen shows. */
export function at(number: number): string {
  return String(Math.round(number * 10) / 10);
}

/** A table with a caption; the first cell of each row is its heading. */
export function table(
  caption: string,
  head: readonly string[],
  rows: ReadonlyArray<ReadonlyArray<string | number>>,
): string {
  const cells = (row: ReadonlyArray<string | number>) =>
    row
      .map((cell, index) =>
        index === 0
          ? `<th scope="row">${name(String(cell))}</th>`
          : typeof cell === 'number'
            ? `<td class="number">${cell}</td>`
            : `<td>${name(cell)}</td>`,
      )
      .join('');
  return `<table><caption>${esc(caption)}</caption>
<thead><tr>${head.map((one) => `<th scope="col">${esc(one)}</th>`).join('')}</tr></thead>
<tbody>${rows.map((row) => `<tr>${cells(row)}</tr>`).join('\n')}</tbody></table>`;
}

/** One kind of thing that a chart counts: its name in the legend, and the class that colours it. */
export interface Series {
  key: string;
  label: string;
  colour: string;
}

/** One row or column of a stacked chart. */
export interface StackRow {
  label: string;
  values: Readonly<Record<string, number>>;
}

/** A card with a picture, what it shows in a sentence, its legend, and the same as a table. */
export function figure(options: {
  id: string;
  title: string;
  lead: string;
  series: readonly Series[];
  pictures: readonly string[];
  table: string;
  isWide?: boolean;
}): string {
  const { id, title, lead, series, pictures, table: numbers, isWide } = options;
  const legend = series
    .map(
      ({ label, colour }) =>
        `<li><svg class="key" viewBox="0 0 12 12" aria-hidden="true"><rect class="${colour}" x="1" y="1" width="10" height="10" rx="2"/></svg>${esc(label)}</li>`,
    )
    .join('');
  return `<section class="card${isWide ? ' wide' : ''}" aria-labelledby="${id}">
<h2 id="${id}">${esc(title)}</h2>
<p>${esc(lead)}</p>
<ul class="legend" aria-label="Legend">${legend}</ul>
${pictures.join('\n')}
<details><summary>${esc(title)} as a table</summary>
<div class="scroll" tabindex="0" role="region" aria-label="${esc(title)}, table">${numbers}</div></details>
</section>`;
}

/** A picture that a screen reader tells in one sentence. */
export function picture(
  size: { width: number; height: number },
  label: string,
  content: string,
  className = '',
): string {
  return `<svg class="picture ${className}" role="img" viewBox="0 0 ${size.width} ${at(size.height)}" aria-label="${esc(label)}">${content}</svg>`;
}
