/** That messages rest on the log: a thousand of them, word by word. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { CLOSINGS } from '../../../rules/lib/closings.ts';
import { LITTLE_KNOWN } from '../../../rules/lib/little-known.ts';
import { MEMORIES } from '../../../rules/lib/memories.ts';
import { chooseMoment } from '../../../src/coach/draft/choose.ts';
import { proofOf } from '../../../src/coach/draft/proof.ts';
import { channelOf, draftOf, requestFor } from '../../../src/coach/draft/write.ts';
import { change } from '../../../src/database/change.ts';
import { openStore } from '../../../src/database/open.ts';
import type { Kind, Rule } from '../../../src/model.ts';
import { understandNewest } from '../../../src/reading/understand.ts';
import { recordInteraction } from '../../../src/store/interactions.ts';
import { writeMe } from '../../../src/store/me.ts';
import { addPerson, personById } from '../../../src/store/people.ts';
import { judgePerson } from '../../../src/store/today.ts';
import { daysBetween, formatGap, monthName, weekdayName } from '../../../src/text/days.ts';
import { tempDb } from '../../helpers/run.ts';

interface Typed {
  kind: Kind;
  name: string;
  typed: string;
}

/** What people in many jobs typed, from the tables of the reader. */
function typedIn(file: string): Typed[] {
  const url = new URL(`../../reading/say/${file}`, import.meta.url);
  return readFileSync(url, 'utf8')
    .trim()
    .split('\n')
    .map((line) => {
      const [, kind = '', name = '', ...rest] = line.split(' | ');
      return { kind: kind as Kind, name, typed: rest.slice(0, -1).join(' | ') };
    });
}

const wordsOf = (text: string) =>
  text
    .normalize('NFC')
    .toLowerCase()
    .match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];

/** All words that a rule has for its messages, slots and conditions left out. */
function wordingOf({ wording }: Rule): Set<string> {
  const little = Object.values(LITTLE_KNOWN).flat();
  const plans = [...Object.values(wording).flat(), ...little, ...MEMORIES, ...CLOSINGS];
  const said = plans.map((plan) => plan.replace(/^[^|]*\| /, '').replace(/\{\w+\}/g, ' '));
  return new Set(said.flatMap(wordsOf));
}

/** How a message greets. */
const GREETINGS = 'hi dear dr professor';
/** What is put before where one started: "moved to process chemistry". */
const STARTED = 'started joined moved worked';

/** Words without content: they may come with any grammar. */
const GRAMMAR = new Set(
  wordsOf(
    'a an the and or of on at in to for with about by from as it its is was were be been being that this these those there you your yours me my we our us i am are not no so how when while who what which all both each every too also just still then than through over out up down off back after before around into behind during would could can had has have did do doing done',
  ),
);

describe('a thousand messages', () => {
  it('say nothing that is not in the log or in the wording', { timeout: 300_000 }, async () => {
    const titles = typedIn('titles.txt');
    const details = typedIn('details.txt');
    const db = openStore(tempDb(), () => undefined);
    const today = '2026-11-22';
    const people = change(db, 'log', () => {
      writeMe(db, { name: 'Sam Ortiz', role: 'ward nurse', team: 'Ward 5', company: 'Halden' });
      return Array.from({ length: 1000 }, (_, at) => {
        const { kind, name, typed } = titles[at % titles.length] as Typed;
        const fitting = details.filter((one) => one.kind === kind);
        const detail = fitting[(at * 7) % Math.max(1, fitting.length)];
        const called = `${name}${at < titles.length ? '' : ' Jr'}`;
        const person = addPerson(db, {
          name: called,
          ...(at % 5 === 0 && { team: 'Ward 5', company: 'Halden' }),
          ...(at % 7 === 0 && { status: 'connected', since: '2025-01-10' }),
        });
        const highlight = at % 4 === 0 ? null : (detail?.typed ?? null);
        const date = at % 7 === 0 ? '2026-06-18' : '2026-11-18';
        const fields = { kind, date, title: typed };
        recordInteraction(db, fields, [{ person, highlight }]);
        return person;
      });
    });
    // Two hundred are read at once.
    for (let round = 0; round < 12; round++) await understandNewest(db, today);
    const stored = db.prepare(`SELECT i.id, i.title, i.reading, p.highlight, p.detail
      FROM interaction i JOIN participant p ON p.interaction_id = i.id WHERE p.person_id = ?`);
    let drafts = 0;
    let claims = 0;
    const unproven: string[] = [];
    for (const id of people) {
      const judgement = judgePerson(db, personById(db, id), today);
      const moment = chooseMoment(judgement, {});
      if (moment === null) continue;
      const channel = channelOf(moment, true);
      const written = draftOf(judgement.history, moment, channel);
      if (written === null) continue;
      drafts++;
      const { limit, text } = written.draft;
      const request = requestFor(judgement.history, moment, { channel, limit, variant: null });
      const proof = proofOf(request, written);
      expect(proof.map((one) => one.text).join(' ')).toBe(text);
      const row = stored.get(id) as Record<'title' | 'reading' | 'highlight' | 'detail', string>;
      const wording = wordingOf(moment.rule);
      for (const sentence of proof) {
        const rests = sentence.rests.map(({ on, words }) => {
          // A row holds what was typed, and what was understood of it.
          if (on === 'title') return `${words} ${row.reading} ${STARTED}`;
          if (on === 'me' || on === 'team') return `${words} team`;
          if (on === 'last-contact') return `${formatGap(daysBetween(words, today))}`;
          if (on === 'date') return `${weekdayName(words)} ${monthName(words)} ${words}`;
          return on === 'highlight' ? `${words} ${row.detail}` : words;
        });
        const known = new Set(wordsOf(`${GREETINGS} ${rests.join(' ')}`));
        for (const word of wordsOf(sentence.text)) {
          if (GRAMMAR.has(word) || wording.has(word)) continue;
          claims++;
          if (!known.has(word)) unproven.push(`${word}: ${text}`);
        }
      }
    }
    db.close();
    expect(drafts).toBe(1000);
    expect(claims).toBeGreaterThan(5_000);
    expect(unproven).toEqual([]);
  });
});
