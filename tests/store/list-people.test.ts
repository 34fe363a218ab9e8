/** The filters of `people`, which SQL narrows down: as every person looked at one by one. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { change } from '../../src/database/change.ts';
import { openStore } from '../../src/database/open.ts';
import type { Person } from '../../src/model.ts';
import { listPeople, type PeopleFilter } from '../../src/store/list-people.ts';
import { addPerson } from '../../src/store/people.ts';
import { compareText, fold } from '../../src/text/fold.ts';
import { tempDb } from '../helpers/run.ts';
import { runs } from '../helpers/runs.ts';

/** Few letters, so that much matches, among them what folds, what JSON escapes and spaces. */
const text = fc
  .array(
    fc.constantFrom(
      'a',
      'B',
      'é',
      'e\u0301',
      '"',
      '\\',
      ',',
      ' ',
      '  ',
      '\t',
      'İ',
      'ﬁ',
      'ß',
      '[',
      '’',
      '😀',
      'o',
      '_',
      '%',
      '*',
    ),
    { minLength: 1, maxLength: 5 },
  )
  .map((parts) => parts.join(''));
const line = text.map((one) => one.replace(/\t/g, ' ')).filter((one) => one.trim() !== '');

const person = fc.record({
  name: line.map((one) => `x${one}`),
  aliases: fc.array(line, { maxLength: 2 }),
  role: fc.option(line),
  team: fc.option(text),
  company: fc.option(text),
  skills: fc.array(text, { maxLength: 2 }),
  interests: fc.array(text, { maxLength: 1 }),
  emails: fc.array(line, { maxLength: 2 }),
  note: fc.option(text.map((one) => `${one}\n${one}`)),
  status: fc.constantFrom('none' as const, 'connected' as const, 'incoming' as const),
});

const filter: fc.Arbitrary<PeopleFilter> = fc.record(
  {
    words: fc.array(
      text.map((one) => one.trim()).filter((one) => one !== ''),
      { maxLength: 2 },
    ),
    team: text,
    company: text,
    skill: text,
    status: fc.constantFrom('none' as const, 'incoming' as const),
    limit: fc.integer({ min: 1, max: 3 }),
    withoutNotes: fc.boolean(),
  },
  { requiredKeys: ['words'] },
);

function fits(one: Person, { words, team, company, skill, status, withoutNotes }: PeopleFilter) {
  const contains = (part: string | undefined, whole: string | null) =>
    part === undefined || (whole !== null && fold(whole).includes(fold(part)));
  const whole = [
    ...[one.name, one.role, one.team, one.company, one.linkedin, withoutNotes ? null : one.note],
    ...[...one.emails, ...one.aliases, ...one.skills, ...one.interests],
  ].join('\n');
  return (
    contains(team, one.team) &&
    contains(company, one.company) &&
    (skill === undefined || one.skills.some((known) => contains(skill, known))) &&
    (status === undefined || one.connection.status === status) &&
    words.every((word) => contains(word, whole))
  );
}

describe('listing people', () => {
  it('finds whoever fits, whatever the spelling', () => {
    fc.assert(
      fc.property(
        fc.array(person, { minLength: 1, maxLength: 8 }),
        fc.array(filter, { minLength: 12, maxLength: 12 }),
        (people, filters) => {
          const db = openStore(tempDb(), () => undefined);
          change(db, 'fill', () => {
            for (const one of people) addPerson(db, one);
          });
          const everyone = listPeople(db, { words: [] });
          expect(everyone.total).toBe(people.length);
          expect(everyone.people.map(({ name }) => fold(name))).toEqual(
            people.map(({ name }) => fold(name)).sort(compareText),
          );
          for (const one of filters) {
            const wanted = everyone.people.filter((known) => fits(known, one));
            expect(listPeople(db, one), JSON.stringify(one)).toEqual({
              people: wanted.slice(0, one.limit),
              total: wanted.length,
            });
          }
          db.close();
        },
      ),
      { numRuns: runs(40) },
    );
  });
});
