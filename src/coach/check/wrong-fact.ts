import type { Interaction } from '../../model.ts';
import { fold } from '../../text/fold.ts';
import { isKnownName } from '../../text/nicknames.ts';
import { isProperName, selfOrWishClauses } from './context-weight.ts';
import { isCommonWord } from './language.ts';
import { stem } from './log-words.ts';
import { readMessage, type Word } from './message.ts';
import { quote } from './phrase.ts';
import { type Check, type CheckContext, type Finding, recipientFirstName } from './problem.ts';

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
const EMPLOYER = 'employer';

/** Whether "your job at" or the like stands before the word at `at`. */
function isEmployer(words: readonly Word[], at: number): boolean {
  if (!/^(?:at|to|with|for)$/.test(words[at - 1]?.fold ?? '')) return false;
  const near = words
    .slice(Math.max(0, at - 5), at - 1)
    .filter(({ sentence }) => sentence === words[at]?.sentence);
  return near.some(({ fold: word }) => word === 'your') && EMPLOYMENT.has(near.at(-1)?.fold ?? '');
}

/** The names in a text that qualify something: before it, or after it and a link. */
function namedThings(words: readonly Word[], isName: (word: Word, at: number) => boolean): Named[] {
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
    if (isEmployer(words, at)) heads.push(EMPLOYER);
    const telling = heads.filter((head) => !WIDE_HEADS.has(head));
    return telling.length > 0 ? [{ name, heads: telling }] : [];
  });
}

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
    named: namedThings(readMessage(title).words, isNameInTitle),
  }));
  const company = person?.company ?? null;
  const name = company === null ? undefined : readMessage(company).words[0];
  if (company !== null && name !== undefined)
    facts.push({ title: company, named: [{ name, heads: [EMPLOYER] }] });
  return facts;
}

export const wrongFact: Check = {
  id: 'wrong-fact',
  title: 'Not what the log says',
  why: 'A project, event, place, team or company under another name shows that the message was meant for somebody else.',
  severity: 'advice',
  find: ({ message, context, greeting }) => {
    const { history, person } = context;
    if (person === null) return [];
    const facts = factsOf(history, person);
    if (facts.every(({ named }) => named.length === 0)) return [];
    const known = knownWords(context);
    const isOfMine = selfOrWishClauses(message.words);
    const written = new Set(message.words.map((word) => stem(word.fold)));
    const found: Finding[] = [];
    const isName = (word: Word, at: number) =>
      isProperName(word) &&
      !isOfMine[at] &&
      word.start >= (greeting?.end ?? 0) &&
      !known.has(stem(word.fold)) &&
      !isKnownName(fold(word.text));
    for (const { name, heads } of namedThings(message.words, isName)) {
      const fact = facts.find(({ named }) =>
        named.some(
          (other) =>
            other.heads.some((head) => heads.includes(head)) && !written.has(stem(other.name.fold)),
        ),
      );
      if (fact === undefined) continue;
      const who = recipientFirstName(context) ?? 'them';
      found.push({
        start: name.start,
        end: name.end,
        message: `${quote(message, name)} isn't in your log with ${who}; it has "${fact.title.replace(/\s+/g, ' ')}".`,
        suggestion: 'Check which one you mean.',
      });
    }
    return found.slice(0, 5);
  },
};
