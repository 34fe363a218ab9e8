/** Something of theirs, as it is said to them. */

import type { Thing } from '../../model.ts';
import { toOwner } from './owner.ts';
import { finish, isBareFine, isDeterminer, type Language, nounEnd } from './phrase.ts';

import type { Word } from './tagger.ts';
import { baseOfPast, secondOf } from './verbs.ts';

const TALKS =
  /^(?:talk|speech|keynote|presentation|lecture|workshop|session|panel|story|stories|toast|reading|poster|sermon|homily|solo|concert|performance)$/;

export function readTalk(line: string, language: Language): Thing | null {
  const found =
    /^(?:the |an? |her |his |their |your )?((?:\S+ ){0,2}?)(\p{L}+) (about|on|at) (.+)$/iu.exec(
      line,
    );
  if (found === null) return null;
  const [, before = '', talk = '', joint = '', topic = ''] = found;
  if (!TALKS.test(talk.toLowerCase())) return null;
  if (
    before !== '' &&
    !language.tagger
      .tag(`the ${before}${talk}`)
      .slice(1, -1)
      .every(({ pos }) => /^(?:ADJ|NOUN|PROPN)$/.test(pos))
  )
    return null;
  const words = toOwner(language.tagger.tag(`the talk ${joint} ${topic}`).slice(3), true);
  if (words === null) return null;
  const subject = finish(words, language, joint);
  if (subject === null) return null;
  return { is: 'talk', phrase: `your ${before}${talk} ${joint} ${subject}`, short: `your ${talk}` };
}

/** Something of theirs: "her rollback plan", "great questions in the rockfall session". */
export function readThing(line: string, language: Language): Thing | null {
  const { tagger } = language;
  const own = /^(?:her|his|their|your) /.test(line);
  const open = /^(?:the|that|those|our|all the|all your|all her|all his) /.test(line);
  const rest = own ? line.replace(/^\S+ /, '') : line;
  const words = own || !open ? tagger.tag(`your ${rest}`) : tagger.tag(rest);
  // "Your calm with that family".
  const [, named, joint] = words;
  if (
    own &&
    named?.pos === 'ADJ' &&
    joint?.pos === 'ADP' &&
    language.dictionary.isNoun(named.lower)
  )
    named.pos = 'NOUN';
  const end = nounEnd(words, 0, language);
  if (end < 2 && !(open && end > 0)) return null;
  const run = words.slice(own || !open ? 1 : 0, end);
  const head = run.at(-1) as Word;
  let tail = words.slice(end);
  const isBare = !own && !open;
  if (isBare && (run[0] as Word).pos === 'VERB') return null;
  if (
    isBare &&
    /ing$/.test((run[0] as Word).lower) &&
    ((run.length > 1 && isDeterminer(run[1] as Word)) || (run.length === 1 && tail.length > 0))
  )
    return null;
  if (isBare && !isTheirs(run, tail, tagger.tag(line), language)) return null;
  if ((run.length === 1 && head.lower === 'name') || head.lower === 'one') return null;
  // "Your spreadsheet saved us hours": the spreadsheet.
  const helped = tail[0];
  if (own && helped?.pos === 'VERB' && tail.length > 1 && tagger.warmth(helped.lower) > 0)
    tail = [];
  if (
    tail.length > 0 &&
    !/^(?:ADP|SCONJ)$/.test((tail[0] as Word).pos) &&
    !/^(?:who|that|we|i|you|she|he|about|on|in|with|for|of|at|from|to|when|while|during)$/.test(
      (tail[0] as Word).lower,
    )
  ) {
    if ((tail[0] as Word).lower !== 'and' || nounEnd(tail, 1, language) < tail.length) return null;
  }
  const turned = toOwner([...words.slice(isBare || own ? 1 : 0, end), ...tail], false);
  if (turned === null) return null;
  if (
    own &&
    (head.pos === 'ADJ' || (run.length === 1 && /ing$/.test(head.lower) && tail[0]?.pos === 'NOUN'))
  )
    return null;
  const first = turned[0] as Word;
  const text = finish(
    [{ ...first, lower: 'your', text: 'your', pos: 'PRON' }, ...turned],
    language,
  );
  if (text === null) return null;
  const phrase = isBare || own ? text : text.replace(/^your /, '');
  // "Your sense" of "your sense of humour" says nothing.
  const short =
    tail.length === 0 || tail[0]?.lower === 'of'
      ? null
      : `${own || isBare ? 'your ' : ''}${run.map((word) => word.text).join(' ')}`;
  const isTalk =
    TALKS.test(head.lower) &&
    !/^(?:session|reading|panel|solo|concert|performance)$/.test(head.lower);
  return {
    is: isTalk ? 'talk' : 'thing',
    phrase,
    short:
      own || isBare
        ? short
        : tail.length > 0 && /^(?:ADP)$/.test((tail[0] as Word).pos)
          ? short
          : null,
  };
}

/** Whether a noun phrase without an owner is something of theirs, not what they are or what was around. */
function isTheirs(
  run: readonly Word[],
  tail: readonly Word[],
  bare: readonly Word[],
  language: Language,
): boolean {
  const { dictionary, tagger } = language;
  const head = run.at(-1) as Word;
  if (head.pos !== 'NOUN' || isDeterminer(bare[0] as Word)) return false;
  if (
    !bare
      .slice(0, run.length)
      .every(({ pos }, at) => pos === run[at]?.pos || (pos === 'NOUN' && at === 0))
  )
    return false;
  if (
    run.some(
      ({ lower }) =>
        /(?:est|er)$/.test(lower) && /^(?:best|better|worst)$|(?:i|[^aeiou])est$/.test(lower),
    )
  )
    return false;
  // "Fixes clocks": a verb, since no plural stands before a plural.
  if (
    run
      .slice(0, -1)
      .some(
        ({ lower, pos }) =>
          pos === 'NOUN' && dictionary.isPlural(lower) && secondOf(lower, dictionary) !== null,
      )
  )
    return false;
  if (run.some(({ lower, pos }) => pos === 'ADJ' && tagger.warmth(lower) < 0)) return false;
  if (
    dictionary.isDoer(head.lower) ||
    /^(?:thing|things|stuff|bit|lot|lots|way|people|day|days|week|time|times|years|months|hours|man|woman|guy|friend|boss|legend|star|hero|pro|gem|role|model|words|start|end|fun)$/.test(
      head.lower,
    )
  )
    return false;
  const isMany = dictionary.isPlural(head.lower) && !/ss$/.test(head.lower);
  const joint = tail[0]?.lower;
  if (joint === 'of') return false;
  if (tail.some(({ lower }) => /^(?:his|her|their|he|she|him)$/.test(lower))) return false;
  // "Cycles to work", "tips on tyres": as likely what they do.
  if (
    isMany &&
    run.length === 1 &&
    secondOf(head.lower, dictionary) !== null &&
    !/^(?:on|about|for|and)$/.test(joint ?? '')
  )
    return false;
  if (bare[0]?.pos === 'ADJ' && baseOfPast(bare[0].lower, dictionary) !== null) return false;
  if (isMany) return run.length > 1 || tail.length > 0;
  if (isBareFine(run, language)) return run.length > 1 || tail.length > 0;
  const adjectives = run.filter(({ pos }) => pos === 'ADJ').length;
  if (run.length - adjectives >= 2) return true;
  return (
    adjectives <= 1 && joint !== undefined && /^(?:about|for|on)$/.test(joint) && run.length === 1
  );
}
