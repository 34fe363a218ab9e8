/** Draws a terminal session as SVG: what the commands really print, with its colours, one command after another. */
import { fileURLToPath } from 'node:url';

export const SESSION = fileURLToPath(new URL('../../docs/session.svg', import.meta.url));

/** One command as typed, and what it printed with its colour codes. */
export interface Shot {
  typed: string;
  printed: string;
}

const COLUMNS = 84;
const CELL = { width: 8.4, height: 19 } as const;
const MARGIN = 18;
/** Before each command, in seconds. */
const PAUSE = 2;

/** SGR codes that `paint` uses, as CSS classes. */
const CLASSES: Readonly<Record<string, string>> = {
  '1': 'b',
  '2': 'd',
  '32': 'g',
  '33': 'y',
  '36': 'c',
};
const ESC = String.fromCharCode(27);

/** The session as one SVG document; what a reader without animation sees is its end. */
export function sessionSvg(shots: readonly Shot[], title: string): string {
  let row = 0;
  const groups = shots.map(({ typed, printed }, at) => {
    const lines = [
      `${ESC}[32m$${ESC}[39m ${ESC}[1m${typed}${ESC}[22m`,
      ...printed.trimEnd().split('\n'),
      '',
    ];
    const drawn = lines.map((line) => {
      row++;
      const y = MARGIN + 22 + row * CELL.height;
      return `<text x="${MARGIN}" y="${y}">${spans(line)}</text>`;
    });
    return `<g class="s" style="animation-delay:${at * PAUSE}s">${drawn.join('\n')}</g>`;
  });
  const width = Math.round(COLUMNS * CELL.width + 2 * MARGIN);
  const height = Math.round(MARGIN * 2 + 12 + row * CELL.height);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" role="img" aria-label="${escaped(title)}">
<title>${escaped(title)}</title>
<style>
text { font: 14px ui-monospace, SFMono-Regular, Menlo, Consolas, "DejaVu Sans Mono", monospace; fill: #d5dae3; white-space: pre; }
.b { font-weight: 700; fill: #ffffff; } .d { fill: #8f99a9; } .g { fill: #87d7a5; } .y { fill: #e8c26a; } .c { fill: #7fc7e8; }
.s { animation: show 0.2s backwards; } @keyframes show { from { opacity: 0; } }
@media (prefers-reduced-motion: reduce) { .s { animation: none; } }
</style>
<rect width="${width}" height="${height}" rx="9" fill="#1b2029"/>
<circle cx="22" cy="20" r="5.5" fill="#ef6a5f"/><circle cx="40" cy="20" r="5.5" fill="#f3be4d"/><circle cx="58" cy="20" r="5.5" fill="#61c554"/>
${groups.join('\n')}
</svg>
`;
}

/** A line with its colour codes as spans. */
function spans(line: string): string {
  let classes: string[] = [];
  return line
    .split(new RegExp(`${ESC}\\[([0-9;]*)m`))
    .map((part, at) => {
      if (at % 2 === 1) {
        for (const code of part.split(';')) {
          const name = CLASSES[code];
          if (name !== undefined) classes.push(name);
          else if (code === '22') classes = classes.filter((one) => one !== 'b' && one !== 'd');
          else if (code === '39') classes = classes.filter((one) => one === 'b' || one === 'd');
          else classes = [];
        }
        return '';
      }
      const text = escaped(part);
      return text === '' || classes.length === 0
        ? text
        : `<tspan class="${classes.join(' ')}">${text}</tspan>`;
    })
    .join('');
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
