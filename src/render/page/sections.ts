import type { Network } from '../../coach/review/facts.ts';
import { count } from '../../text/count.ts';
import type { ShownReview } from '../review.ts';
import { esc, name } from './markup.ts';

/** The numbers that one reads first. */
export function summary({ people, ties }: ShownReview): string {
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

/** What to do, best first, each with the command to type. */
export function actionList({ actions }: ShownReview): string {
  const items = actions.map(
    ({ what, why, command }) =>
      `<li><p class="what">${esc(what)}</p><p>${esc(why)}.</p><p><code>${esc(command)}</code></p></li>`,
  );
  const list =
    items.length === 0
      ? '<p>Nothing needs doing: your network is in good hands.</p>'
      : `<ol class="actions">${items.join('\n')}</ol>`;
  return `<section class="card wide" aria-labelledby="actions"><h2 id="actions">What to do, best first</h2>${list}</section>`;
}

/** Each goal, and who serves it. */
export function goalList({ goals }: ShownReview): string {
  if (goals.length === 0) return '';
  const items = goals.map(({ goal, total, connected, people }) => {
    const rows = people.map(
      ({ name: who, connected: isConnected, because }) =>
        `<li>${name(who)} <span class="soft">${name(because)}${isConnected ? ', connected' : ''}</span></li>`,
    );
    const sum =
      total === 0
        ? 'Nobody in the log serves it yet.'
        : `${count(total, 'person serves', 'people serve')} it, ${connected} connected.`;
    return `<div><h3>${name(goal)}</h3><p>${sum}</p>${rows.length === 0 ? '' : `<ul>${rows.join('')}</ul>`}</div>`;
  });
  return `<section class="card wide" aria-labelledby="goals"><h2 id="goals">Goals</h2><div class="goals">${items.join('\n')}</div></section>`;
}

/** What the page is, and what is not in it. */
export function closing({ strained }: Network): string {
  const rest =
    strained === 0
      ? ''
      : ` ${count(strained, 'strained tie')} ${strained === 1 ? 'is' : 'are'} in the numbers and named nowhere.`;
  return `<footer><p>Made by netcoach on this machine. The page loads nothing and sends nothing; it names people, so keep it to yourself.${esc(rest)} Private notes and what was said in feedback are not in it.</p></footer>`;
}
