import width from 'fast-string-width';
import { safe } from '../../text/safe.ts';

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Escapes a text for an element or a quoted attribute of HTML or SVG; `safe` is included. */
export function escapeHtml(text: string): string {
  return safe(text).replace(/[&<>"']/g, (one) => ENTITIES[one] ?? one);
}

/** An escaped text in a `<bdi>`, so that right-to-left names don't reorder what is around them. */
export function isolate(text: string): string {
  return `<bdi>${escapeHtml(text)}</bdi>`;
}

/** Cuts a text to a width in columns, with an ellipsis, between graphemes. Doesn't escape it. */
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

/** The width of a text in columns; a Chinese character takes two. */
export function columnsOf(text: string): number {
  return width(text);
}

/** A coordinate for SVG, rounded to one decimal: finer than any screen shows. */
export function coordinate(number: number): string {
  return String(Math.round(number * 10) / 10);
}

/** An HTML table; the first cell of each row is its heading. */
export function table(
  caption: string,
  head: readonly string[],
  rows: ReadonlyArray<ReadonlyArray<string | number>>,
): string {
  const cells = (row: ReadonlyArray<string | number>) =>
    row
      .map((cell, index) =>
        index === 0
          ? `<th scope="row">${isolate(String(cell))}</th>`
          : typeof cell === 'number'
            ? `<td class="number">${cell}</td>`
            : `<td>${isolate(cell)}</td>`,
      )
      .join('');
  return `<table><caption>${escapeHtml(caption)}</caption>
<thead><tr>${head.map((one) => `<th scope="col">${escapeHtml(one)}</th>`).join('')}</tr></thead>
<tbody>${rows.map((row) => `<tr>${cells(row)}</tr>`).join('\n')}</tbody></table>`;
}

/** One series of a chart: its label in the legend and its colour as a CSS class. */
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

/** A card with pictures, one sentence about them, a legend, and the same data as a table. */
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
        `<li><svg class="key" viewBox="0 0 12 12" aria-hidden="true"><rect class="${colour}" x="1" y="1" width="10" height="10" rx="2"/></svg>${escapeHtml(label)}</li>`,
    )
    .join('');
  return `<section class="card${isWide ? ' wide' : ''}" aria-labelledby="${id}">
<h2 id="${id}">${escapeHtml(title)}</h2>
<p>${escapeHtml(lead)}</p>
<ul class="legend" aria-label="Legend">${legend}</ul>
${pictures.join('\n')}
<details><summary>${escapeHtml(title)} as a table</summary>
<div class="scroll" tabindex="0" role="region" aria-label="${escapeHtml(title)}, table">${numbers}</div></details>
</section>`;
}

/** An SVG picture, with a sentence for screen readers as its label. */
export function picture(
  size: { width: number; height: number },
  label: string,
  content: string,
  className = '',
): string {
  return `<svg class="picture ${className}" role="img" viewBox="0 0 ${size.width} ${coordinate(size.height)}" aria-label="${escapeHtml(label)}">${content}</svg>`;
}
