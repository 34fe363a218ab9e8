import type { Group, Network } from '../coach/review/material.ts';
import { perspectivesOf } from '../coach/review/perspectives.ts';
import type { Review } from '../coach/review/review.ts';
import { COOLING_DAYS, WARM_DAYS, WARMTHS } from '../coach/review/warmth.ts';
import type { Context } from '../context.ts';
import { count, formatList } from '../text/count.ts';
import { formatDay } from '../text/days.ts';
import { fold } from '../text/fold.ts';
import { safe } from '../text/safe.ts';
import { wrap } from './layout.ts';

interface Action {
  what: string;
  why: string;
  command: string;
}

/** A review with its commands as text. */
export type ShownReview = Omit<Review, 'actions'> & { actions: Action[] };

const LABEL_WIDTH = 9;
/** How many actions show their reason; the page and the JSON show all. */
const REASONS_SHOWN = 4;
const ACTION_INDENT = '   ';
const BAR_WIDTH = 40;
/** A bar's characters: they differ without colour, too. */
const BAR_CHARACTERS = { warm: '█', cooling: '▒', quiet: '░' } as const;

/** The review as text for the terminal: numbers, goals, then actions. */
export function renderReview(found: ShownReview, network: Network, context: Context): string {
  const { paint, width, today } = context;
  const line = (label: string, text: string) => labelledLine(label, text, width);
  const head = `Your network on ${formatDay(found.date, today)}`;
  if (found.people.total === 0) {
    return [
      paint.bold(head),
      wrap("There's no one in your log yet.", width),
      '',
      ...actionLines(found, context),
    ].join('\n');
  }
  return [
    paint.bold(wrap(head, width)),
    '',
    line('People', peopleLine(found, network)),
    ...tieLines(found, context),
    line('Places', placesLine(network)),
    line('A year', yearLine(network)),
    ...goalLines(found, width),
    '',
    ...actionLines(found, context),
  ].join('\n');
}

function labelledLine(label: string, text: string, width: number): string {
  return wrap(text, width, ' '.repeat(LABEL_WIDTH)).replace(
    ' '.repeat(LABEL_WIDTH),
    label.padEnd(LABEL_WIDTH),
  );
}

function peopleLine({ people }: ShownReview, { strained }: Network): string {
  const { connected, invited } = people.byStatus;
  const strainedNote = strained === 0 ? '' : `; ${strained} strained`;
  return `${people.total} known, ${connected} connected, ${invited} invited${strainedNote}`;
}

function tieLines({ ties }: ShownReview, { paint, width }: Context): string[] {
  const total = ties.warm + ties.cooling + ties.quiet;
  const text = `${ties.warm} warm (in touch within ${WARM_DAYS} days), ${ties.cooling} cooling (within ${COOLING_DAYS}), ${ties.quiet} quiet`;
  if (total === 0) return [labelledLine('Ties', 'none yet: no one is connected', width)];
  const barWidth = Math.max(10, Math.min(BAR_WIDTH, width - LABEL_WIDTH));
  const ends = WARMTHS.map((_, index) =>
    Math.round(
      (barWidth * WARMTHS.slice(0, index + 1).reduce((sum, one) => sum + ties[one], 0)) / total,
    ),
  );
  const bar = WARMTHS.map((one, index) =>
    BAR_CHARACTERS[one].repeat((ends[index] ?? 0) - (ends[index - 1] ?? 0)),
  ).join('');
  return [labelledLine('Ties', text, width), `${' '.repeat(LABEL_WIDTH)}${paint.accent(bar)}`];
}

/** How many there are, my own included: it's noted with me, and seldom with those who share it. */
function withMine(groups: readonly Group[], mine: string | null): number {
  const isNew = mine !== null && !groups.some(({ name }) => fold(name) === fold(mine));
  return groups.length + (isNew ? 1 : 0);
}

function placesLine({ teams, companies, me }: Network): string {
  const { main } = perspectivesOf(teams, companies);
  const share =
    main === null ? '' : `; ${Math.round(100 * main.share)}% of connections in ${safe(main.team)}`;
  return `${count(withMine(teams, me.team), 'team')}, ${count(withMine(companies, me.company), 'company', 'companies')}${share}`;
}

function yearLine({ invitations, moments }: Network): string {
  const sum = <K extends string>(rows: ReadonlyArray<Record<K, number>>, key: K) =>
    rows.reduce((total, row) => total + row[key], 0);
  const [accepted, closed, waiting] = (['accepted', 'closed', 'waiting'] as const).map((key) =>
    sum(invitations, key),
  ) as [number, number, number];
  const [used, open, passed] = (['used', 'open', 'passed'] as const).map((key) =>
    sum(moments, key),
  ) as [number, number, number];
  return `${count(accepted + closed + waiting, 'invitation')}: ${accepted} accepted, ${waiting} waiting; ${count(used + open + passed, 'moment')}: ${used} used, ${open} open, ${passed} missed`;
}

function goalLines({ goals }: ShownReview, width: number): string[] {
  return goals.map(({ goal, total, connected, people }, index) => {
    const names = people.slice(0, 3).map(({ name }) => safe(name));
    const who =
      total === 0
        ? 'no one yet'
        : `${count(total, 'person', 'people')} could help (${connected} connected)${names.length > 0 ? `: ${formatList(names)}` : ''}`;
    return labelledLine(index === 0 ? 'Goals' : '', `${safe(goal)} – ${who}`, width);
  });
}

function actionLines({ actions: found }: ShownReview, { paint, width }: Context): string[] {
  if (found.length === 0) return ['Nothing to do: your network is in good shape.'];
  return [
    paint.bold('To do, most important first'),
    ...found.flatMap(({ what, why, command }, index) => {
      const reason = index < REASONS_SHOWN ? `. ${safe(why)}.` : '';
      const text = wrap(`${paint.bold(safe(what))}${reason}`, width, ACTION_INDENT).trimStart();
      return [`${index + 1}. ${text}`, `${ACTION_INDENT}${paint.accent(safe(command))}`];
    }),
  ];
}
