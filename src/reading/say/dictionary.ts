import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** What the spelling dictionary says of English words. */
export interface Dictionary {
  /** Whether a word in this case is English, inflected or not. */
  has: (word: string) => boolean;
  /** The same, without compounds of two words: "carmen" and "marlow" are none. */
  isWord: (word: string) => boolean;
  /** Whether it is written with a capital only: "sunday". */
  isName: (word: string) => boolean;
  /** Whether it is a name too when written large: "Polish". */
  isAlsoName: (word: string) => boolean;
  /** Whether it is an abbreviation in capitals: "cpr". */
  isAbbreviation: (word: string) => boolean;
  /** Whether it can be a thing. */
  isNoun: (word: string) => boolean;
  /** Whether one can do it: it has a form in -ing. */
  isVerb: (base: string) => boolean;
  /** Whether an unknown word is an English one with a letter doubled, lost or swapped. */
  isSlip: (word: string) => boolean;
  /** Whether it is the plural of a noun. */
  isPlural: (word: string) => boolean;
  /** Whether it may stand without an article: it has no plural. */
  isMass: (word: string) => boolean;
  /** Whether one can be more or less so: it has a form in -ly, -er or -ness. */
  isGradable: (word: string) => boolean;
  /** Whether it is somebody or something that does: "listener". */
  isDoer: (word: string) => boolean;
}

let loaded: Promise<Dictionary> | undefined;

/** Reads the dictionary once. */
export function loadDictionary(): Promise<Dictionary> {
  loaded ??= load();
  return loaded;
}

const PREFIX =
  /^(?:un|re|de|dis|pre|co(?=\p{L}{4})|mis|non|anti|auto|bio|multi|inter|over|under|out|up|down|back|cross|tele|micro)(?=\p{L}{3})/u;
const ABSTRACT = /(?:ness|ity|ance|ence|ism|ship|hood|dom|work|ware|cy|tion|sion)$/u;

async function load(): Promise<Dictionary> {
  // Only its word list: importing the package reads twice as much.
  const index = createRequire(import.meta.url).resolve('dictionary-en');
  const lines = `\n${await readFile(join(dirname(index), 'index.dic'), 'utf8')}\n`;
  const found = new Map<string, string | null>();
  const sections = new Map<string, string>();

  /** The entries that begin with a letter stand together; to look in them alone is twenty times as fast. */
  function sectionOf(letter: string): string {
    let section = sections.get(letter);
    if (section === undefined) {
      const last = lines.lastIndexOf(`\n${letter}`);
      section =
        last < 0
          ? ''
          : lines.slice(lines.indexOf(`\n${letter}`), lines.indexOf('\n', last + 1) + 1);
      sections.set(letter, section);
    }
    return section;
  }

  function look(word: string): string | null {
    const section = sectionOf(word.charAt(0));
    const at = section.indexOf(`\n${word}/`);
    if (at >= 0) return section.slice(at + word.length + 2, section.indexOf('\n', at + 1));
    return section.includes(`\n${word}\n`) ? '' : null;
  }

  /** The affix letters of an entry; null where there is none. British spelling is looked up as American. */
  function flagsOf(word: string): string | null {
    let flags = found.get(word);
    if (flags === undefined) {
      const other = american(word);
      flags = look(word) ?? (other === word ? null : look(other));
      found.set(word, flags);
    }
    return flags;
  }

  const carries = (word: string, flag: RegExp) => flag.test(flagsOf(word) ?? '');
  const isEntry = (word: string) => flagsOf(word) !== null;
  const isVerb = (base: string): boolean =>
    [base, base.replace(PREFIX, '')].some(
      (one) =>
        carries(one, /G/) ||
        (isEntry(one) && isEntry(`${one}ing`)) ||
        (/[^aeiou]$/.test(one) && flagsOf(`${one}${one.at(-1)}ing`) !== null),
    );
  const isPlural = (word: string) =>
    singulars(word).some((one) => carries(one, /[SM]/)) ||
    /^(?:people|children|men|women|feet|teeth|mice|geese)$/.test(word) ||
    (/men$/.test(word) && isEntry(word.replace(/men$/, 'man')));

  function isForm(word: string): boolean {
    return (
      isEntry(word) ||
      isPlural(word) ||
      bases(word, 'ed').some((base) => carries(base, /D/)) ||
      bases(word, 'ing').some((base) => carries(base, /G/)) ||
      bases(word, 'er').some((base) => carries(base, /[RZT]/)) ||
      bases(word, 'ers').some((base) => carries(base, /[RZ]/)) ||
      bases(word, 'est').some((base) => carries(base, /T/)) ||
      bases(word, 'ly').some((base) => carries(base, /Y/)) ||
      bases(word, 'ion').some((base) => carries(base, /[NX]/)) ||
      (/ication$/u.test(word) && carries(word.replace(/ication$/u, 'y'), /[NX]/)) ||
      bases(word, 'ment').some((base) => carries(base, /L/)) ||
      bases(word, 'ness').some((base) => carries(base, /P/)) ||
      bases(word, 'able').some((base) => carries(base, /B/)) ||
      bases(word, 'ings').some((base) => carries(base, /[JG]/)) ||
      (/(?:ings|led|ling)$/u.test(word) && isEntry(american(word)))
    );
  }

  function isWord(word: string): boolean {
    const rest = word.replace(PREFIX, '');
    return isForm(word) || (rest !== word && isForm(rest));
  }

  return {
    isVerb,
    isWord,
    isPlural,
    isAlsoName: (word) => isEntry(word.charAt(0).toUpperCase() + word.slice(1)),
    isAbbreviation: (word) => !isWord(word) && isEntry(word.toUpperCase()),
    isNoun: (word) => {
      const flags = flagsOf(word) ?? flagsOf(word.replace(PREFIX, ''));
      // Without an ending of any kind: "birdsong" is one, "sworn" is not.
      if (!flags)
        return !/(?:orn|itten|osen|iven|aken|oken|[hrd]own|awn|one|een|ilt|old|eld)$/.test(word);
      return /[SMGZJ]/.test(flags) || isPlural(word) || /ing$/.test(word);
    },
    has: (word) => {
      if (isWord(word)) return true;
      for (let at = 3; at <= word.length - 3; at++)
        if (isForm(word.slice(0, at)) && isForm(word.slice(at))) return true;
      return false;
    },
    isName: (word) => !isWord(word) && isEntry(word.charAt(0).toUpperCase() + word.slice(1)),
    isSlip: (word) => {
      for (let at = 0; at < word.length; at++) {
        const [start, here, end] = [word.slice(0, at), word.charAt(at), word.slice(at + 1)];
        const lost = [...'aeiou'].map((vowel) => start + vowel + here + end);
        if (
          [
            ...lost,
            at === 0 ? word : start + end,
            start + here + here + end,
            start + end.charAt(0) + here + end.slice(1),
          ].some(isWord)
        )
          return true;
      }
      return false;
    },
    isMass: (word) => {
      const flags = flagsOf(word);
      if (flags === null) return /(?:ing|ness|ity)$/u.test(word);
      return (
        ABSTRACT.test(word) ||
        (flags.includes('M') && !flags.includes('S')) ||
        /\p{L}{2}ing$/u.test(word)
      );
    },
    isGradable: (word) =>
      carries(word, /[YTP]/) ||
      bases(word, 'ed').some((b) => carries(b, /D/)) ||
      isEntry(`${word}ly`),
    isDoer: (word) =>
      /(?:[eo]r|ist|ian|ant)s?$/u.test(word) &&
      (['er', 'or', 'ers', 'ors'].some((end) => bases(word, end).some(isVerb)) ||
        /(?:[^l]ist|ian)s?$/u.test(word)),
  };
}

/** What an inflected word may be a form of. */
function bases(word: string, end: string): string[] {
  if (!word.endsWith(end) || word.length < end.length + 2) return [];
  const stem = word.slice(0, -end.length);
  const plain = [stem, stem.replace(/i$/u, 'y')];
  // "Replacment" comes from nothing: only before a vowel an e is lost.
  if (!/^[aeiou]/.test(end)) return end === 'ly' ? [...plain, `${stem}le`] : plain;
  return [...plain, `${stem}e`, stem.replace(/(\p{L})\1$/u, '$1')];
}

function singulars(word: string): string[] {
  if (!/[^s]s$/u.test(word)) return [];
  return [
    word.slice(0, -1),
    word.replace(/ies$/u, 'y'),
    word.replace(/es$/u, ''),
    word.replace(/ves$/u, 'f'),
  ].filter((one) => one !== word);
}

function american(word: string): string {
  return word
    .replace(/is(?=e$|ed$|es$|ing$|ation$|ations$|er$|ers$)/u, 'iz')
    .replace(/ys(?=e$|ed$|ing$)/u, 'yz')
    .replace(/our(?=s?$|ed$|ing$|ful$|able$|ite$)/u, 'or')
    .replace(/ll(?=ed$|ing$|er$|ers$)/u, 'l')
    .replace(/([tb])re(?=s?$)/u, '$1er')
    .replace(/^plough/u, 'plow')
    .replace(/cheque/u, 'check')
    .replace(/^draught/u, 'draft')
    .replace(/^(m|sm)ould/u, '$1old')
    .replace(/^cos(?=y$|ier$)/u, 'coz')
    .replace(/oe(?=[dst])/u, 'e')
    .replace(/ogue(?=s?$)/u, 'og')
    .replace(/^(.*)mme(?=s?$)/u, '$1m')
    .replace(/^grey/u, 'gray')
    .replace(/^tyre/u, 'tire')
    .replace(/^yoghurt/u, 'yogurt')
    .replace(/ence(?=s?$)/u, 'ense')
    .replace(/aea|ae/u, 'e');
}
