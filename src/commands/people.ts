import { rankCollaborators } from '../coach/suggest/who-could-help.ts';
import type { Context } from '../context.ts';
import { Failure } from '../failure.ts';
import type { Day } from '../model.ts';
import { renderDuplicates, renderPeople } from '../render/person.ts';
import { formatPeople } from '../render/template.ts';
import { findDuplicates } from '../store/duplicates.ts';
import { idsMatching, listPeople, type PeopleFilter, titlesFound } from '../store/list-people.ts';
import { peopleMentioning } from '../store/mentions.ts';
import { cleanText } from '../text/clean.ts';
import { addDays } from '../text/days.ts';
import { parseSpan } from '../text/span.ts';

interface Input extends Omit<PeopleFilter, 'quietSince' | 'today'> {
  goal?: string;
  duplicates?: boolean;
  quiet?: string;
  format?: string;
}

/** Lists people by name; with `--goal`, those who could help with it, best first. */
export function run(input: Input, context: Context): undefined {
  const { format } = input;
  if (format !== undefined && context.isJson)
    throw new Failure(
      'usage',
      "--format and --json can't be used together",
      'Use one or the other.',
    );
  if (input.duplicates === true) {
    const duplicates = findDuplicates(context.storeToRead());
    context.printLong({ duplicates, total: duplicates.length }, () =>
      renderDuplicates(duplicates, context),
    );
    return;
  }
  const words = input.words.flatMap((text) => text.split(/\s+/)).filter((word) => word !== '');
  const filter = { ...input, words, today: context.today, ...quietFilter(input.quiet, context) };
  if (input.goal === undefined) {
    const db = context.storeToRead();
    const found = listPeople(db, filter);
    if (format !== undefined) {
      context.write(formatPeople(format, found.people));
      return;
    }
    context.printLong(found, () =>
      renderPeople(found, context, {
        done: titlesFound(db, found.people, words),
        isSearch:
          found.total > 0 ||
          listPeople(db, { words: [], today: context.today, limit: 1 }).total > 0,
      }),
    );
    return;
  }
  const db = context.storeToRead();
  const { skill, limit, ...others } = filter;
  const need = {
    goal: cleanText(input.goal, 'the goal'),
    skill: skill === undefined ? null : cleanText(skill, 'the skill'),
    today: context.today,
  };
  const texts = need.skill === null ? [need.goal] : [need.skill, need.goal];
  const found = peopleMentioning(db, texts, idsMatching(db, others));
  const ranked = rankCollaborators(found.people, need, found.titles);
  const shown = ranked.slice(0, limit);
  const listed = { people: shown.map(({ person }) => person), total: ranked.length };
  const reasons = new Map(shown.map((one) => [one.person.id, one.reasons]));
  if (format !== undefined) {
    context.write(formatPeople(format, listed.people));
    return;
  }
  context.printLong(listed, () => renderPeople(listed, context, { helps: reasons }));
}

/** @throws Failure `usage` if it isn't a length of time */
function quietFilter(quiet: string | undefined, { today }: Context): { quietSince?: Day } {
  if (quiet === undefined) return {};
  return { quietSince: addDays(today, -parseSpan(quiet)) };
}
