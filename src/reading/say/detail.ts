/** A remembered detail, as it can be said to its owner: certain or absent. */

import type { Detail, Kind } from '../../model.ts';
import { escapePattern } from '../../text/escape-pattern.ts';
import { readClause, readFirst, readGerund, readTyped } from './deed.ts';
import { loadDictionary } from './dictionary.ts';
import { cleanNote, firstPart, lowerFirst } from './note.ts';
import type { Language } from './phrase.ts';
import { readQuality } from './quality.ts';

import { loadTagger, type Word } from './tagger.ts';
import { readTalk, readThing } from './thing.ts';
import { isPrivate, isUnsaid } from './unsaid.ts';
import { baseOfPast } from './verbs.ts';

interface Owner {
  kind: Kind;
  /** What the owner is called. */
  name: string;
  /** Others whom the log knows: nothing is said of them. */
  names: readonly string[];
}

const THANKED =
  /^(?:(?:many\s+)?thanks?(?:\s+you)?|thx)(?:\s+to)?(?:\s+[\p{L}\p{M}.' -]{1,60}?)??\s+for\s+/iu;
const REMEMBERED =
  /^(?:(?:I\s+|you\s+)?(?:will|won't|'ll)|I'll|I)\s+(?:always\s+|never\s+|still\s+|not\s+)?(?:remember|forget)\s+/iu;
const LIKED = /^I\s+(?:really\s+|very\s+much\s+)?(?:liked|loved|enjoyed|appreciated|admired)\s+/iu;

const SUBJECT = /^(?:you|she|he|they)$/;
/** What one does to give feedback, whatever is in it. */
const ATTENTION = /^(?:explain|go|walk|sit|read|stay|listen|come)$/;
const SPENT = /^(?:give|take|spend|make|find|set)$/;
const TIME = /\b(?:time|minutes|hours?|morning|afternoon|evening|weekend|lunch break|day off)\b/;
/** What begins no clause about the owner. */
const OTHERS =
  /^(?:i|i'm|i've|we|it|this|there|who|what|when|where|why|if|as|no|my|me|us|nobody|everyone|everybody|some|one)$/;

/**
 * How a detail can be said to its owner.
 * @param text as typed, or as the answer to "Thank NAME for …", "I will remember …"
 * @returns null where nothing can surely be said well
 */
export async function readDetail(text: string, owner: Owner): Promise<Detail | null> {
  const note = cleanNote(text);
  if (!/\p{L}/u.test(note) || note.length > 300) return null;
  if (isUnsaid(note)) return isPrivate(note) ? null : readKind(note, owner);
  return (
    (await readPart(note, owner)) ?? (await readLater(note, owner)) ?? (await readCut(note, owner))
  );
}

/** "Drew the plan on the floor with tape": what they did, without the words behind it that can't be said well. */
async function readCut(note: string, owner: Owner): Promise<Detail | null> {
  const line = firstPart(note);
  const cut = line.replace(/ (?:with|by|in|at|on) (?:[\p{L}\d'-]+ ?){1,3}$/u, '');
  if (cut === line || cut.split(' ').length < 4 || / and /u.test(cut)) return null;
  const detail = await readPart(cut, owner);
  return detail?.is === 'deed' && detail.gerund !== null ? detail : null;
}

/** "Chocolate drawer, kept me sane": what they did, where the first part of a note can't be said. */
async function readLater(note: string, owner: Owner): Promise<Detail | null> {
  const [, ...later] = note.split(/\s*[,;]\s+|\s+and\s+(?=(?:never|always|didn't)\s)/u);
  for (const part of later) {
    // It begins with what they did, or not to be about something else.
    const detail = /^(?:never|always|even|didn't|\p{Ll}+(?:ed|t|d|ng|ve|pt|id)) /u.test(part)
      ? await readPart(part, owner)
      : null;
    if (detail?.is === 'deed' && detail.gerund !== null) return detail;
  }
  return null;
}

async function readPart(note: string, owner: Owner): Promise<Detail | null> {
  const [tagger, dictionary] = await Promise.all([loadTagger(), loadDictionary()]);
  const language = { tagger, dictionary };
  const { frame, rest } = unframe(note);
  const spelt = withEndings(firstPart(addressed(rest, owner.name)), dictionary);
  const line = withOwner(withoutInterjection(spelt, language));
  if (line === '' || mentions(line, owner)) return null;
  const first = read(line, frame, rest, language);
  const isTyped = frame === null && !/^(?:interest|milestone)$/.test(owner.kind);
  const isThanked = first !== null && !(first.is === 'deed' && first.gerund === null);
  const found = isThanked || !isTyped ? first : (readTyped(lowerFirst(line), language) ?? first);
  const detail = certain(forMe(found, frame, owner.kind));
  if (detail === null || owner.kind !== 'feedback') return detail;
  return isNeutral(detail, language) ? detail : null;
}

/** Whose hand it was, "held her hand" doesn't tell; and nobody is thanked for having joined. */
const UNCERTAIN =
  /\b(?:h[eo]ld|holding|took|taking|squeez\p{L}+|strok\p{L}+|wash\p{L}+|comb\p{L}+|brush\p{L}+) your (?:hands?|hair|face|feet|arms?|shoulders?|head)\b|^you joined (?:us|me|the team|our team)\b| of (?:mine|yours)$| (?:leave|keep)$|\byour time \p{L}|\b(?:mine|hers|theirs)$/u;

/** Nothing that one would be told of oneself. */
const MERE =
  /^you (?:\p{L}+ly )?(?:needed|wanted|got|seemed|looked|felt|sounded|hoped|preferred|meant|thought|became|fell)\b/u;

function certain(detail: Detail | null): Detail | null {
  if (detail?.is !== 'deed') return detail;
  if (UNCERTAIN.test(detail.past) || (detail.gerund === null && MERE.test(detail.past)))
    return null;
  const deed = {
    ...detail,
    gerund: detail.gerund === null ? null : asKnown(detail.gerund),
    past: asKnown(detail.past),
  };
  // Nobody is thanked for what they know, or for a joke.
  return deed.gerund !== null &&
    /^(?:always )?(?:knowing|laughing)\b|^(?:making|telling|cracking) .*\bjokes?\b/u.test(
      deed.gerund,
    )
    ? { ...deed, gerund: null, short: null, doing: deed.gerund }
    : deed;
}

/** "Finding a leak that had been there for years": they know which, so it's "the leak". */
function asKnown(said: string): string {
  return said.replace(/^((?:you )?\p{L}+ )an? (?=(?:\p{L}+ ){1,3}that )/u, '$1the ');
}

/** "Strict but showed me the ovens": of a note with a fault in it, the deed that was for me. */
async function readKind(note: string, owner: Owner): Promise<Detail | null> {
  const parts = note.split(/\s*(?:[,;]|\bbut\b)\s*/u);
  if (parts.length < 2) return null;
  for (const part of parts) {
    if (isUnsaid(part)) continue;
    const detail = await readDetail(part, owner);
    if (
      detail?.is === 'deed' &&
      detail.gerund !== null &&
      /\b(?:me|us|my|our)\b/u.test(detail.past)
    )
      return detail;
  }
  return null;
}

/** What they did for their own exam or hobby is remembered; thanks are for what was done for me. */
function forMe(detail: Detail | null, frame: Frame, kind: Kind): Detail | null {
  if (detail?.is !== 'deed' || frame === 'thank' || !/^(?:milestone|interest)$/.test(kind))
    return detail;
  return /\b(?:me|us|my|our)\b/.test(detail.past)
    ? detail
    : {
        ...detail,
        gerund: null,
        short: null,
        ...(detail.gerund !== null && { doing: detail.gerund }),
      };
}

/** "Labeld all the chargers", "fixd the pump": the "e" of a past form. */
function withEndings(line: string, dictionary: Language['dictionary']): string {
  return line.replace(/(?<![\p{L}'])\p{Ll}{3,}d(?![\p{L}'])/gu, (word) => {
    if (dictionary.isWord(word) || dictionary.isName(word)) return word;
    const stem = word.slice(0, -1);
    const last = stem.slice(-1);
    const full = [`${stem}ed`, ...(/[lptgnmrb]/.test(last) ? [`${stem}${last}ed`] : [])].filter(
      (one) => dictionary.isWord(one),
    );
    return (last === 'l' ? full.at(-1) : full[0]) ?? word;
  });
}

/** "Rollback script saved us": theirs. */
function withOwner(line: string): string {
  const isBare =
    /^(?!(?:the|an?|my|our|your|his|her|their|its|this|that|these|those|i|we|you|it|he|she|they|who|what|always|never|nearly|even|once) )(?:\p{Ll}[\p{Ll}-]+ ){1,3}saved (?:us|me|the day)\b/u;
  return isBare.test(line) ? `your ${line}` : line;
}

/** "We set off the fire alarm oops". */
function withoutInterjection(line: string, { tagger }: Language): string {
  const last = line === '' ? undefined : tagger.tag(line).at(-1);
  return last?.pos === 'INTJ' && line.includes(' ') ? line.replace(/\s+\S+$/u, '') : line;
}

type Frame = 'thank' | 'remember' | null;

function unframe(note: string): { frame: Frame; rest: string } {
  if (THANKED.test(note)) return { frame: 'thank', rest: note.replace(THANKED, '') };
  if (REMEMBERED.test(note)) return { frame: 'remember', rest: note.replace(REMEMBERED, '') };
  if (LIKED.test(note)) return { frame: 'remember', rest: note.replace(LIKED, '') };
  return { frame: null, rest: note };
}

/** "Mo's spreadsheet" is "your spreadsheet", "Mo stayed" is "you stayed". */
function addressed(text: string, name: string): string {
  let line = text;
  for (const called of [name, name.split(/\s/u)[0] ?? '']) {
    if (called.length < 2) continue;
    line = line
      .replace(
        new RegExp(`(?<![\\p{L}\\p{N}])${escapePattern(called.trim())}'s\\s+(?=\\S)`, 'giu'),
        'your ',
      )
      .replace(
        new RegExp(`^((?:that|how)\\s+)?${escapePattern(called.trim())}\\s+(?=\\S)`, 'iu'),
        '$1you ',
      );
  }
  return line;
}

function mentions(line: string, { name, names }: Owner): boolean {
  // "Van" of "van der Velde" is no name alone; "May" and "Will" are words in small letters.
  const [given = '', ...more] = name.split(/\s+/u);
  const parts = more.filter((part) => /^\p{Lu}/u.test(part));
  return [name, given, ...parts, ...names].some(
    (one) =>
      one.length > 1 &&
      new RegExp(
        `(?<![\\p{L}\\p{N}])${escapePattern(one.trim())}(?![\\p{L}\\p{N}])`,
        parts.includes(one) || one.length < 4 ? 'u' : 'iu',
      ).test(line),
  );
}

/** Of feedback, how it was given and never what was said. */
function isNeutral(detail: Detail, { dictionary }: Language): boolean {
  if (detail.is === 'quality') return true;
  if (detail.is !== 'deed' || detail.gerund === null) return false;
  const said = detail.past.replace(/^you (?:(?:always|never|even|really) )*/u, '');
  const verb = said.split(' ')[0] ?? '';
  const base = baseOfPast(verb, dictionary) ?? verb;
  // "Read the error first" is what they said to do.
  if (base === 'read') return /\b(?:my|our|every|each|whole|all)\b/.test(said);
  return ATTENTION.test(base) || (SPENT.test(base) && TIME.test(said));
}

function read(typed: string, frame: Frame, rest: string, language: Language): Detail | null {
  const { tagger } = language;
  const line = /^(?:I|I'm)\b/.test(typed) || /^\p{Lu}{2}/u.test(typed) ? typed : lowerFirst(typed);
  const bare = tagger.tag(line);
  const first = (bare[0] as Word).lower;
  if (first === 'we') return readTogether(line.replace(/^we (?:both |all )?/i, ''), language);
  if (OTHERS.test(first)) return null;
  if (first === 'how') return readHow(bare.slice(1), language);
  if (first === 'that' && SUBJECT.test(bare[1]?.lower ?? ''))
    return read(line.replace(/^that /, ''), frame, rest, language);
  const subject = /^(you|she|he|they)(?:'s|'re)? /.exec(`${line} `)?.[1];
  if (subject !== undefined) {
    if (/^\S+'(?:s|re) /.test(line)) return readQuality(line.replace(/^\S+ /, ''), language, rest);
    const said = line.replace(/^\S+ /, '');
    // "You keeping everyone laughing" is what they did.
    return readClause(said, language, rest, true) ?? readGerund(said, true, language);
  }
  if (
    /^(?:him|them) \p{L}+ing /u.test(line) ||
    (first === 'her' && frame === 'remember' && /^\S+ \p{L}+ing /u.test(line))
  ) {
    const deed = readGerund(line.replace(/^\S+ /, ''), true, language);
    if (deed !== null) return deed;
  }
  // "Always there for us".
  const there = /^(?:always )?there (?=for|when|with)/.exec(line)?.[0];
  if (there !== undefined)
    return readClause(line.replace('there', 'was there'), language, rest, true);
  if (frame === 'remember') return readThing(line, language);
  if (frame === 'thank')
    return readGerund(line, frame !== null, language) ?? readThing(line, language);
  return (
    readQuality(line, language, rest) ??
    readFirst(line, language) ??
    readTalk(line, language) ??
    readClause(line, language, rest, false) ??
    readGerund(line, frame !== null, language) ??
    readThing(line, language)
  );
}

/** "How quiet you made the hall", "how fast you found the leak". */
function readMade(how: readonly Word[], done: readonly Word[], language: Language): Detail | null {
  const quality = how.map(({ text }) => text).join(' ');
  const isGood =
    how.length === 1 &&
    (readQuality(`so ${quality}`, language, '') !== null ||
      /^(?:fast|well|much|often)$/.test(quality) ||
      // "Openly", "gently", "happily": good where the adjective is.
      adjectivesOf(quality).some(
        (adjective) => readQuality(`so ${adjective}`, language, '') !== null,
      ));
  const clause = readClause(done.map(({ text }) => text).join(' '), language, '', true);
  if (!isGood || clause?.is !== 'deed') return null;
  return {
    is: 'quality',
    how: null,
    clause: `how ${quality} ${clause.past}`,
    short: null,
  };
}

/** The adjective of an adverb, as it may be spelt: "happily" gives "happy". */
function adjectivesOf(adverb: string): string[] {
  const stem = /^(\p{L}{3,})ly$/u.exec(adverb)?.[1];
  return stem === undefined ? [] : [stem, stem.replace(/i$/, 'y'), `${stem}le`];
}

/** "We set off the fire alarm": what we did is remembered; thanks are for what was shared with me. */
function readTogether(said: string, language: Language): Detail | null {
  const done = readClause(said, language, '', true);
  if (done?.is !== 'deed' || done.gerund === null) return null;
  if (/\b(?:me|us|we|my|our|your|yourself)\b/.test(done.past)) return null;
  if (/^(?:sharing|splitting|swapping) /.test(done.gerund))
    return { ...done, gerund: `${done.gerund} with me`, past: `${done.past} with me`, short: null };
  return { is: 'thing', phrase: done.past.replace(/^you /, 'how we '), short: null };
}

/** "How calm you were on the radio", "how you never rushed". */
function readHow(words: readonly Word[], language: Language): Detail | null {
  const at = words.findIndex(({ lower }) => SUBJECT.test(lower));
  const after = words[at + 1];
  if (at < 0 || after === undefined) return null;
  const rest = words.slice(at + 2).map(({ text }) => text);
  if (at === 0)
    return readClause(
      words
        .slice(1)
        .map(({ text }) => text)
        .join(' '),
      language,
      '',
      true,
    );
  if (!/^(?:was|were|is|are|stayed|remained)$/.test(after.lower))
    return readMade(words.slice(0, at), words.slice(at + 1), language);
  return readQuality(
    ['so', ...words.slice(0, at).map(({ text }) => text), ...rest].join(' '),
    language,
    '',
  );
}
