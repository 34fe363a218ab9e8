import type { Network } from '../coach/review/material.ts';
import { perspectivesOf } from '../coach/review/perspectives.ts';
import type { Review } from '../coach/review/review.ts';
import { COOLING, WARM, WARMTHS } from '../coach/review/warmth.ts';
import type { Context } from '../context.ts';
import { count, listing } from '../text/count.ts';
import { sayDay } from '../text/days.ts';
import { safe } from '../text/safe.ts';
import { wrap } from './layout.ts';

/** One thing to do, with its command line as one types it. */
interface Action {
  what: string;
  why: string;
  command: string;
}

export type ShownReview = Omit<Review, 'actions'> & { actions: Action[] };

/** Columns of the labels on the left. */
const LABEL = 9;
/** So many findings say why; the page and the JSON say it of all. */
const EXPLAINED = 4;
/** What stands under a number. */
const INDENT = '   ';
/** The longest bar. */
const BAR = 40;
/** Each state's mark: they differ without colour, too. */
const MARKS = { warm: '█', cooling: '▒', quiet: '░' } as const;

/** The network on one screen: the numbers, the goals, then what to do. */
export function renderReview(found: ShownReview, network: Network, context: Context): string {
  const { paint, width, today } = context;
  const line = (label: string, text: string) => labelled(label, text, width);
  const head = `Your network on ${sayDay(found.date, today)}`;
  if (found.people.total === 0) {
    return [
      paint.bold(head),
      wrap('Nobody is in your log yet.', width),
      '',
      ...actions(found, context),
    ].join('\n');
  }
  return [
    paint.bold(wrap(head, width)),
    '',
    line('People', peopleLine(found, network)),
    ...tieLines(found, context),
    line('Places', places(network)),
    line('A year', yearLine(network)),
    ...goalLines(found, width),
    '',
    ...actions(found, context),
  ].join('\n');
}

function labelled(label: string, text: string, width: number): string {
  return wrap(text, width, ' '.repeat(LABEL)).replace(' '.repeat(LABEL), label.padEnd(LABEL));
}

function peopleLine({ people }: ShownReview, { strained }: Network): string {
  const { connected, invited } = people.byStatus;
  const rest = strained === 0 ? '' : `; ${count(strained, 'strained tie')} left in peace`;
  return `${people.total} known, ${connected} connected, ${invited} invited${rest}`;
}

function tieLines({ ties }: ShownReview, { paint, width }: Context): string[] {
  const total = ties.warm + ties.cooling + ties.quiet;
  const text = `${ties.warm} warm (a word within ${WARM} days), ${ties.cooling} cooling (${COOLING}), ${ties.quiet} quiet`;
  if (total === 0) return [labelled('Ties', 'none yet: nobody is connected', width)];
  const room = Math.max(10, Math.min(BAR, width - LABEL));
  const ends = WARMTHS.map((_, index) =>
    Math.round(
      (room * WARMTHS.slice(0, index + 1).reduce((sum, one) => sum + ties[one], 0)) / total,
    ),
  );
  const bar = WARMTHS.map((one, index) =>
    MARKS[one].repeat((ends[index] ?? 0) - (ends[index - 1] ?? 0)),
  ).join('');
  return [labelled('Ties', text, width), `${' '.repeat(LABEL)}${paint.accent(bar)}`];
}

function places({ teams, companies }: Network): string {
  const { main } = perspectivesOf(teams, companies);
  const share =
    main === null ? '' : `; ${Math.round(100 * main.share)} % of connections in ${safe(main.team)}`;
  return `${count(teams.length, 'team')}, ${count(companies.length, 'company', 'companies')}${share}`;
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
  return `${count(accepted + closed + waiting, 'invitation')}: ${accepted} accepted, ${waiting} waiting; ${count(used + open + passed, 'moment')}: ${used} used, ${open} open, ${passed} gone by`;
}

function goalLines({ goals }: ShownReview, width: number): string[] {
  return goals.map(({ goal, total, connected, people }, index) => {
    const names = people.slice(0, 3).map(({ name }) => safe(name));
    const who =
      total === 0
        ? 'nobody yet'
        : `${count(total, 'person serves', 'people serve')} it, ${connected} connected${names.length > 0 ? `: ${listing(names)}` : ''}`;
    return labelled(index === 0 ? 'Goals' : '', `${safe(goal)}: ${who}`, width);
  });
}

function actions({ actions: found }: ShownReview, { paint, width }: Context): string[] {
  if (found.length === 0) return ['Nothing needs doing: your network is in good hands.'];
  return [
    paint.bold('To do, best first'),
    ...found.flatMap(({ what, why, command }, index) => {
      const reason = index < EXPLAINED ? `. ${safe(why)}.` : '';
      const text = wrap(`${paint.bold(safe(what))}${reason}`, width, INDENT).trimStart();
      return [`${index + 1}. ${text}`, `${INDENT}${paint.accent(safe(command))}`];
    }),
  ];
}
