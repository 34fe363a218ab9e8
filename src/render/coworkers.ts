import type { Coworker } from '../coach/coworkers.ts';
import type { Context } from '../context.ts';
import type { SharedWork } from '../model.ts';
import { count } from '../text/count.ts';
import { formatDay } from '../text/days.ts';
import { safe } from '../text/safe.ts';
import { wrap } from './layout.ts';

/** Everyone who may have worked with me, in two lines each. */
export function renderCoworkers(coworkers: readonly Coworker[], context: Context): string {
  const { toType, width } = context;
  if (coworkers.length === 0)
    return wrap(
      `No one in your log works where you work or used to work. ${toType('To add your jobs, import the whole LinkedIn archive: netcoach import linkedin FILE. Or say where you work: netcoach me --company NAME')}`,
      width,
    );
  const people = count(coworkers.length, 'person', 'people');
  return [
    ...coworkers.map((one) => renderCoworker(one, context)),
    '',
    wrap(
      `${people} who may have worked with you. ${toType('Sort them: netcoach coworkers')}`,
      width,
    ),
  ].join('\n');
}

/** Who they are, and what speaks for it. @param place in front: "3/50: " */
export function renderCoworker(
  { person, shared, metThere }: Coworker,
  { paint, width, today }: Context,
  place = '',
): string {
  const { name, role, company, connectedOn, interactions } = person;
  const job = role === null ? company : `${role}, ${company}`;
  const years = yearsText(shared);
  const there = shared.until === null ? `You're there${years}` : `You were there${years}`;
  const when =
    connectedOn === null
      ? ''
      : `, connected ${metThere && shared.until !== null ? 'around then, ' : ''}${formatDay(connectedOn, today)}`;
  const contact =
    interactions === 0 ? '' : `, in touch ${interactions === 1 ? 'once' : `${interactions} times`}`;
  return [
    wrap(`${place}${paint.bold(safe(name))} – ${safe(job)}`, width),
    paint.dim(wrap(`${there}${when}${contact}.`, width, '  ')),
  ].join('\n');
}

/** " since 2021", " 2018 to 2021", " until 2021", or nothing. */
export function yearsText({ from, until }: SharedWork): string {
  const [first, last] = [from?.slice(0, 4), until?.slice(0, 4)];
  if (last === undefined) return first === undefined ? '' : ` since ${first}`;
  if (first === undefined) return ` until ${last}`;
  return first === last ? ` in ${last}` : ` ${first} to ${last}`;
}
