/** A milestone as the news that one congratulates on, in the second person. */

import type { News } from '../../model.ts';
import { calm, readName, smallStart } from './name.ts';
import { lowerFirst } from './note.ts';
import { toOwner } from './owner.ts';
import { asNouns, finish, type Language, nounEnd } from './phrase.ts';
import type { Word } from './tagger.ts';
import {
  baseOfPast,
  gerundOf,
  gerundOfPast,
  isIrregular,
  pastOfGerund,
  secondOf,
} from './verbs.ts';

const SUBJECT =
  /^(?:(?:she|he|they|you)(?:'s|'re)?\s+)?(?:(?:has|have|just|finally|is|are|was|were|been|now|officially)\s+)*(?=\S)/i;
const PROMOTED =
  /^(?:(?:got\s+|being\s+)?promoted|(?:her\s+|his\s+|your\s+)?promotion)(?:\s+(?:to|as)\s+(?:the\s+|an?\s+)?(.+))?$/i;
const NAMED =
  /^(?:got\s+|being\s+)?(appointed|elected|named|selected|chosen|awarded|nominated|invited|shortlisted|voted|crowned|ranked)\s+(.+)$/i;
const YEARS =
  /^(\d+|one|two|three|four|five|six|seven|eight|nine|ten|fifteen|twenty|thirty|forty)[- ](years?|decades?)\b(.*)$/i;
const CHILD =
  /^(?:had|welcomed|having)\s+(?:an?\s+)?((?:new\s+)?(?:baby(?:\s+(?:girl|boy))?|twins|daughter|son))$/i;
const BECAME = /^(?:became|becoming|becomes|to become)\s+(?:an?\s+|the\s+)?(.+)$/i;
const OF_THE = /^(.+ of the (?:year|month|week|quarter|season))(?:\s+award)?$/i;
/** Ranks that end like no doer: the same in every line of work. */
const RANK =
  /^(?:head|chief|lead|partner|professor|chair|dean|fellow|principal|president|captain|sergeant|deputy|chairman|chairwoman|foreman|forewoman)$/;
/** What one does, and what is not done to one. */
const INTRANSITIVE =
  /^(?:qualified|graduated|got|spoke|published|performed|competed|ran|rose|danced|sang|played|swam|flew|lectured|exhibited|finished|came|debuted|returned|enrolled|passed|won)$/;
/** What one may have anew. */
const NEW =
  /^(?:job|role|position|post|book|album|baby|home|house|flat|business|company|shop|studio|certificate|certification|degree|contract|title|licence|license|record|team)$/;
/** What one word says that somebody got. */
const HAD =
  /^(?:prize|award|grant|medal|tenure|fellowship|scholarship|wedding|marriage|engagement|graduation|anniversary|birthday|doctorate|diploma|twins|baby|promotion|citizenship|retirement|phd|mba)$/i;
const SAD =
  /\b(?:fail\w*|lost|losing|rejected|fired|sacked|redundan\w*|demoted|suspended|arrested|sued|laid off|divorc\w*|died|death|broke|broken|ill(?:ness)?|cancer|after \w+ing twice)\b/i;

/** What to congratulate on; null where the title says nothing that one surely can. */
export function readNews(title: string, isNow: boolean, language: Language): News | null {
  const { tagger, dictionary } = language;
  if (SAD.test(title)) return null;
  const typed = calm(title).replace(SUBJECT, '');
  // "Head of Payroll" is written large throughout.
  const isTitle = /^\p{Lu}\S* (?:of|for) \p{Lu}\p{Ll}/u.test(typed);
  const text = present(isTitle ? typed : smallStart(typed, language), language);
  if (/^fellow\b/i.test(text)) return null;
  if (text === '') return null;
  const placed =
    /^(?:(?:came|coming|got|took|won)\s+)?(first|second|third|runner-up)(?:\s+(?:place|prize))?\s+(?:in|at)\s+(.+)$/i.exec(
      text,
    );
  if (placed?.[1] && placed[2]) {
    const contest = readName(placed[2], language, true);
    return contest === null
      ? null
      : {
          news: `coming ${placed[1].toLowerCase()} in ${contest.phrase}`,
          short: `coming ${placed[1].toLowerCase()}`,
        };
  }
  const promoted = PROMOTED.exec(text);
  if (promoted) {
    const role = promoted[1] === undefined ? '' : roleOf(promoted[1], language);
    return role === null
      ? null
      : {
          news: `your promotion${role === '' ? '' : ` to ${role}`}`,
          short: role === '' ? null : 'your promotion',
        };
  }
  const child = CHILD.exec(text)?.[1];
  if (child) return { news: `your ${child.toLowerCase()}`, short: null };
  // "Wheelbuilder exam passed".
  const passed =
    /^(.+\b(?:exam|exams|test|tests|finals|viva|assessment|defence|inspection)) passed$/i.exec(
      text,
    )?.[1];
  const exam = passed === undefined ? null : readName(passed, language, true);
  if (exam !== null) return { news: `passing ${exam.phrase}`, short: null };
  // "Got area manager".
  const got = /^(?:got|getting)\s+(?!(?:the|an?|his|her|their|your)\b)(.+)$/i.exec(text)?.[1];
  if (got && isRole(got, language)) {
    const role = roleOf(got, language);
    if (role !== null) return { news: `becoming ${role}`, short: null };
  }
  const job =
    /^(?:an? |her |his )?new (?:job|role|post|position)(?: as| of)?(?: an?| the)?\s+(?!at\b|in\b|with\b)(.+)$/i.exec(
      text,
    )?.[1];
  if (job) {
    const role = isRole(job, language) ? roleOf(job, language) : null;
    return role === null ? null : { news: `your new job as ${role}`, short: 'your new job' };
  }
  const award = OF_THE.exec(text)?.[1];
  if (award && /\s+award$/i.test(text))
    return { news: `the ${lowerFirst(award)} award`, short: null };
  if (award && !isRole(text, language) && !NAMED.test(text))
    return { news: `the ${lowerFirst(award)} award`, short: null };
  const became =
    BECAME.exec(text)?.[1] ??
    (isNow || isRole(text, language)
      ? text.replace(/^(?:the|her|his|your|new)\s+/i, '')
      : undefined);
  if (became !== undefined) {
    if (award) return { news: `being named ${lowerFirst(award)}`, short: null };
    const role = roleOf(became.replace(/^an?\s+/i, ''), language);
    const article = /^(?:(?:becom\S+|became)\s+)?(an?)\s/i.exec(text)?.[1];
    return role === null
      ? null
      : { news: `becoming ${article ? `${article.toLowerCase()} ` : ''}${role}`, short: null };
  }
  const years = YEARS.exec(text);
  if (years) {
    const [, count = '', unit = '', rest = ''] = years;
    if (/^\s*(?:anniversary|work anniversary)$/i.test(rest))
      return { news: `your ${count}-year${rest.toLowerCase()}`, short: 'your anniversary' };
    const where = rest.trim() === '' ? '' : after(rest.trim(), language);
    if (where === null || (where !== '' && !/^(?:at|in|with|as|on|of)\b/.test(where))) return null;
    return {
      news: `your ${count} ${unit.toLowerCase()}${where === '' ? '' : ` ${where}`}`,
      short: where === '' ? null : `your ${count} ${unit.toLowerCase()}`,
    };
  }
  const named = NAMED.exec(text);
  if (named?.[1] && named[2]) {
    const role = /^(?:to|for|in|into|as|by)\b/.test(named[2])
      ? after(named[2], language)
      : roleOf(named[2], language);
    return role === null ? null : { news: `being ${named[1].toLowerCase()} ${role}`, short: null };
  }
  return (
    readDone(text, language) ??
    readOwn(text, asNouns(tagger.tag(text), language), language, dictionary)
  );
}

/** "Wins the cup" is "won the cup", as far as its news goes. */
function present(text: string, { tagger, dictionary }: Language): string {
  const [first = '', ...rest] = text.split(' ');
  const base = rest.length === 0 ? null : secondOf(first, dictionary);
  if (base === null || tagger.tag(`she ${text}`)[1]?.pos !== 'VERB') return text;
  return [gerundOf(base), ...rest].join(' ');
}

/** "Passed the bar" is "passing the bar". */
function readDone(typed: string, language: Language): News | null {
  const { tagger, dictionary } = language;
  const text = lowerFirst(typed);
  const words = tagger.tag(`you ${text}`).slice(1);
  const verb = words[0] as Word;
  if (words.length < 2) return null;
  const isDone =
    baseOfPast(verb.lower, dictionary) !== null && (verb.pos === 'VERB' || isIrregular(verb.lower));
  const past = isDone ? verb.lower : pastOfGerund(verb.lower, dictionary);
  if (past === null || (!isDone && verb.pos !== 'VERB')) return null;
  // "Driving licence": a thing.
  if (
    !isDone &&
    /^(?:NOUN|ADJ)$/.test((words[1] as Word).pos) &&
    !dictionary.isPlural((words.at(-1) as Word).lower)
  )
    return null;
  if (/^(?:said|told|thought|felt|left|went|knew|got to|had|was|were|quit|resigned)$/.test(past))
    return null;
  // "Called to the bar" was done to them, "spoke at the summit" they did.
  if (
    /^(?:to|at|in|into|on|up|by|with|from|for)$/.test(words[1]?.lower ?? '') &&
    !INTRANSITIVE.test(past)
  )
    return null;
  // "Cast as Macbeth" was done to them, "qualified as a nurse" they did.
  if (words[1]?.lower === 'as' && !/^(?:qualif|graduat|train|start)/.test(past)) return null;
  const gerund = isDone ? gerundOfPast(verb.lower) : verb.lower;
  const turned = toOwner(words.slice(1));
  if (turned === null) return null;
  // "Made partner" takes no article.
  const made = words.slice(1);
  const isRank =
    /^(?:made|making)$/.test(verb.lower) &&
    (isRole(made.map(({ text }) => text).join(' '), language) ||
      // "Made charge nurse": a thing would have its article.
      (/^made$/.test(verb.lower) &&
        nounEnd(made, 0, language) === made.length &&
        isBare(made, language)));
  const rest = isRank
    ? roleOf(turned.map(({ text }) => text).join(' '), language)
    : finish(turned, language, past);
  if (rest === null || /\b(?:it|this|that|them|him)\b/.test(rest)) return null;
  const end = nounEnd(turned, 0, language);
  const alone =
    end > 0 && end < turned.length ? finish(turned.slice(0, end), language, past) : null;
  // "Made depot controller".
  if (isRank) return { news: `being made ${rest}`, short: null };
  return { news: `${gerund} ${rest}`, short: alone === null ? null : `${gerund} ${alone}` };
}

function isBare(words: readonly Word[], { dictionary }: Language): boolean {
  const head = words.at(-1);
  // "Made history".
  if (head === undefined || words.length < 2 || dictionary.isMass(head.lower)) return false;
  return words.every(
    ({ pos, text, lower }) => pos === 'NOUN' && text === lower && !/s$/.test(lower),
  );
}

/** "Gold medal for the rosé" is theirs. */
function readOwn(
  text: string,
  words: readonly Word[],
  language: Language,
  dictionary: Language['dictionary'],
): News | null {
  const own = /^(?:an?|the|her|his|their|your)\s+/i;
  const end = nounEnd(words, 0, language);
  const head = words[end - 1];
  const tail = words[end];
  const first = words[0] as Word;
  if (/^(?:best|top|most)$/.test(first.lower)) return null;
  // "Got tenure" is no thing; "new wardrobe mistress" may be somebody.
  if (
    secondOf(first.lower, dictionary) !== null &&
    words.length > 1 &&
    !/^(?:for|in|at|of|from|on|with|to)$/.test(words[1]?.lower ?? '')
  )
    return null;
  if (isIrregular(first.lower) || first.pos === 'VERB') return null;
  if (first.lower === 'new' && !NEW.test(head?.lower ?? '')) return null;
  if (head !== undefined && dictionary.isWord(head.lower) && !dictionary.isNoun(head.lower))
    return null;
  if (
    head === undefined ||
    (head.pos !== 'NOUN' && head.pos !== 'PROPN') ||
    /^(?:day|thing|year|time)s?$/.test(head.lower)
  )
    return null;
  if (tail !== undefined && !/^(?:for|in|at|of|from|on|with|as|to)$/.test(tail.lower)) return null;
  if (head.text !== head.lower && !dictionary.has(head.lower)) return null;
  const bare = text.replace(own, '');
  // "Matron": somebody, it may be.
  if (bare === text && !bare.includes(' ') && !HAD.test(bare)) return null;
  const name = readName(bare, language, true);
  if (name === null) return null;
  const yours = (phrase: string) => phrase.replace(/^the /, 'your ');
  const phrase = /^(?:your|the) /.test(name.phrase) ? yours(name.phrase) : `your ${name.phrase}`;
  return { news: phrase, short: name.short === null ? null : yours(name.short) };
}

/** A role as it stands behind "to" or "becoming": without an article. */
function roleOf(text: string, language: Language): string | null {
  // "Head of Payroll" is written large throughout.
  const isTitle = /\s\p{Lu}\p{Ll}/u.test(text);
  const words = asNouns(language.tagger.tag(isTitle ? text : smallStart(text, language)), language);
  const end = nounEnd(words, 0, language);
  if (end === 0 || words.length > 7) return null;
  const tail = words.slice(end);
  if (tail.length > 0 && !/^(?:of|for|in|at|on)$/.test((tail[0] as Word).lower)) return null;
  const article: Word = { text: 'the', lower: 'the', pos: 'DET', isPossessive: false };
  // "Head of surgery": what one is head of takes no article.
  const of = tail.length === 2 && tail[0]?.lower === 'of' ? ` of ${(tail[1] as Word).text}` : '';
  const said =
    of === ''
      ? finish([article, ...words], language)
      : (finish([article, ...words.slice(0, end)], language) ?? '') + of;
  return said === null ? null : said.slice(4);
}

/** Whether a title is what somebody is: "chief geologist", "head of nursing", "depot manager". */
export function isRole(text: string, language: Language): boolean {
  const words = language.tagger
    .tag(lowerFirst(text.replace(/^(?:an?|the|her|his|new)\s+/i, '')))
    // "Team lead of the night shift".
    .map((word, at) => (at > 0 && RANK.test(word.lower) ? { ...word, pos: 'NOUN' } : word));
  const end = nounEnd(words, 0, language);
  const head = words[end - 1]?.lower ?? '';
  if (
    /^(?:head|chief|lead|senior|deputy|assistant|associate|principal|junior)$/.test(
      words[0]?.lower ?? '',
    ) &&
    end === words.length &&
    end > 1
  )
    return true;
  if (end === 0 || baseOfPast((words[0] as Word).lower, language.dictionary) !== null) return false;
  return (
    (RANK.test(head) || language.dictionary.isDoer(head)) &&
    !/s$/.test(head) &&
    (end === words.length || /^(?:of|for|at|in)$/.test((words[end] as Word).lower))
  );
}

/** What follows "years" or "named", whole. */
function after(text: string, language: Language, before = ''): string | null {
  const words = toOwner(language.tagger.tag(text));
  return words === null ? null : finish(words, language, before);
}
