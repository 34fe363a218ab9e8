import type { Kind } from '../model.ts';
import { isBreak, type Token } from './tokens.ts';

/** Why a sentence tells of nothing that happened. */
export type NotSo = 'negated' | 'cancelled' | 'planned' | 'doubtful' | 'asked';

/** How each is said to the person who typed it. */
export const NOT_SO: Readonly<Record<NotSo, string>> = {
  negated: "that didn't happen",
  cancelled: 'that was called off',
  planned: "that hasn't happened yet",
  doubtful: "it isn't certain that it happened",
  asked: "that's a question",
};

/** News of these kinds may be told before it happens: "Dana is leaving Friday". */
const ANNOUNCED = new Set<Kind | undefined>(['departure', 'milestone', 'reorg']);

const BE = /^(?:am|is|are|['’]m|['’]re|was|were|be)$/;
const PRONOUN = /^(?:i|you|he|she|it|we|they|there|anyone|anybody|someone)$/;
/** Verbs that say of another that it is yet to come, or never came. */
const WANTING =
  /^(?:plan|hope|want|intend|need|try|aim|expect|mean|have|wait|look|prepare|schedule|arrange|agree|promise)$/;
const FAILING = /^(?:forget|fail|refuse|decline|neglect|struggle)$/;
const CANCELLING = /^(?:cancel|postpone|reschedule|skip|miss|abandon|scrap|shelve|defer|adjourn)$/;
const OPINION = /^(?:say|tell|think|find|feel|advise|suggest|recommend|ask)$/;
const HEARSAY =
  /^(?:maybe|perhaps|possibly|probably|supposedly|allegedly|apparently|presumably|rumour|rumor|rumoured)$/;

/**
 * Why what the clause tells did not happen; null where it did.
 * @param tokens the clauses that tell what happened, tagged; no details
 * @param isAhead whether the sentence names a day after today
 * @param whole the sentence with its details: "lunch with Tom, he cancelled"
 */
export function notSo(
  tokens: readonly Token[],
  kind: Kind | undefined,
  isAhead: boolean,
  whole: readonly Token[] = tokens,
): NotSo | null {
  const all = tokens.filter(({ core, role }) => core !== '' && role !== 'day');
  // What somebody thinks I should do is no plan of mine.
  const saying =
    kind === 'feedback'
      ? all.findIndex(({ lemma, pos }) => pos === 'VERB' && OPINION.test(lemma))
      : -1;
  const words = saying < 0 ? all : all.slice(0, saying + 1);
  const [first, second] = words;
  if (first === undefined) return null;
  // "Did Ivana's appraisal" and "Had Wim on the phone" ask nothing.
  const isSecondSubject =
    second !== undefined &&
    !second.isPossessive &&
    (PRONOUN.test(second.word) || second.role === 'person') &&
    (first.lemma !== 'have' || words.slice(2, 4).some(({ pos }) => pos === 'VERB'));
  if (/^(?:if|unless|whether)$/.test(first.word)) return 'doubtful';
  const isWh = /^(?:anyone|anybody|who|what|when|where|why|how|which|whose)$/.test(first.word);
  const isInverted =
    tokens[0]?.role !== 'day' && first.pos === 'AUX' && isSecondSubject && first.role === 'thing';
  if (tokens.some(({ tail, raw }) => tail === '?' || raw.includes('?')))
    return hasDoubt(words) ? 'doubtful' : 'asked';
  if (isWh || isInverted) return 'asked';
  // Once a deed is told, what comes after it is about something else: "bumped into Yusuf, hadn't seen him for years".
  const told = toldIn(tokens, words);
  if (hasDoubt(told) || words.some(({ word }) => HEARSAY.test(word))) return 'doubtful';
  if (words.some((word, one) => isNegative(words, word, one) && isOnOne(words, one)))
    return 'negated';
  const isEnd = kind === undefined || ENDING.has(kind);
  if (told.some((word, one) => isNegative(words, word, one) && !(isEnd && isEnding(words, one))))
    return 'negated';
  if (whole.some((word, one) => isCancelled(whole, word, one)) && kind !== 'reorg')
    return 'cancelled';
  if (whole.some((word, one) => isAbsent(whole, word, one) && !(isEnd && isEnding(whole, one))))
    return 'negated';
  if (told.some((word, one) => isUndone(told, word, one))) return 'negated';
  // "talked with Tom and will follow up" has happened.
  const isMore = (one: number) =>
    one > 2 && [1, 2].some((back) => /^(?:and|but|so|then)$/.test(words[one - back]?.word ?? ''));
  const isLater = tokens.some(
    ({ isCalendar, word }) => isCalendar && /^(?:tomorrow|next)$/.test(word),
  );
  const isPast = words.some(
    ({ pos, lemma, word }) => pos === 'VERB' && lemma !== word && !/ing$/.test(word),
  );
  const planned =
    told.some((word, one) => isPlanned(told, word, one) && !isMore(one) && !isHabit(kind, word)) ||
    isAhead ||
    (isLater && !isPast);
  const isMine = words.some(({ word }, one) => word === 'i' && one < 3);
  if (planned) {
    // What others announce is news already; what I plan is not.
    const isNews = ANNOUNCED.has(kind) && (!isMine || kind === 'reorg') && !words.some(isWish);
    return isNews ? null : 'planned';
  }
  return null;
}

/** The words up to the end of the first thing that was done, or all where none was. */
function toldIn(tokens: readonly Token[], words: readonly Token[]): readonly Token[] {
  const doneAt = tokens.findIndex(({ pos, lemma, word, role }, at) => {
    if (role !== 'thing' || pos !== 'VERB') return false;
    const before = tokens[at - 1];
    // "Musa hit ten years": of one person, a bare verb is past.
    if (lemma === word) return before?.role === 'person' && !isBreak(before);
    return !/ing$/.test(word) && !/^(?:AUX|PART)$/.test(before?.pos ?? '');
  });
  if (doneAt < 0) {
    // "Review from Kasper: needs to delegate", "coffee with Tom, he hadn't met anyone yet"
    const end = words.findIndex(
      ({ tail }, at) =>
        tail === ':' ||
        (/^[,;.–—]$/.test(tail) && /^(?:he|she|they)(?:$|['’])/i.test(words[at + 1]?.core ?? '')),
    );
    const isNamed = words.slice(0, end + 1).some(({ role }) => role === 'person');
    return isNamed ? words.slice(0, end + 1) : words;
  }
  const end = tokens.findIndex(({ word, pos, role }, at) => {
    if (at <= doneAt) return false;
    if (role === 'thing' && JOINING.test(word)) return true;
    // "whisky he never opens"
    const isSubject = /^(?:i|he|she|they|we)$/.test(word) && pos === 'PRON';
    return isSubject || /^[,;:.!–—(]$/.test(tokens[at - 1]?.tail ?? '');
  });
  return end < 0 ? words : words.filter((word) => tokens.indexOf(word) < end);
}

const JOINING = /^(?:and|but|so|because|when|whenever|where|which|though|although|since)$/;

/** "met Ana, not Tom": it denies somebody or a day, wherever it is. */
function isOnOne(words: readonly Token[], at: number): boolean {
  return words[at]?.word === 'not' && words[at + 1]?.role === 'person';
}

/** Kinds whose news is that something is no more. */
const ENDING = new Set<Kind>(['departure', 'reorg', 'new-job']);

/** "won't be back", "isn't with us any more", "has decided not to renew": that it's over is the news. */
function isEnding(words: readonly Token[], at: number): boolean {
  const after = words.slice(at + 1, at + 7).map(({ word }) => word);
  return (
    /^(?:longer|more)$/.test(after[0] ?? '') ||
    /\b(?:back|with us|any ?more|any longer|renew(?:ed|ing)?|extended|stay(?:ing)?|keep|replaced)\b/.test(
      after.join(' '),
    )
  );
}

const GONE_WRONG = /^(?:lose|fail|flop|collapse|crash|sink|tank)$/;

/** "lost the contract", "the set fell apart": it came to no good end, so a message mustn't praise it. */
export function wentWrong(tokens: readonly Token[]): boolean {
  return tokens.some(({ lemma, pos, role }, at) => {
    if (role !== 'thing' || pos !== 'VERB') return false;
    const [before, next] = [tokens[at - 1], tokens[at + 1]];
    // "recovered the lost data"
    if (/^(?:DET|ADJ)$/.test(before?.pos ?? '')) return false;
    return (
      GONE_WRONG.test(lemma) || (lemma === 'fall' && /^(?:apart|flat)$/.test(next?.word ?? ''))
    );
  });
}

function hasDoubt(words: readonly Token[]): boolean {
  return words.some(({ word, role }, at) => {
    const next = words[at + 1];
    if (HEARSAY.test(word) || /^(?:unsure|unclear)$/.test(word)) return true;
    // "weather permitting"
    if (word === 'permitting' && next === undefined) return true;
    if (role !== 'thing') return false;
    if (word === 'not' && next?.word === 'sure') return true;
    if (/^(?:might|may|could)$/.test(word) && (at > 0 || word !== 'may' || next?.role === 'person'))
      return (
        next !== undefined && (next.pos === 'VERB' || next.pos === 'AUX' || next.pos === 'PRON')
      );
    return (
      /^(?:think|guess|suppose|wonder|doubt|believe)$/.test(word) && words[at - 1]?.word === 'i'
    );
  });
}

function isNegative(words: readonly Token[], { word, core, role }: Token, at: number): boolean {
  if (role !== 'thing') return false;
  const isShort =
    /n['’]t$/i.test(core) ||
    /^(?:didnt|wasnt|couldnt|doesnt|isnt|havent|hasnt|wont|cant|cannot|werent)$/.test(word);
  if ((isShort || word === 'never') && isFoundOut(words, at)) return false;
  if (isShort || word === 'never') return true;
  const next = words[at + 1];
  // "met no one but Yolanda"
  if (words[at + 1]?.word === 'but' || words[at + 2]?.word === 'but')
    if (/^(?:no|nobody|none)$/.test(word)) return false;
  if (word === 'not') return !/^(?:only|just|bad|least)$/.test(next?.word ?? '');
  if (word === 'no' && at === 0) return true;
  if (word === 'yet' && at === words.length - 1) return true;
  if (word === 'nobody' || word === 'neither') return true;
  return (
    word === 'no' &&
    /^(?:show|longer|one|sign|chance|time|luck)$/.test(next?.word.replace(/^show.*/, 'show') ?? '')
  );
}

/** "Never knew that Vusi had a season ticket", "didn't know Kiri was a fan": now I know. */
function isFoundOut(words: readonly Token[], at: number): boolean {
  const verb = verbAfter(words, at);
  if (!/^(?:know|realise|realize|guess|think)$/.test(verb)) return false;
  const verbAt = words.findIndex(({ lemma }, one) => one > at && lemma === verb);
  const isAnother = words.slice(verbAt + 1).some(({ pos }) => pos === 'VERB' || pos === 'AUX');
  return isAnother && !clauseBefore(words, at).some((one) => one.role === 'person');
}

/** What stands before a word, back to a comma or the like. */
function clauseBefore(words: readonly Token[], at: number): readonly Token[] {
  const before = words.slice(0, at);
  return before.slice(before.findLastIndex((one) => isBreak(one)) + 1);
}

/** The lemma of the next verb that isn't an auxiliary. */
function verbAfter(words: readonly Token[], at: number): string {
  return words.slice(at + 1, at + 5).find(({ pos }) => pos === 'VERB')?.lemma ?? '';
}

function isCancelled(
  words: readonly Token[],
  { lemma, pos, word, role }: Token,
  at: number,
): boolean {
  if (role !== 'thing') return false;
  const [next, after] = [words[at + 1], words[at + 2]];
  // "the skipped checklist", "after the auction fell through"
  if (words[at - 1]?.pos === 'DET') return false;
  if (clauseBefore(words, at).some((one) => /^(?:after|because|since|until)$/.test(one.word)))
    return false;
  if (CANCELLING.test(lemma) && pos === 'VERB')
    // "scraped" is no form of scrap, shelves are things, and "what I missed" was something else.
    return (
      (/(?:pp|[^p])ed$/.test(word) || lemma === 'cancel' || lemma === 'skip') &&
      !clauseBefore(words, at).some((one) => /^(?:what|which)$/.test(one.word))
    );
  if (/^no-?shows?$/.test(word)) return true;
  if (lemma === 'call' && pos === 'VERB') return next?.word === 'off' || after?.word === 'off';
  // "has been moved to next week": what was to be is put off.
  const isPut = /^(?:been|was|were|got)$/.test(words[at - 1]?.word ?? '');
  if (/^(?:move|push|shift|delay)$/.test(lemma) && isPut && words[0]?.role !== 'person')
    return /^(?:to|back|until|till)$/.test(next?.word ?? '');
  if (lemma === 'fall') return next?.word === 'through';
  if (lemma === 'stand') return next?.word === 'me' && after?.word === 'up';
  if (lemma === 'bail') return /^(?:out|on)$/.test(next?.word ?? '');
  const isOut = /^(?:pulled|dropped|pulls|drops)$/.test(word) && next?.word === 'out';
  return isOut && !/^(?:DET|NOUN|PRON|ADJ)$/.test(after?.pos ?? '');
}

/** "she didn't come", "nobody showed up". */
function isAbsent(words: readonly Token[], token: Token, at: number): boolean {
  const next = words[at + 1]?.word ?? '';
  return (
    isNegative(words, token, at) &&
    (/^(?:come|show|turn|appear|join|attend|arrive|happen|pick|answer)$/.test(
      verbAfter(words, at),
    ) ||
      // "but she wasn't there"
      (/^(?:was|were|is)/.test(token.word) && /^(?:there|in|around|available|able)$/.test(next)))
  );
}

function isUndone(words: readonly Token[], { lemma, word, pos, role }: Token, at: number): boolean {
  if (role !== 'thing') return false;
  const next = words[at + 1];
  if (word === 'supposed' || word === 'meant') return next?.word === 'to';
  if (/^(?:almost|nearly)$/.test(word)) return next?.pos === 'VERB';
  return FAILING.test(lemma) && pos === 'VERB' && next?.word === 'to';
}

function isPlanned(words: readonly Token[], token: Token, at: number): boolean {
  const { word, lemma, pos, role } = token;
  if (role !== 'thing') return false;
  const [before, next, after] = [words[at - 1], words[at + 1], words[at + 2]];
  const isFollowed = next?.word === 'to' && /^(?:VERB|AUX)$/.test(after?.pos ?? '');
  if (
    /^(?:will|['’]ll|shall|should|would|must|gonna|wanna|gotta)$/.test(word) ||
    /['’]ll$/.test(token.core)
  )
    return (
      (pos === 'AUX' || at === 0 || /['’]ll$/.test(token.core)) &&
      next !== undefined &&
      (next.pos === 'VERB' ||
        next.pos === 'AUX' ||
        next.pos === 'ADV' ||
        (at === 0 && next.role === 'thing'))
    );
  if ((word === 'going' || word === 'about') && isFollowed)
    return at === 0 || /^(?:AUX|ADV|PRON)$/.test(before?.pos ?? '');
  if (word === 'due' || word === 'ready') return isFollowed;
  // "is planned", "was booked for Friday".
  if (/^(?:plan|schedule|arrange|book)$/.test(lemma) && BE.test(before?.word ?? ''))
    return (
      /^(?:is|are)$/.test(before?.word ?? '') ||
      (next?.word === 'for' && after?.isCalendar === true)
    );
  if (/['’]d$/.test(token.core)) return /^(?:like|love|rather|better|be)$/.test(next?.word ?? '');
  if (/^let['’]?s$/.test(word) || (lemma === 'let' && next?.word === 'us')) return true;
  if (/^(?:todo|to-do|remember|remind)$/.test(word) && at === 0) return true;
  // "had to be frank with her" was done.
  if (word === 'had') return false;
  if (isWish(token) || WANTING.test(lemma))
    return (
      isFollowed && (at === 0 || before?.role !== 'thing' || /^(?:PRON|AUX|ADV)$/.test(before.pos))
    );
  // "I'm meeting Tom", "we are having lunch".
  if (!/[a-z]{2}ing$/.test(word) || before === undefined) return false;
  const isShort = /^(?:i['’]m|we['’]re)$/i.test(before.core);
  return isShort || (BE.test(before.word) && /^(?:i|we)$/.test(words[at - 2]?.word ?? ''));
}

/** "Ewa and I are learning Welsh" is no plan. */
function isHabit(kind: Kind | undefined, { word }: Token): boolean {
  return kind === 'interest' && /ing$/.test(word);
}

function isWish({ lemma, role }: Token): boolean {
  return role === 'thing' && /^(?:plan|planning|hope|want|intend|wish)$/.test(lemma);
}
