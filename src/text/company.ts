/** Companies as people write them on a profile: which names are of one, and how one says them. */
import { testerOf } from './alternatives.ts';
import { fold } from './fold.ts';

/** Forms of a company in English, German, French, Spanish, Italian, Dutch, the Nordic languages and Indian English. */
const LEGAL_FORM =
  /[ ,]+(?:(?:&|and) )?(?:incorporated|inc|ltd|limited|llc|llp|lp|plc|corp|corporation|co|company|gmbh(?: & co\.? kg)?|mbh|ag|kg|kgaa|ohg|ug|e\.? ?v|se|sarl|sas|sasu|sa|srl|spa|sl|bv|nv|ab|oy|oyj|a\/?s|aps|asa|pvt|private|pty|pte|fze|fzco|llc)\.?$/;
/** What a part of a company puts behind its name, beside a country. */
const PART_WORDS: ReadonlySet<string> = new Set(
  'group holding holdings international global worldwide hq headquarters emea apac latam dach europe asia africa america americas nordics benelux uk us usa uae'.split(
    ' ',
  ),
);
/** Not a company that two people share. */
const isNoCompany = testerOf(
  /^(?:(?:self|selbst|auto|zelf)\W?\p{L}+|freelanc\p{L}*|freiberuf\p{L}*|independent(?: (?:consultant|contractor))?|consultant|unemployed|retired|student|looking for .*|seeking .*|open to .*|various|confidential|stealth.*|n\/?a|none|-+|home|self|own business|private practice|career break)$/u,
);

let regions: ReadonlySet<string> | null = null;

/** The names of all countries, folded; made when first asked for. */
function countries(): ReadonlySet<string> {
  if (regions === null) {
    const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
    const codes = letters.flatMap((one) => letters.map((other) => one + other));
    const known = ['en', 'de', 'fr', 'es', 'it', 'nl', 'pt'].flatMap((language) => {
      const names = new Intl.DisplayNames(language, { type: 'region', fallback: 'none' });
      return codes.flatMap((code) => fold(names.of(code) ?? '') || []);
    });
    regions = new Set(known);
  }
  return regions;
}

/**
 * A company's name for comparison: folded, without "ex-", brackets, "Ltd" and the like, and without the country
 * or the "Group" at its end. Empty where it's no company: "Freelance".
 */
export function companyKey(name: string): string {
  let key = fold(name)
    .replace(/\([^)]*\)|\[[^\]]*\]/gu, ' ')
    .replace(/^(?:ex-\s*|former(?:ly)?(?: at)? )/u, '')
    .replace(/\.(?:com|net|org|io|ai)(?!\p{L})/gu, '')
    .replace(/["'.`®™©@]/gu, '')
    .replace(/(?<=[\p{L}\p{N}]) ?[&+] ?(?=[\p{L}\p{N}])| (?:und|et|og|och) /gu, ' and ')
    .replace(/[^\p{L}\p{N}\p{M}&/+,]+/gu, ' ')
    .replace(/^the (?=\S+ \S)/u, '')
    .trim();
  if (isNoCompany(key)) return '';
  for (;;) {
    const shorter = withoutPart(key.replace(LEGAL_FORM, '').replace(/,+$/u, '').trim());
    if (shorter === key || shorter === '') return key.replaceAll(',', '').replace(/\s+/gu, ' ');
    key = shorter;
  }
}

/** Most names of companies, with nothing to leave out: the patterns below are slow to compile. */
const PLAIN_WORD = /^[A-Za-z0-9]+$/;

/**
 * A company as one says it: without "Ltd" and the like, what stands in brackets or behind a bar, and without the
 * same name in a second script: "Wafd - وفد" is Wafd.
 */
export function spokenCompany(name: string): string {
  if (PLAIN_WORD.test(name)) return name;
  const plain = name.normalize('NFKC').trim();
  const shorter = inOneScript(plain)
    .replace(/ *(?:\([^)]*\)|\[[^\]]*\]) */gu, ' ')
    .replace(/(?<=\p{L}\S*) +[|•·].*$/u, '')
    .replace(new RegExp(LEGAL_FORM.source, 'iu'), '')
    .replace(/^[ ,]+|[ ,]+$/gu, '');
  return shorter === '' || shorter === plain ? plain : spokenCompany(shorter);
}

/** The part in Latin letters of a name given in two scripts, with a dash, bar or slash between them. */
function inOneScript(name: string): string {
  const parts = name.split(/\s+[-–—|/]+\s+|\s*[|/]\s*/u);
  const latin = parts.filter((part) => /\p{Script=Latin}/u.test(part));
  const others = parts.filter((part) => /\p{L}/u.test(part) && !/\p{Script=Latin}/u.test(part));
  return latin.length === 1 && others.length > 0 ? (latin[0] as string) : name;
}

/** Whether two names are of one company. */
export function isSameCompany(one: string, other: string): boolean {
  if (fold(spokenCompany(one)) === fold(spokenCompany(other))) return true;
  // Loading the names of all countries takes 25 ms, and is seldom needed.
  if (firstWord(one) !== firstWord(other)) return false;
  const key = companyKey(one);
  return key !== '' && key === companyKey(other);
}

function firstWord(company: string): string | undefined {
  return /[\p{L}\p{N}]+/u.exec(
    fold(company).replace(/^(?:the|ex|former(?:ly)?)[^\p{L}]+/u, ''),
  )?.[0];
}

/** The most characters of a company's name in a sentence. */
const MAX_SPOKEN = 40;

/** Whether a company can be named in a sentence: no "Freelance", no "Acme | We're hiring!". */
export function isSayableCompany(name: string): boolean {
  const spoken = spokenCompany(name);
  return (
    spoken.length <= MAX_SPOKEN &&
    (/[A-Za-z]{2}/.test(spoken) || /\p{L}{2}/u.test(spoken)) &&
    (PLAIN_WORD.test(spoken) || /^[\p{L}\p{M}\p{N} &.'’-]+$/u.test(spoken)) &&
    !isNoCompany(fold(spoken).trim())
  );
}

/** Without a country or another word for a part at the end, of which something must be in front. */
function withoutPart(key: string): string {
  const words = key.split(/[\s,]+/u);
  // "United Arab Emirates"
  for (let count = Math.min(3, words.length - 1); count > 0; count--) {
    const end = words.slice(-count).join(' ');
    const rest = words.slice(0, -count);
    // "Bank of India" is another bank than "Bank"; "Accenture in India" is Accenture.
    if (rest.length === 2 && rest[1] === 'in') rest.pop();
    const isNamed = /^(?:of|for|in|the|and|de|du|von|van|di|della?)$/u.test(rest.at(-1) ?? '');
    if (!isNamed && (countries().has(end) || (count === 1 && PART_WORDS.has(end))))
      return rest.join(' ');
  }
  return key;
}
