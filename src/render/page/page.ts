import { createHash } from 'node:crypto';
import type { Network, Pictures } from '../../coach/review/material.ts';
import { count } from '../../text/count.ts';
import { monthName, weekdayName } from '../../text/days.ts';
import type { ShownReview } from '../review.ts';
import { charts } from './charts.ts';
import { loadD3 } from './d3.ts';
import { escapeHtml, isolate } from './markup.ts';
import { STYLE } from './style.ts';

const GENERATOR = '<meta name="generator" content="netcoach">';

/** Whether a page is a review of ours, by its beginning. */
export function isReviewPage(head: string): boolean {
  return head.startsWith('<!doctype html>') && head.includes(GENERATOR);
}

/**
 * The review as one self-contained HTML page. Its content security policy forbids scripts and
 * anything loaded.
 */
export async function reviewPage(
  review: ShownReview,
  network: Network & Pictures,
): Promise<string> {
  const { date } = review;
  const day = `${weekdayName(date)} ${Number(date.slice(8))} ${monthName(date)} ${Number(date.slice(0, 4))}`;
  const style = createHash('sha256').update(STYLE).digest('base64');
  const policy = `default-src 'none'; style-src 'sha256-${style}'; base-uri 'none'; form-action 'none'`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
${GENERATOR}
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex">
<title>Your network on ${day}</title>
<style>${STYLE}</style>
</head>
<body>
<header><h1>Your network</h1><p><time datetime="${date}">${day}</time></p>
${summary(review)}
</header>
<main>
${[actionList(review), goalList(review), ...charts(network, await loadD3())].filter((one) => one !== '').join('\n')}
</main>
${footer(network)}
</body>
</html>
`;
}

function summary({ people, ties }: ShownReview): string {
  const numbers: Array<[string, number]> = [
    ['known', people.total],
    ['connected', people.byStatus.connected],
    ['invited', people.byStatus.invited],
    ['warm', ties.warm],
    ['cooling', ties.cooling],
    ['quiet', ties.quiet],
  ];
  const items = numbers.map(([label, number]) => `<div><dt>${label}</dt><dd>${number}</dd></div>`);
  return `<dl class="summary">${items.join('')}</dl>`;
}

function actionList({ actions }: ShownReview): string {
  const items = actions.map(
    ({ what, why, command }) =>
      `<li><p class="what">${escapeHtml(what)}</p><p>${escapeHtml(why)}.</p><p><code>${escapeHtml(command)}</code></p></li>`,
  );
  const list =
    items.length === 0
      ? '<p>Nothing to do: your network is in good shape.</p>'
      : `<ol class="actions">${items.join('\n')}</ol>`;
  return `<section class="card wide" aria-labelledby="actions"><h2 id="actions">What to do, best first</h2>${list}</section>`;
}

function goalList({ goals }: ShownReview): string {
  if (goals.length === 0) return '';
  const items = goals.map(({ goal, total, connected, people }) => {
    const rows = people.map(
      ({ name: who, connected: isConnected, because }) =>
        `<li>${isolate(who)} <span class="soft">${isolate(because)}${isConnected ? ', connected' : ''}</span></li>`,
    );
    const sum =
      total === 0
        ? 'No one in your log could help with it yet.'
        : `${count(total, 'person', 'people')} could help, ${connected} connected.`;
    return `<div><h3>${isolate(goal)}</h3><p>${sum}</p>${rows.length === 0 ? '' : `<ul>${rows.join('')}</ul>`}</div>`;
  });
  return `<section class="card wide" aria-labelledby="goals"><h2 id="goals">Goals</h2><div class="goals">${items.join('\n')}</div></section>`;
}

function footer({ strained }: Network): string {
  const strainedNote =
    strained === 0
      ? ''
      : ` ${count(strained, 'strained tie')} ${strained === 1 ? 'is' : 'are'} counted, but not named.`;
  return `<footer><p>Made by netcoach on this machine. The page loads nothing and sends nothing; it names people, so keep it to yourself.${escapeHtml(strainedNote)} Private notes and what was said in feedback aren't in it.</p></footer>`;
}
