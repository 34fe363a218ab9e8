/** Every example that fires, stored in a real database, is on the full list. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { rules } from '../../rules/index.ts';
import { historyOf } from '../../rules/lib/example.ts';
import { change } from '../../src/database/change.ts';
import { openStore } from '../../src/database/open.ts';
import type { ExampleHistory, Person, Rule } from '../../src/model.ts';
import { openLog } from '../../src/store/candidates.ts';
import { recordInteraction } from '../../src/store/interactions.ts';
import { addInvitation, closeInvitation } from '../../src/store/invitations.ts';
import { readMe, writeMe } from '../../src/store/me.ts';
import { addPerson, editPerson } from '../../src/store/people.ts';
import { judgePerson, today } from '../../src/store/today.ts';
import { addDays } from '../../src/text/days.ts';
import { momentOf } from '../helpers/rules.ts';

const folder = mkdtempSync(join(tmpdir(), 'netcoach-found-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let files = 0;

/** A database with the contents of an example and nothing else. */
function databaseOf(given: ExampleHistory) {
  files++;
  const db = openStore(join(folder, `${files}.db`), () => undefined);
  const { person, interactions, me, accepted, everyDays, hasInvitedMe } = historyOf(given);
  const { connection, relationship, ...fields } = person;
  change(db, 'example', () => {
    writeMe(db, { ...me, skills: me.skills });
    const id = addPerson(db, { ...fields, everyDays });
    for (const { kind, date, title, people } of [...interactions].reverse())
      recordInteraction(db, { kind, date, title }, [
        { person: id, highlight: people[0]?.highlight ?? null },
      ]);
    if (accepted !== null) {
      addInvitation(db, id, addDays(accepted, -1), true);
      closeInvitation(db, id, 'accepted', accepted);
    } else if (connection.status === 'invited' && connection.since !== null)
      addInvitation(db, id, connection.since, true);
    editPerson(db, id, { relationship, ...connection, ...(hasInvitedMe && { hasInvitedMe }) });
  });
  return db;
}

function examples(wanted: boolean): Array<[string, string, Rule, ExampleHistory]> {
  return rules.flatMap((rule) =>
    rule.examples
      .filter(({ fires }) => fires === wanted)
      .map(({ title, given }): [string, string, Rule, ExampleHistory] => [
        rule.id,
        title,
        rule,
        given,
      ]),
  );
}

const firing = examples(true);
const nearMisses = examples(false);

describe('suggest --all', () => {
  it.each(firing)('lists the person for whom %s fires: %s', (_id, _title, rule, given) => {
    const db = databaseOf(given);
    try {
      const { suggestions } = today(db, given.today, null);
      const [first] = suggestions;
      expect(first?.judgement.history.person.name).toBe(historyOf(given).person.name);
      const who = first?.judgement.history.person;
      const { verdicts } = judgePerson(db, who as Person, given.today);
      expect(verdicts.find((one) => one.rule === rule)?.verdict.fires).toBe(true);
    } finally {
      db.close();
    }
  });

  it.each(nearMisses)('lists nobody over a near miss of %s: %s', (_id, _title, rule, given) => {
    const db = databaseOf(given);
    try {
      for (const { judgement } of today(db, given.today, null).suggestions)
        expect(judgement.lead.rule).not.toBe(rule);
    } finally {
      db.close();
    }
  });

  it.each(firing)('finds them through %s itself: %s', (_id, _title, rule, given) => {
    const db = databaseOf(given);
    try {
      const { sources } = openLog(db, readMe(db), given.today);
      const found = sources
        .filter((source) => source.rule === rule)
        .flatMap((source) => [...source.people()].map((one) => ({ ...one, from: source.opens })));
      expect(found).not.toEqual([]);
      const { window } = momentOf(rule, historyOf(given));
      // The search stops once no one left can score more: an open moment must not be taken for an older one.
      const isSafe = ({ opens, from }: (typeof found)[number]) =>
        window === null || from === 'unknown' || (opens !== null && opens >= window.opens);
      expect(found.some(isSafe)).toBe(true);
    } finally {
      db.close();
    }
  });
});
