/** Kinds of fault that blind readers found in messages: each stays away, in every wording. */
import { expect, it } from 'vitest';
import { type Coach, coach } from '../helpers/coach.ts';

async function wordings(c: Coach, name: string): Promise<string[]> {
  const { variants } = await c.draft(name);
  const texts: string[] = [];
  for (let variant = 1; variant <= variants; variant++)
    texts.push((await c.draft(name, '--variant', `${variant}`)).draft.text);
  return texts;
}

const DAY = '2026-11-20';

it.each<[why: string, kind: string, what: string, title: string, not: RegExp, all?: RegExp]>([
  [
    'a clause before the place',
    'event',
    "asked what the patient's dog was called",
    'ethics evening',
    /called at the/,
    /the ethics evening/,
  ],
  ['"with you" at what they may have led', 'event', '', 'first aid course', /to be at .* with you/],
  ['seen where we ran it', 'event', '', 'open day', /see you/, /open day/],
  [
    'news of their own deed',
    'project',
    'found a leak that had been there for years',
    'session store',
    /a leak/,
    /the leak/,
  ],
  [
    'thanks for what they know',
    'project',
    'knowing every bird by its call',
    'bird survey',
    /[Tt]hank.*knowing/,
  ],
  [
    'a memory in a congratulation',
    'milestone',
    'studying on the bus every morning',
    'passed her tax exam',
    /remember/,
    /tax exam/,
  ],
  ['feedback at a talk', 'feedback', '', 'feedback talk', /feedback talk/],
  [
    'whose review it was',
    'feedback',
    '',
    'Half-year review',
    /at the half-year/,
    /at my half-year review/,
  ],
  ['a number behind a thing', 'project', '', 'flood claims 600 done', /600/, /the flood claims/],
  ['whose first it was', 'project', '', 'first night call', /first night call/],
  [
    'a letter left out',
    'project',
    'labeld all 400 chargers',
    'laptop swap',
    /labeld/,
    /labelling all 400 chargers/,
  ],
  [
    '"2" for "to"',
    'milestone',
    '',
    'promoted 2 creative lead',
    /two/,
    /promotion to creative lead/,
  ],
  [
    'a second deed not turned',
    'project',
    'explained the forms twice n never rushed me',
    'tax return',
    /and never rushed/,
    /explaining the forms twice/,
  ],
  [
    'a school with an article',
    'milestone',
    '',
    'got into nursing school',
    /the nursing/,
    /into nursing school/,
  ],
  ['what boots are for', 'project', '', 'riding boots for the film', /good riding|enjoyed riding/],
  [
    "a role as one's own",
    'milestone',
    '',
    'spokesman of the railways',
    /your spokesman/,
    /becoming spokesman/,
  ],
  ['a moment as the work', 'feedback', '', 'end of the buddy scheme', /the end of/],
  [
    'a word missing its noun',
    'project',
    'crosswords at 3am, always finished mine',
    'night shifts',
    /mine/,
  ],
])('%s', async (_why, kind, what, title, not, all) => {
  const c = coach();
  await c.log(kind, what === '' ? 'Priya Shah' : `Priya Shah: ${what}`, title, DAY);
  const texts = await wordings(c, 'Priya');
  for (const text of texts) {
    expect(text).not.toMatch(not);
    if (all !== undefined) expect(text).toMatch(all);
  }
});
