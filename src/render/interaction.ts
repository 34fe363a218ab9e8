import { sayHold } from '../coach/suggest/holds.ts';
import type { Judgement } from '../coach/suggest/judge.ts';
import type { Context } from '../context.ts';
import type { Interaction, PersonRef } from '../model.ts';
import { count, formatList } from '../text/count.ts';
import { formatDay } from '../text/days.ts';
import { safe } from '../text/safe.ts';
import { quoteForShell } from '../text/shell.ts';
import { wrap, wrapBeforeCommand } from './layout.ts';
import { ACTION_WORDS } from './suggestion.ts';

/** One interaction: a line each for number, day and kind; title; people; private note. */
export function renderInteraction(interaction: Interaction, context: Context): string {
  const { paint, width, today } = context;
  const people = interaction.people.map(({ name, highlight }) =>
    highlight === null ? safe(name) : `${safe(name)} ("${safe(highlight)}")`,
  );
  const head = `#${interaction.id}  ${formatDay(interaction.date, today)}  ${interaction.kind}`;
  const lines = [
    paint.dim(head),
    wrap(safe(interaction.title), width, '  '),
    wrap(`with ${formatList(people)}`, width, '  '),
  ];
  if (interaction.note !== null) {
    lines.push(paint.dim(wrap(`private: ${safe(interaction.note)}`, width, '  ')));
  }
  return lines.join('\n');
}

/** Interactions in the given order; `total` includes those not shown. */
export function renderInteractions(
  { interactions, total }: { interactions: readonly Interaction[]; total: number },
  context: Context,
): string {
  if (total === 0)
    return wrap(context.toType('Nothing found. Log something: netcoach log'), context.width);
  const shown = interactions.map((one) => renderInteraction(one, context)).join('\n\n');
  const rest = total - interactions.length;
  return rest > 0 ? `${shown}\n\n${renderRest(rest)}` : shown;
}

/** How many there are beyond those shown. */
export function renderRest(rest: number): string {
  return `${count(rest, 'more', 'more')} not shown.`;
}

const MAX_NAMED = 3;

/**
 * What was logged, how a message can say it, and what it means for today.
 * @param judgements of those who took part, with what was just logged
 * @param sayings for each of them, or null
 */
export function renderLogged(
  interaction: Interaction,
  added: readonly PersonRef[],
  judgements: readonly Judgement[],
  sayings: ReadonlyArray<string | null>,
  context: Context,
): string {
  const { width, today } = context;
  const newIds = new Set(added.map(({ id }) => id));
  const places = new Map(
    judgements.map(({ history: { person } }) => [person.id, person.team ?? person.company]),
  );
  const people = interaction.people.map(({ id, name }) => {
    const place = places.get(id) ?? null;
    return newIds.has(id) ? safe(`${name} (new${place === null ? '' : `, ${place}`})`) : safe(name);
  });
  const day = interaction.date === today ? 'today' : formatDay(interaction.date, today);
  const logged = `Logged #${interaction.id}: ${interaction.kind}, "${safe(interaction.title)}", ${day}, with ${formatList(people)}.`;
  return [
    ...[logged, ...messageLines(interaction, sayings)].map((line) => wrap(line, width)),
    ...ownWordsHint(interaction, sayings, context),
    ...detailHint(interaction, judgements, sayings, context),
    todayLine(judgements, context),
  ].join('\n');
}

/** What a message can say of each person's part. Of feedback, which is private, only my own words. */
export function messageLines(
  { kind, people }: Pick<Interaction, 'kind' | 'people'>,
  sayings: ReadonlyArray<string | null>,
  label = 'In a message',
): string[] {
  return people.flatMap(({ name, highlight }, index) => {
    const say = sayings[index] ?? null;
    if (say === null && (highlight === null || kind === 'feedback')) return [];
    const to = people.length === 1 ? '' : ` to ${safe(name)}`;
    return say === null && highlight !== null
      ? [`"${safe(highlight)}" stays in your log; messages leave it out.`]
      : [`${label}${to}: "${safe(say ?? '')}"`];
  });
}

/** How to put into a message what it leaves out. */
function ownWordsHint(
  { id, kind, people }: Interaction,
  sayings: ReadonlyArray<string | null>,
  { toType, width }: Context,
): string[] {
  const left = people.find(({ highlight }, at) => highlight !== null && sayings[at] === null);
  if (left === undefined || kind === 'feedback') return [];
  const whose = people.length === 1 ? '' : ` --with ${safe(quoteForShell(left.name))}`;
  const command = toType(`netcoach amend ${id}${whose} --say "…"`);
  return [wrapBeforeCommand('To word it yourself:', command, width)];
}

/** Asks for a detail where a message would have nothing of this person. */
function detailHint(
  { id, kind, people }: Interaction,
  judgements: readonly Judgement[],
  sayings: ReadonlyArray<string | null>,
  { toType, width }: Context,
): string[] {
  const [person, ...others] = people;
  const isAbout = judgements[0]?.lead?.interaction?.id === id;
  if (person === undefined || others.length > 0 || person.highlight !== null || !isAbout) return [];
  if (sayings[0] !== null || /^(?:milestone|departure|reorg|feedback)$/.test(kind)) return [];
  const command = toType(`netcoach amend ${id} --highlight "…"`);
  return [wrapBeforeCommand('To improve the message, add something you remember:', command, width)];
}

function todayLine(judgements: readonly Judgement[], { toType, width }: Context): string {
  const due = judgements
    .filter(({ lead, hold }) => lead !== null && hold === null)
    .sort((a, b) => b.score - a.score);
  if (due.length > 0) {
    const shown = due.slice(0, MAX_NAMED).map(({ history, lead }) => {
      const what = lead === null ? '' : ACTION_WORDS[lead.action];
      return `${safe(history.person.name)} (${what})`;
    });
    const command = toType('netcoach');
    const [first] = due;
    if (first?.lead && due.length === 1)
      return wrapBeforeCommand(
        `${safe(first.history.person.name)} is on today's list: ${ACTION_WORDS[first.lead.action]}. Run:`,
        command,
        width,
      );
    const rest = due.length - shown.length;
    const names = rest > 0 ? [...shown, count(rest, 'other')] : shown;
    return wrapBeforeCommand(`${formatList(names)} are on today's list. Run:`, command, width);
  }
  const held = judgements.find(({ hold }) => hold !== null);
  if (held?.hold)
    return wrap(safe(sayHold(held.history.person.name, toType(held.hold.message))), width);
  const [only, other] = judgements;
  if (only === undefined) return 'Nothing to do today.';
  const who = other === undefined ? safe(only.history.person.name) : 'them';
  return wrap(`Nothing to do today for ${who}.`, width);
}
