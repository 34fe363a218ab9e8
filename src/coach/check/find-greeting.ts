import { isKnownName } from '../../text/nicknames.ts';
import { isCommonWord } from './language.ts';
import { isCapitalised, type Message, type Word } from './message.ts';

/** The greeting of a message. Offsets are UTF-16 units of the NFC text. */
export interface Greeting {
  names: Word[];
  /** "Dr" or "Frau": a surname follows. */
  hasTitle: boolean;
  /** Whether the language inflects names in a greeting, as Polish, Czech and Greek do. */
  isInflected: boolean;
  start: number;
  end: number;
}

const wordSet = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/));

/** Opening words, folded. A greeting may have several: "Good morning", "Sehr geehrte". */
const OPENINGS = wordSet(
  `hi hello hey hiya heya dear good morning afternoon evening day greetings howdy welcome
  hallo liebe lieber liebes guten tag morgen abend sehr geehrte geehrter moin servus gruss gott grusse
  bonjour bonsoir salut cher chere coucou
  hola buenos buenas dias tardes noches estimado estimada querido querida apreciado apreciada muy
  ola oi bom boa dia tarde noite caro cara prezado prezada
  ciao buongiorno buonasera salve gentile gentilissimo gentilissima egregio carissimo carissima
  beste geachte hoi dag goedemorgen goedemiddag goedenavond goedendag
  hej hejsan hei hejda god morgon kara bast kaere kjaere tjena halla morn
  czesc witaj witam dzien dobry szanowny szanowna drogi droga mily mila
  ahoj dobry den vazeny vazena mily zdravo bok postovani dragi pozdrav cau
  merhaba selam sayin sevgili gunaydin iyi gunler
  szia kedves tisztelt udvozlom jo napot
  salut buna draga stimate stimata ziua
  moi terve hyva hyvaa paivaa huomenta tere lugupeetud kallis labas sveiki gerbiamas
  halo hai selamat pagi siang yth kumusta mahal na xin chao kinh gui than habari jambo sawubona salam assalamualaikum namaste shalom marhaba aloha
  привет здравствуите добрыи день уважаемыи уважаемая дорогои дорогая вітаю привіт добрии шановнии шановна γεια αγαπητε αγαπητη καλημερα`,
);
/** Openings in languages that inflect names in a greeting: Agata becomes Agato. */
const INFLECTING = wordSet(
  `czesc witaj witam dzien szanowny szanowna drogi droga mila mily ahoj dobry vazeny vazena zdravo bok postovani dragi pozdrav cau labas sveiki gerbiamas привіт вітаю добрии шановнии шановна дорога γεια αγαπητε αγαπητη καλημερα`,
);
const TITLES = wordSet(
  `dr prof professor professorin mr mrs ms miss mx sir madam dame rev fr br sr hon
  herr frau hr fr ing dipl mag
  monsieur madame mademoiselle maitre m mme
  senor senora senorita don dona sr sra
  senhor senhora sr sra doutor doutora dra eng
  signor signora signorina dott dottore dottoressa avv ing
  heer mevrouw mijnheer dhr mevr
  pan pani panie panstwo pane mgr inz
  bay bayan bey hanim sensei capt captain sgt officer nurse coach sister brother matron judge justice chef`,
);
/** Words after an opening that address a group or no one in particular. */
const GROUP_WORDS = wordSet(
  `all team everyone everybody folks friends friend colleague colleagues both there again guys people
  crew gang ladies gentlemen sir madam hiring manager recruiter connection member neighbour neighbor
  customer client partner sirs committee board department group family fellow student students
  alle zusammen kollege kollegin kolleginnen kollegen team damen herren tous toutes collegue collegues
  equipe todos todas equipo colega colegas tutti tutte collega collegas allemaal iedereen alla kollegor
  kollegaer kolleger wszyscy wszystkim zespole ekip herkese dia tarde`,
);
const CONJUNCTIONS = wordSet('and und et y e en och og i ve or');
const MAX_NAMES = 4;

function namesFrom(message: Message, from: number): Word[] {
  const names: Word[] = [];
  for (let index = from; index < message.words.length && names.length < MAX_NAMES; index++) {
    const word = message.words[index] as Word;
    const isJoined =
      index === from ||
      /^[ \t&-]{1,3}$/.test(word.before) ||
      isEnumerated(message, index) ||
      (word.before === ', ' && CONJUNCTIONS.has(word.fold) && names.length > 1) ||
      (/^\.\s?$/.test(word.before) && TITLES.has((message.words[index - 1] as Word).fold)) ||
      (/^\. ?$/.test(word.before) && (message.words[index - 1] as Word).text.length === 1);
    if (!isJoined) break;
    if (CONJUNCTIONS.has(word.fold) && names.length > 0 && isNameLike(message, index + 1)) continue;
    if (!isNameLike(message, index)) break;
    names.push(word);
  }
  return names;
}

/** Whether a list of names goes on at this word: "Hi Tom, Wendy and Anna,". */
function isEnumerated(message: Message, from: number): boolean {
  const { words } = message;
  let at = from;
  while (words[at]?.before === ', ' && isNameLike(message, at)) at++;
  return (
    at > from &&
    CONJUNCTIONS.has(words[at]?.fold ?? '') &&
    isNameLike(message, at + 1) &&
    /^\s?[,!:–—-]|\n/.test(words[at + 2]?.before ?? ',')
  );
}

function isNameLike({ words }: Message, index: number): boolean {
  const word = words[index];
  if (word === undefined || !/\p{L}/u.test(word.text)) return false;
  const next = words[index + 1];
  const endsGreeting =
    next === undefined || /^\s?[,!.:;–—-]/.test(next.before) || next.before.includes('\n');
  const hasCase = word.text.toLowerCase() !== word.text.toUpperCase();
  if (hasCase && !isCapitalised(word))
    return endsGreeting && isKnownName(word.fold) && !isCommonWord(word.fold);
  return endsGreeting || !isCommonWord(word.fold);
}

function greetingAfterOpening(message: Message): Greeting | null {
  const { words } = message;
  let at = 0;
  while (
    at < 4 &&
    words[at] !== undefined &&
    OPENINGS.has((words[at] as Word).fold) &&
    (at === 0 || /^[\s,]*$/.test((words[at] as Word).before))
  )
    at++;
  const first = words[at];
  if (at === 0 || first === undefined || !/^[\s,]{1,3}$/.test(first.before)) return null;
  // After a comma, the name needs another one: "Hi, Priya here" greets no one.
  if (first.before.includes(',') && !/^\s?[,!]/.test(words[at + 1]?.before ?? '')) return null;
  let hasTitle = false;
  while (
    at < 8 &&
    TITLES.has(words[at]?.fold ?? '') &&
    /^[\s.]*$/.test((words[at] as Word).before)
  ) {
    hasTitle = true;
    at++;
  }
  if (hasTitle && !/^[\s.]*$/.test(words[at]?.before ?? '')) return null;
  return toGreeting(message, at, hasTitle);
}

function toGreeting(message: Message, at: number, hasTitle: boolean): Greeting | null {
  const names = namesFrom(message, at);
  const last = names.at(-1);
  if (last === undefined) return null;
  // "Hi Platform folks", "Dear Billing team" greet a group.
  const next = message.words[message.words.indexOf(last) + 1];
  const isGroup = [...names, ...(next?.before === ' ' ? [next] : [])].some((word) =>
    GROUP_WORDS.has(word.fold),
  );
  if (isGroup) return null;
  const opening = message.words[0] as Word;
  const isInflected = INFLECTING.has(opening.fold);
  return { names, hasTitle, isInflected, start: opening.start, end: last.end };
}

/** A known first name and a comma: "Jun, your feedback …". */
function greetingAtStart(message: Message, isName: (word: Word) => boolean): Greeting | null {
  const [first, next] = message.words;
  if (first === undefined || next === undefined || !isCapitalised(first) || !isName(first))
    return null;
  if (!/^\s?[,!]/.test(next.before) && !/^\s?[–—-]\s/.test(next.before)) return null;
  return {
    names: [first],
    hasTitle: false,
    isInflected: false,
    start: first.start,
    end: first.end,
  };
}

const PRAISE = wordSet('congratulations congrats thanks thank well bravo kudos great good');

/** Accepts rare names after praise ("Congratulations on the keeper's job, Rowan!"), not places. */
function isPraised(words: readonly Word[], index: number): boolean {
  const before = words[index - 1];
  const word = words[index] as Word;
  return (
    before !== undefined &&
    word.sentence === 0 &&
    PRAISE.has((words[0] as Word).fold) &&
    !/\d/.test(word.text) &&
    !isCapitalised(before)
  );
}

/** A name that ends one of the first two sentences: "Congratulations on the new job, Oisín!". */
function greetingAfterSentence(message: Message, isName: (word: Word) => boolean): Greeting | null {
  for (const [index, word] of message.words.entries()) {
    if (word.sentence > 1) break;
    const next = message.words[index + 1];
    const isEnd =
      next === undefined
        ? /^\s*[!.]/.test(message.text.slice(word.end, word.end + 3))
        : next.isSentenceStart;
    if (
      isEnd &&
      /^,\s$/.test(word.before) &&
      isCapitalised(word) &&
      (isName(word) || (!isCommonWord(word.fold) && isPraised(message.words, index)))
    ) {
      return {
        names: [word],
        hasTitle: false,
        isInflected: false,
        start: word.start,
        end: word.end,
      };
    }
  }
  return null;
}

/** Opening words that only greet; "Good" and "Welcome" begin other sentences too. */
const PLAIN_OPENINGS = wordSet(
  'hi hello hey hiya dear hallo liebe lieber bonjour cher chere hola ciao caro cara hej ola',
);

/** Greetings further down, as in a message pasted from two: "Hi Ana, … Hi Tom, …". */
export function findLaterGreetings({ text, words }: Message, first: Greeting | null): Greeting[] {
  return words.flatMap((word, at) => {
    if (at === 0 || word.start < (first?.end ?? 0)) return [];
    if (!word.isSentenceStart || !isCapitalised(word) || !PLAIN_OPENINGS.has(word.fold)) return [];
    const found = greetingAfterOpening({ text, words: words.slice(at, at + 12), isEnglish: true });
    if (found === null || !found.names.every(isCapitalised)) return [];
    const after = text.slice(found.end, found.end + 3);
    return /^\s*(?:[,!:–—-]|\n)/.test(after) ? [found] : [];
  });
}

/**
 * Finds who a message greets: after an opening word (in two dozen languages), as the first word,
 * or at the end of a sentence. Null for no one or a group.
 * @param isName whether a word with no opening before it is a first name
 */
export function findGreeting(message: Message, isName: (word: Word) => boolean): Greeting | null {
  return (
    greetingAfterOpening(message) ??
    greetingAtStart(message, isName) ??
    greetingAfterSentence(message, isName)
  );
}
