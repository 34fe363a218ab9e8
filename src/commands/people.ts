import { rankCollaborators } from '../coach/suggest/who-could-help.ts';
import type { Context } from '../context.ts';
import { renderDuplicates, renderPeople } from '../render/person.ts';
import { findDuplicates } from '../store/duplicates.ts';
import { idsMatching, listPeople, type PeopleFilter } from '../store/list-people.ts';
import { peopleMentioning } from '../store/mentions.ts';
import { cleanText } from '../text/clean.ts';

interface Input extends PeopleFilter {
  goal?: string;
  duplicates?: boolean;
}

/** Lists people by name; with `--goal`, those who could help with it, best first. */
export function run(input: Input, context: Context): undefined {
  if (input.duplicates === true) {
    const duplicates = findDuplicates(context.storeToRead());
    context.printLong({ duplicates, total: duplicates.length }, () =>
      renderDuplicates(duplicates, context),
    );
    return;
  }
  const words = input.words.flatMap((text) => text.split(/\s+/)).filter((word) => word !== '');
  if (input.goal === undefined) {
    const found = listPeople(context.storeToRead(), { ...input, words });
    context.printLong(found, () => renderPeople(found, context));
    return;
  }
  const db = context.storeToRead();
  const { skill, limit, ...others } = input;
  const need = {
    goal: cleanText(input.goal, 'the goal'),
    skill: skill === undefined ? null : cleanText(skill, 'the skill'),
    today: context.today,
  };
  const texts = need.skill === null ? [need.goal] : [need.skill, need.goal];
  const found = peopleMentioning(db, texts, idsMatching(db, { ...others, words }));
  const ranked = rankCollaborators(found.people, need, found.titles);
  const shown = ranked.slice(0, limit);
  const listed = { people: shown.map(({ person }) => person), total: ranked.length };
  const reasons = new Map(shown.map((one) => [one.person.id, one.reasons]));
  context.printLong(listed, () => renderPeople(listed, context, reasons));
}
