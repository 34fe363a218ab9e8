import type { Ask, Choice, Context } from '../../context.ts';
import { isOneSlip } from '../../reading/slips.ts';
import { type NameByContact, namesByContact } from '../../store/find-people.ts';
import { fold } from '../../text/fold.ts';
import { isNickname } from '../../text/nicknames.ts';
import type { NamedPart } from '../../text/split-names.ts';

/** How many people are offered at once. */
const MOST_SHOWN = 7;

/**
 * Asks who took part: any part of a name, with slips, the most recent first; several with commas.
 * @returns `#ID` for people of the log, else the name as typed
 */
export async function askPeople(message: string, context: Context, ask: Ask): Promise<NamedPart[]> {
  return partsOf(await searchPeople(message, context, ask, () => []));
}

/** @param offersFirst what else the words may mean, before the people */
function searchPeople(
  message: string,
  context: Context,
  ask: Ask,
  offersFirst: (typed: string) => Choice[],
): Promise<string> {
  const known = namesByContact(context.storeToRead());
  return ask.search({
    message: `${message} (commas for several)`,
    search: (words) => [...offersFirst(words.trim()), ...peopleChoices(words, known)],
  });
}

function partsOf(answer: string): NamedPart[] {
  return [...new Set(answer.split('\n'))].map((name) => ({ name, highlight: null }));
}

/** So many words between commas are what happened, and no name. */
const SENTENCE = 5;
const TOLD = 'told:';

/**
 * Asks who took part, and takes a whole sentence for what happened, as people type it where they're asked first.
 * @returns the people, or the sentence
 */
export async function askWho(
  message: string,
  context: Context,
  ask: Ask,
): Promise<NamedPart[] | string> {
  const answer = await searchPeople(message, context, ask, (typed) => {
    const isSentence = typed.split(',').some((part) => part.trim().split(/\s+/).length >= SENTENCE);
    return isSentence ? [{ value: TOLD + typed, name: `${typed} (what happened)` }] : [];
  });
  return answer.startsWith(TOLD) ? answer.slice(TOLD.length) : partsOf(answer);
}

/** Somebody that words may mean. */
interface Option {
  /** `#ID`, or the new name. */
  value: string;
  name: string;
}

/** The lists of people that the words so far may mean, the likeliest first. */
function peopleChoices(words: string, known: readonly NameByContact[]): Choice[] {
  const parts = words.split(',').map((one) => one.trim());
  const last = parts.pop() ?? '';
  const before = parts
    .filter((one) => one !== '')
    .map((one) => optionsFor(one, known)[0] as Option);
  const chosen = new Set(before.map(({ value }) => value));
  const options = optionsFor(last, known).filter(({ value }) => !chosen.has(value));
  const lists = options.slice(0, MOST_SHOWN).map((one) => [...before, one]);
  if (last === '' && before.length > 0) lists.unshift(before);
  return lists.map((list) => ({
    value: list.map(({ value }) => value).join('\n'),
    name: list.map(({ name }) => name).join(', '),
  }));
}

/** Whom one name may mean: the best match first, then the most recent; last, somebody new. */
function optionsFor(typed: string, known: readonly NameByContact[]): Option[] {
  const wanted = fold(typed);
  const ranked = known
    .map((person) => ({ person, rank: rankOf(wanted, person.folded) }))
    .filter(({ rank }) => rank < NO_MATCH)
    .sort((a, b) => a.rank - b.rank);
  const isTwice = (name: string) => known.filter((one) => one.name === name).length > 1;
  const options = ranked.map(({ person: { id, name, place } }) => ({
    value: `#${id}`,
    name: isTwice(name) ? `${name} (${place ?? `#${id}`})` : name,
  }));
  const isExact = ranked[0]?.rank === 0;
  if (typed === '' || isExact || !/\p{L}/u.test(typed)) return options;
  return [...options.slice(0, MOST_SHOWN - 1), { value: typed, name: `${typed} (new)` }];
}

const NO_MATCH = 9;

/** How well a folded name fits: 0 for the whole name, less well the higher. */
function rankOf(wanted: string, folded: string): number {
  if (wanted === '') return 1;
  const names = folded.split('\n').filter((one) => one !== '');
  if (names.includes(wanted)) return 0;
  const [full = ''] = names;
  const words = names.flatMap((name) => name.split(/[ -]/));
  if (full.split(' ')[0] === wanted) return 1;
  if (words.includes(wanted)) return 2;
  if (names.some((name) => name.startsWith(wanted))) return 3;
  if (words.some((word) => word.startsWith(wanted))) return 4;
  if (isNickname(wanted, full.split(' ')[0] ?? '')) return 5;
  if (names.some((name) => name.includes(wanted))) return 6;
  const typed = wanted.split(' ');
  const isNear = (word: string) =>
    words.some((one) => one === word || (word.length > 2 && isOneSlip(word, one)));
  // "prya" and "tomm becker", and the letters so far of a longer name: "prya s".
  const isClose = typed.every((word) => isNear(word) || words.some((one) => one.startsWith(word)));
  if (isClose) return 7;
  return wanted.length > 3 && isBeginning(wanted, words) ? 8 : NO_MATCH;
}

/** A beginning of a name with one slip in it: "crhis" of "christopher". */
function isBeginning(wanted: string, words: readonly string[]): boolean {
  return words.some((word) =>
    [-1, 0, 1].some((more) => isOneSlip(wanted, word.slice(0, wanted.length + more))),
  );
}
