/** The name to greet a person by. */
import { fold } from '../../text/fold.ts';
import { isKnownName } from '../../text/nicknames.ts';
import { givenOf } from './given-names.ts';
import { cleanLine } from './plain-text.ts';

/** Titles and forms of address before a name, in small letters and without a dot. */
const HONORIFICS: ReadonlySet<string> = new Set(
  `detective sergeant inspector constable undersecretary secretary minister senator governor commissioner superintendent colonel
  admiral monsignor archdeacon archbishop cardinal principal cllr sgt msgr dr prof professor
  doctor mr mrs ms miss mx sir dame rev reverend fr hon capt captain col lt maj gen herr frau
  sra srta sr señor señora eng ing dipl dipl-ing dr-ing mag dott dottssa dipling drs ir mme
  mlle monsieur madame dra profa univ-prof pd shri smt adv rabbi imam sheikh ustad pastor
  bishop canon deacon vicar chaplain maestro maestra justice judge ambassador lady lord д-р
  др проф профессор`.split(/\s+/u),
);
/** Kept before a family name on its own: "Ms. Marvel". */
const FORMAL = /^(?:mr|mrs|ms|miss|mx|herr|frau|sra|señor|señora|mme|mlle|monsieur|madame)\.?$/i;
const DOTTED_ONLY = /^(?:fr|hon|ing|eng|mag|ir|sr|adv|pd|dipl)$/i;
const CREDENTIAL =
  /^(?:jr|sr|ii|iii|iv|esq|ph\.?d|m\.?d|m\.?sc|b\.?sc|m\.?a|b\.?a|m\.?s|b\.?s|mba|mphil|dphil|meng|beng|cpa|cfa|pmp|rn|jd|llb|llm|edd|dds|dr|prof|he\/.*|she\/.*|they\/.*|he|him|his|she|her|hers|they|them|theirs|certified|licensed|fellow)\.?$/i;
const WORK =
  /\b(?:engineer|manager|director|consultant|designer|developer|analyst|lead|head|officer|founder|ceo|cto|vp|president|recruiter|specialist|architect|advisor|coach|student|expert|inc|ltd|llc|gmbh|corp|team|product|sales|marketing|finance|engineering|hiring)\b/i;
/** What an account is for, in front of or instead of a name: "HR Tamar". "Talent" alone is a given name. */
const FUNCTION =
  /^(?:(?:hr\p{L}{0,2}|h\.r\.?|human resources|talent (?:acquisition|team)|recruit(?:ers?|ing|ment)|careers|hiring|staffing|admin)(?: |$))+/iu;
const PARTICLE =
  /^(?:van|von|der|den|de|del|della|di|da|dos|das|du|la|le|el|al|bin|ibn|ter|ten|zu|zur|af|av)$/i;
/** First halves of given names that aren't used on their own. */
const COMPOUND = /^(?:abd|abdel|abdul|abdal|abu|umm|عبد|أبو|ابو|أم)$/i;

// In functions: patterns with classes of Unicode take 1 ms to parse, and most names need none.

/** Degrees and certificates by their shape: "MBA", "SHRM-CP", "CFP", "PhD". */
const isCredential = (word: string) =>
  /^(?:\p{Lu}{2,}(?:[-/+]\p{Lu}+\d*)*|(?=.{2,6}$)(?:\p{Lu}\p{Ll}{0,3}\.?)+\p{Lu})\.?$/u.test(word);
/** Initials such as "JR", "J.R" and "j.": not a greeting if another name follows. */
const areInitials = (token: string) => /^(?:(?:\p{Lu}\.?)+|(?:\p{L}\.)*\p{L}?)$/u.test(token);
const isEastAsian = (text: string) =>
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}ー・々]+$/u.test(text);
/** 'Radosław "Radek" Piątek'. */
const nicknameIn = (name: string) =>
  /^\p{Lu}[\p{L}.'’ -]*\s["“”„](\p{Lu}\p{Ll}[\p{L}-]{0,20})["“”]\s\p{L}/u.exec(name)?.[1];

/** A shortcut for most names, two or more plain words: the patterns above are slow to compile. */
const PLAIN = /^([A-Z][a-z]{2,}) (?:[A-Z][a-z]+ ?)+$/;
/** Words that the patterns above may match, which rule out the shortcut. */
const ASIDE: ReadonlySet<string> = new Set([
  ...HONORIFICS,
  ...`jr ii iii iv esq phd md msc bsc ma ba mba mphil dphil meng beng cpa cfa pmp rn jd llb llm
  edd dds he him his she her hers they them theirs certified licensed fellow engineer manager
  director consultant designer developer analyst lead head officer founder ceo cto vp
  president recruiter specialist architect advisor coach student expert inc ltd llc gmbh corp
  team product sales marketing finance engineering hiring hr human talent recruiter recruiters recruiting recruitment careers staffing admin van von der den de del della di da
  dos das du la le el al bin ibn ter ten zu zur af av abd abdel abdul abdal abu umm`.split(/\s+/u),
]);

/**
 * The name to greet someone by: Ana for "Dr. Ana Ruiz", Kim for "Kim Lee, MBA", Jan for "van der
 * Berg, Jan". Names in East Asian scripts stay whole.
 * @returns one clean line, or "there" if no letter is left
 */
export function greetingName(name: string): string {
  const first = PLAIN.exec(name)?.[1];
  if (
    first !== undefined &&
    !name
      .toLowerCase()
      .split(' ')
      .some((word) => ASIDE.has(word))
  )
    return givenOf(name.trim().split(' ')) ?? first;
  const nick = nicknameIn(name.normalize('NFC'));
  if (nick !== undefined) return nick;
  // Removed before NFKC, which turns ™ into two letters.
  const styled = cleanLine(name.replace(/[®™©℠]/gu, '').normalize('NFKC'));
  const address = /^([\p{L}\p{N}._+-]+)@[\p{L}\p{N}.-]*$/u.exec(styled);
  const handle =
    /^[\p{L}]+(?:[._][\p{L}]+)+$/u.test(styled) && /\p{L}{2}/u.test(styled) && !/\.$/u.test(styled);
  const base = address?.[1]
    ? address[1].replace(/[._+\d-]+/gu, ' ')
    : handle
      ? styled.replace(/[._]/gu, ' ')
      : styled;
  const plain = cleanLine(
    base
      .replace(/\([^)]*\)|\[[^\]]*\]|\{[^}]*\}|<[^>]*>|（[^）]*）|【[^】]*】/gu, ' ')
      .replace(/[()[\]{}<>（）【】@]/gu, ' ')
      .replace(
        /[\p{Extended_Pictographic}\p{Emoji_Modifier}\p{Regional_Indicator}\p{S}★☆•|/\\*_~#"“”„«»!?¡¿:;]|\u{20E3}/gu,
        ' ',
      )
      .replace(/\.{2,}/gu, ' '),
  );
  const tokens = givenPart(plain)
    .split(/\s+/u)
    .map((token) => token.replace(/^[^\p{L}]+|[^\p{L}\p{M}.]+$/gu, ''))
    .filter((token) => /\p{L}/u.test(token));
  const found = pick(tokens);
  return found === '' ? 'there' : cased(found, plain);
}

/** Titles in small letters, and how one says them. */
const TITLES: ReadonlyMap<string, string> = new Map([
  ['prof', 'Professor'],
  ['professor', 'Professor'],
  ['dr', 'Dr'],
  ['doctor', 'Dr'],
  ['dra', 'Dr'],
  ['justice', 'Justice'],
  ['judge', 'Judge'],
  ['principal', 'Principal'],
  ['canon', 'Canon'],
  ['undersecretary', 'Undersecretary'],
  ['secretary', 'Secretary'],
  ['minister', 'Minister'],
  ['senator', 'Senator'],
  ['governor', 'Governor'],
  ['commissioner', 'Commissioner'],
  ['superintendent', 'Superintendent'],
  ['colonel', 'Colonel'],
  ['admiral', 'Admiral'],
  ['monsignor', 'Monsignor'],
  ['archdeacon', 'Archdeacon'],
  ['archbishop', 'Archbishop'],
  ['cardinal', 'Cardinal'],
  ['capt', 'Captain'],
  ['captain', 'Captain'],
  ['rev', 'Reverend'],
  ['reverend', 'Reverend'],
  ['rabbi', 'Rabbi'],
  ['councillor', 'Councillor'],
  ['cllr', 'Councillor'],
  ['chef', 'Chef'],
  ['father', 'Father'],
  ['sister', 'Sister'],
  ['maestro', 'Maestro'],
  ['maestra', 'Maestro'],
  ['bishop', 'Bishop'],
  ['ambassador', 'Ambassador'],
  ['dame', 'Dame'],
  ['lady', 'Lady'],
  ['lord', 'Lord'],
  ['sir', 'Sir'],
  ['sgt', 'Sergeant'],
  ['sergeant', 'Sergeant'],
  ['inspector', 'Inspector'],
  ['constable', 'Constable'],
  ['pastor', 'Pastor'],
  ['imam', 'Imam'],
]);
/** Titles that go with a given name. */
const WITH_GIVEN: ReadonlySet<string> = new Set([
  'Father',
  'Sister',
  'Dame',
  'Lady',
  'Lord',
  'Sir',
  'Pastor',
  'Imam',
]);

/** How a person with a title is addressed by those who don't use their first name: "Dr Aune"; null without one. */
export function titleOfPerson(name: string): string | null {
  const words = cleanLine(name.split(/[,，(]/u)[0] as string).split(' ');
  const bare = (word: string | undefined) => (word ?? '').replace(/\.$/u, '');
  const isDetective = /^det(?:ective)?$/iu.test(bare(words[0]));
  if (isDetective) words.shift();
  const rank = TITLES.get(bare(words[0]).toLowerCase());
  if (rank === undefined) return null;
  const title = isDetective ? `Detective ${rank}` : rank;
  const tokens = words.slice(1).filter((word) => !/^(?:dr|med|prof)\.?$/iu.test(word));
  const given = givenOf(tokens) ?? (tokens.length > 1 ? (tokens[0] as string) : '');
  // In Vietnam a title stands before the given name.
  const isGiven = WITH_GIVEN.has(title) || (tokens.at(-1) === given && tokens.length > 2);
  if (isGiven && given !== '') return `${title} ${given}`;
  const family = tokens.filter(
    (token) => !given.split(' ').includes(token) && !/^\p{Lu}\.?$/u.test(token),
  );
  return /\p{L}{2}/u.test(family.join('')) ? `${title} ${familyOf(family).join(' ')}` : null;
}

/** "Gül Demirtaş" is a second given name and the family one, "López García" and "van der Berg" are family names. */
function familyOf(names: readonly string[]): readonly string[] {
  const isDouble =
    names.length === 2 && /(?:ez|az|iz|oz|ña|ño)$|[áéíóúñ]/iu.test(names[0] as string);
  const from = names.findIndex((name) => PARTICLE.test(name));
  return from >= 0 ? names.slice(from) : isDouble ? names : names.slice(-1);
}

/** Whether a name to call somebody by begins with a title: "Justice Mbugua". */
export function isTitled(call: string): boolean {
  const [first = '', ...rest] = call.split(' ');
  return rest.length > 0 && TITLES.has(first.replace(/\.$/u, '').toLowerCase());
}

/** The name to greet a person by: as I set it with `--call`, else from their name, with the accents that an alias has. */
export function greetingOf({
  name,
  call,
  aliases = [],
}: {
  name: string;
  call: string | null;
  aliases?: readonly string[];
}): string {
  if (call !== null) return call;
  const accented = aliases.find((alias) => /[^ -~]/u.test(alias) && fold(alias) === fold(name));
  return greetingName(accented ?? name);
}

/** The comma-separated part of a name that contains the given name. */
function givenPart(name: string): string {
  const [first = '', ...rest] = name.split(/[,，]/u).map((part) => part.trim());
  const other = rest.find((part) => /\p{L}/u.test(part) && !isSuffix(part, name));
  if (other === undefined) return /\p{L}/u.test(first) ? first : name;
  if (!/\p{L}/u.test(first)) return other;
  if (isSuffix(first, name)) return other;
  const words = first.split(/\s+/u);
  const isFamilyFirst =
    words.length === 1 || words.some((word) => PARTICLE.test(word)) || isGiven(other);
  return isFamilyFirst && !WORK.test(other) && !isTitle(words[0] as string) ? other : first;
}

/** Whether a part is credentials, pronouns, "Jr." or a stray particle. */
function isSuffix(part: string, whole: string): boolean {
  // If the whole name is in capitals, the shape means nothing.
  const hasShape = /\p{Ll}/u.test(whole);
  const words = part.split(/\s+/u);
  return words.every(
    (word) => CREDENTIAL.test(word) || PARTICLE.test(word) || (hasShape && isCredential(word)),
  );
}

function isGiven(part: string): boolean {
  return /^\p{Lu}[\p{L}\p{M}'’-]+(?:\s\p{Lu}\.?)?$/u.test(part) && !/^\p{Lu}+$/u.test(part);
}

function pick(tokens: readonly string[]): string {
  let start = 0;
  while (start < tokens.length - 1 && isHonorific(tokens[start] as string)) start += 1;
  const named = tokens.slice(start).join(' ').replace(FUNCTION, '');
  if (named === '') return '';
  const left = named.split(' ');
  const given = givenOf(left);
  if (given !== null) return given;
  const [first = '', second] = left;
  const title = tokens[start - 1] ?? '';
  if (second === undefined && FORMAL.test(title)) return `${title} ${first}`;
  if (isEastAsian(first)) {
    return left.find((token) => /^\p{Script=Latin}{2}/u.test(token)) ?? left.join(' ');
  }
  if (second !== undefined && COMPOUND.test(first)) return `${first} ${second}`;
  if (PARTICLE.test(first) && first === first.toLowerCase() && second !== undefined)
    return left.join(' ');
  const isInitial = /^\p{L}\.?$/u.test(first);
  if (isInitial && left.length > 2) {
    const full = left.slice(0, -1).find((token) => !areInitials(token) || token.length > 3);
    if (full) return full.replace(/\.+$/u, '');
  }
  if (isInitial) return second === undefined ? first : `${first.replace(/\.$/u, '')}.`;
  return /^(?:\p{L}\.)+\p{L}?\.?$/u.test(first) ? first : first.replace(/\.+$/u, '');
}

function isTitle(word: string): boolean {
  return HONORIFICS.has(word.replace(/\.$/u, '').toLowerCase());
}

function isHonorific(token: string): boolean {
  const bare = token.replace(/\./gu, '');
  return isTitle(bare) && (!DOTTED_ONLY.test(bare) || token.includes('.'));
}

/** "PRIYA" and "priya" become "Priya"; initials such as JP stay. */
function cased(name: string, whole: string): string {
  const isLoud = /^\p{Lu}{3,}$/u.test(name) && isKnownName(fold(name));
  const isShouted = (isLoud || !/\p{Ll}/u.test(whole)) && /\p{Lu}/u.test(name) && name.length > 2;
  const isSmall = !/\p{Lu}/u.test(whole) && /\p{Ll}/u.test(name);
  if (!isShouted && !isSmall) return name;
  if (isShouted && !/[AEIOUYÀ-ÖØ-ÝА-Я]/u.test(name)) return name;
  const small = name.toLowerCase().replace(/i\u0307/gu, 'i');
  return small
    .replace(
      /(^|[\s.'’-])(\p{Ll})/gu,
      (_, before: string, letter: string) => before + letter.toUpperCase(),
    )
    .normalize('NFC');
}
