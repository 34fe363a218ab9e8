import type { Interaction, Kind } from '../../model.ts';
import { fold } from '../../text/fold.ts';
import { isKnownName } from '../../text/nicknames.ts';
import { isProperName, selfOrWishClauses } from './context-weight.ts';
import { isCommonWord } from './language.ts';
import { stem } from './log-words.ts';
import { readMessage, type Word } from './message.ts';
import { quote } from './phrase.ts';
import { type Check, type CheckContext, type Finding, recipientFirstName } from './problem.ts';
import { wordClasses } from './word-classes.ts';
import { findWrongDay } from './wrong-day.ts';
import { type Contradiction, findWrongEvent } from './wrong-event.ts';
import { findWrongRole } from './wrong-role.ts';

/*
 * A name in a message and a name in the log are compared where both qualify the same word:
 * "the Berlin offsite" against "Lisbon offsite", "the merger with Contoso" against "Northwind
 * merger". A name the log has anywhere is never wrong.
 */

/** Stand between a thing and the name that says which: "the union weekend in Hull". */
const LINKS = new Set('in at for of with to from on near'.split(' '));
/** Too wide to tell one thing from another. */
const WIDE_HEADS = new Set(
  'day week month year time work thing things way part end start side job role news hello thanks'.split(
    ' ',
  ),
);

/** A name and the words of the thing that it qualifies, as stems. */
interface Named {
  name: Word;
  heads: string[];
}

/** Common words, which are things all the same. */
const THINGS = new Set(['team', 'project', 'event']);

function isHead(word: Word | undefined): word is Word {
  return (
    word !== undefined &&
    word.fold.length > 2 &&
    (THINGS.has(word.fold) || !isCommonWord(word.fold))
  );
}

/** What one has with a company: "your new role at Arup". */
const EMPLOYMENT = new Set('job role post position start move work years time company'.split(' '));
/** What one does with a company: "leaving Nokia". */
const LEAVES = new Set('leave leaves leaving left quit quitting'.split(' '));
const JOINS = new Set('join joins joined joining'.split(' '));
/** Shows that a job is the reader's. */
const OF_READER = /^(?:you|your|you've|you're|congratulations|congrats)$/;
/** What one asks after at somebody's work: "How do you like it at X?" */
const HOW_IT_IS = new Set('things life everything everyone it'.split(' '));
const EMPLOYER = 'employer';
const FORMER_EMPLOYER = 'former employer';

/** What the name at `at` is to the reader, if it is an employer: "your job at X", "leaving X". */
function employerAt(words: readonly Word[], at: number, isTitle: boolean): string | null {
  const { sentence } = words[at] as Word;
  const near = words
    .slice(Math.max(0, at - 7), at)
    .filter((word) => word.sentence === sentence)
    .map((word) => word.fold);
  const before = near.at(-1) ?? '';
  const isOfReader = isTitle || near.some((word) => OF_READER.test(word));
  if (LEAVES.has(before)) return isOfReader || before === 'leaving' ? FORMER_EMPLOYER : null;
  if (JOINS.has(before)) return isOfReader ? EMPLOYER : null;
  const isJob = /^(?:at|to|with|for)$/.test(before) && EMPLOYMENT.has(near.at(-2) ?? '');
  if (isJob && isOfReader) return EMPLOYER;
  // "How are things at X?", but not "at the X office".
  const isHow = before === 'at' && near.includes('how') && HOW_IT_IS.has(near.at(-2) ?? '');
  return isHow && !isHead(words[at + 1]) ? EMPLOYER : null;
}

/**
 * The names in a text that qualify something: before it ("Lisbon offsite"), after it ("Zoo Basel"),
 * or after it and a link ("offsite in Lisbon").
 */
function namedThings(
  words: readonly Word[],
  isName: (word: Word, at: number) => boolean,
  isTitle = false,
): Named[] {
  return words.flatMap((name, at) => {
    if (!isName(name, at)) return [];
    const heads: string[] = [];
    for (const word of words.slice(at + 1, at + 4)) {
      if (word.before !== ' ' || LINKS.has(word.fold)) break;
      if (isHead(word)) heads.push(stem(word.fold));
    }
    const isLinked = LINKS.has(words[at - 1]?.fold ?? '') && name.before === ' ';
    for (let back = at - 2; isLinked && back >= Math.max(0, at - 4); back--) {
      const word = words[back];
      if (!isHead(word) || words[back + 1]?.before !== ' ') break;
      heads.push(stem(word.fold));
    }
    const previous = words[at - 1];
    const isApposed = previous?.sentence === name.sentence && name.before === ' ';
    if (isApposed && isHead(previous) && /^\p{Lu}/u.test(previous.text))
      heads.push(stem(previous.fold));
    const employer = employerAt(words, at, isTitle);
    if (employer !== null) heads.push(employer);
    const telling = heads.filter((head) => !WIDE_HEADS.has(head));
    return telling.length > 0 ? [{ name, heads: telling }] : [];
  });
}

/** Has a capital, and says when: see wrong-day.ts. */
const isDay = (word: Word) =>
  wordClasses.day?.(word) === true || wordClasses.month?.(word) === true;

/** In a title any capital may be a name; what isn't one has no counterpart in a message. */
function isNameInTitle(word: Word): boolean {
  return /^\p{Lu}/u.test(word.text) && word.fold.length > 2 && !isCommonWord(word.fold);
}

function knownWords({ person, recipientName, history, me, knownNames = [] }: CheckContext) {
  const texts = [person?.name, person?.team, person?.company, person?.role, recipientName];
  texts.push(me.name, me.team, me.company, me.role, ...(person?.aliases ?? []), ...knownNames);
  texts.push(...(person?.interests ?? []), ...(person?.skills ?? []));
  for (const { title, people } of history) {
    texts.push(title);
    for (const { highlight } of people) texts.push(highlight);
  }
  return new Set(readMessage(texts.join(' \n ')).words.map((word) => stem(word.fold)));
}

interface Fact {
  /** As the log has it. */
  title: string;
  named: Named[];
}

function factsOf(history: readonly Interaction[], person: CheckContext['person']): Fact[] {
  const titles = history.flatMap(({ kind, title }) => (kind === 'feedback' ? [] : [title]));
  const team = person?.team ?? null;
  const teams = team === null ? [] : [/\bteam\b/i.test(team) ? team : `${team} team`];
  const facts = [...titles, ...teams].map((title) => ({
    title,
    named: namedThings(readMessage(title).words, isNameInTitle, true),
  }));
  const company = person?.company ?? null;
  const name = company === null ? undefined : readMessage(company).words[0];
  if (company !== null && name !== undefined)
    facts.push({ title: company, named: [{ name, heads: [EMPLOYER] }] });
  return facts;
}

/** What two people do with a thing of that name: "meeting you at PyCon", "we worked on Orion". */
const TOGETHER = new Set(
  'met meet meeting work worked working together talk talked talking chat sat thanks thank help helped helping enjoyed fun time part ship shipping finish finishing launch launching'.split(
    ' ',
  ),
);
/** Before the bare name of an event or of a project. */
const SLOTS: Partial<Record<Kind, RegExp>> = {
  event: /^(?:at|during|after|from)$/,
  project: /^(?:on|after|during|through|with|ship|shipping|finish|finishing|launch|launching)$/,
};
/** After the name of a project: "Apollo launch" may be called "Apollo". */
const PROJECT_NOUNS = new Set('launch project release rollout programme'.split(' '));

/** A title that is a name and no more, such as "Orion", "Orion launch" or "DevConf 2026". */
function isBareName(title: string): boolean {
  const { words } = readMessage(title);
  return (
    words.length < 3 &&
    words.every((word, at) =>
      at === 0 ? isNameInTitle(word) : /^\p{N}+$/u.test(word.text) || PROJECT_NOUNS.has(word.fold),
    )
  );
}

/** Bare names in a message where the log has another, of which the message says nothing. */
function bareNames(
  words: readonly Word[],
  isName: (word: Word, at: number) => boolean,
  history: readonly Interaction[],
): Array<{ name: Word; title: string }> {
  const written = new Set(words.map((word) => stem(word.fold)));
  const bare = history.filter(
    ({ kind, title }) =>
      SLOTS[kind] !== undefined &&
      isBareName(title) &&
      !written.has(stem(readMessage(title).words[0]?.fold ?? '')),
  );
  if (bare.length === 0) return [];
  return words.flatMap((name, at) => {
    const next = words[at + 1];
    const isQualified = next?.before === ' ' && isHead(next) && !/^\p{N}/u.test(next.text);
    if (!isName(name, at) || isQualified || name.before !== ' ') return [];
    const isTogether = words.some(
      ({ sentence, fold: word }) => sentence === name.sentence && TOGETHER.has(word),
    );
    const fact = bare.find(({ kind }) => SLOTS[kind]?.test(words[at - 1]?.fold ?? ''));
    return isTogether && fact !== undefined ? [{ name, title: fact.title }] : [];
  });
}

export const wrongFact: Check = {
  id: 'wrong-fact',
  title: 'Not what your log says',
  why: 'The wrong project, place or company makes it look as if it was meant for someone else.',
  severity: 'advice',
  find: ({ message, context, greeting }) => {
    const { history, person } = context;
    if (person === null) return [];
    const facts = factsOf(history, person);
    const known = knownWords(context);
    const isOfMine = selfOrWishClauses(message.words);
    const written = new Set(message.words.map((word) => stem(word.fold)));
    const isName = (word: Word, at: number) =>
      isProperName(word) &&
      !isOfMine[at] &&
      word.start >= (greeting?.end ?? 0) &&
      !known.has(stem(word.fold)) &&
      !isDay(word) &&
      !isKnownName(fold(word.text));
    const qualified = namedThings(message.words, isName).flatMap(({ name, heads }) => {
      const fact = facts.find(({ named }) =>
        named.some(
          (other) =>
            other.heads.some((head) => heads.includes(head)) && !written.has(stem(other.name.fold)),
        ),
      );
      return fact === undefined ? [] : [{ name, title: fact.title }];
    });
    const bare = bareNames(message.words, isName, history).filter(
      ({ name }) => !qualified.some((other) => other.name === name),
    );
    const names = [...qualified, ...bare].map(
      ({ name: { start, end }, title }): Contradiction => ({ start, end, title }),
    );
    const isNew = ({ start, end }: Contradiction) =>
      !names.some((name) => name.start < end && start < name.end);
    const claims = [
      ...findWrongEvent(message, history),
      ...findWrongRole(message, history),
      ...findWrongDay(message, history, context.today),
    ].filter(isNew);
    const who = recipientFirstName(context) ?? 'them';
    const found: Finding[] = [...names, ...claims].map(({ start, end, title }) => ({
      start,
      end,
      message: `${quote(message, { start, end })} isn't in your log with ${who}; it has "${title.replace(/\s+/g, ' ')}".`,
      suggestion: 'Check which one you mean.',
    }));
    return found.slice(0, 5);
  },
};
