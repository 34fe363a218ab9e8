/** How somebody was, as it is said to them. */

import type { Quality } from '../../model.ts';
import { toOwner } from './owner.ts';
import { finish, type Language } from './phrase.ts';

import type { Word } from './tagger.ts';

const INTENSE =
  /^(?:so|very|really|always|super|incredibly|extremely|wonderfully|such|ever|unfailingly|consistently|genuinely|truly|amazingly|perfectly|remarkably|unbelievably|totally|completely|absolutely|exceptionally)$/;
const NOT_HOW =
  /^(?:first|last|only|same|other|next|own|sure|able|due|else|likely|new|true|real|available|late|early|busy|tired|young|old|tall|short|married|single|pale|loud|alone|present|absent|right|wrong|former|main|whole|ready|unique|perfect|impossible|awake|alive)$/;
const BE = /^(?:was|were|is|are|being|been)$/;

export function readQuality(
  line: string,
  { tagger, dictionary }: Language,
  rest: string,
): Quality | null {
  let words = line.split(' ');
  while (words.length > 1 && (INTENSE.test(words[0] as string) || BE.test(words[0] as string)))
    words = words.slice(1);
  if (words[0] === 'not') return null;
  // "Hard working", "well prepared".
  if (
    /^(?:well|hard)$/.test(words[0] as string) &&
    /^(?!done|deserved|known|earned)\p{L}+(?:ed|ing)$/u.test(words[1] ?? '')
  )
    words = [`${words[0]}-${words[1]}`, ...words.slice(2)];
  const listed = /^[^,]+,\s*(?:and\s+)?(\p{L}+)(?=$|,|\s+and\b)/u.exec(rest)?.[1]?.toLowerCase();
  const tagged = tagger.tag(`you were so ${words.join(' ')}`).slice(3);
  const isHow = (word: Word | undefined) =>
    word !== undefined &&
    (word.pos === 'ADJ' ||
      // "Fair even on the last night".
      (word.pos === 'ADV' &&
        words.length > 1 &&
        !/ly$/.test(word.lower) &&
        dictionary.isGradable(word.lower)) ||
      // "Very encouraging": the tagger takes it for a verb.
      (/(?:ing|ed)$/.test(word.lower) &&
        (dictionary.isGradable(word.lower) || tagger.warmth(word.lower) > 0) &&
        /^(?:so|very|super|incredibly|extremely)\s/.test(line) &&
        !/\s(?:up|out|off|down|over|away)(?:\s|$)/.test(line)) ||
      (word.pos === 'NOUN' &&
        dictionary.isGradable(word.lower) &&
        !/(?:ness|ity|s)$/.test(word.lower)) ||
      /-/.test(word.lower)) &&
    !NOT_HOW.test(word.lower) &&
    (dictionary.isGradable(word.lower) ||
      tagger.warmth(word.lower) > 0 ||
      (/-/.test(word.lower) && word.pos === 'ADJ')) &&
    tagger.warmth(word.lower) >= 0 &&
    !/(?:er|est)$/.test(
      word.lower.replace(/^(?:clever|tender|eager|proper|honest|modest|earnest)$/, ''),
    );
  if (!isHow(tagged[0])) return null;
  let end = 1;
  if (tagged[1]?.lower === 'and' && isHow(tagged[2])) end = 3;
  const tail = tagged.slice(end);
  if (
    tagged[0]?.pos === 'NOUN' &&
    tail.length === 0 &&
    words.length === line.split(' ').length &&
    listed === undefined
  )
    return null;
  if (
    tail.length > 0 &&
    !(
      tail[0]?.pos === 'ADP' ||
      /^(?:with|on|under|about|to|in|at|when|even|throughout|during|all|through|without|around|from|towards)$/.test(
        tail[0]?.lower ?? '',
      )
    )
  )
    return null;
  if (/^(?:that|if|as|than|of|for)$/.test(tail[0]?.lower ?? '')) return null;
  const language = { tagger, dictionary };
  const turned = toOwner(tail);
  if (turned === null) return null;
  const about = turned.length === 0 ? '' : finish(turned, language);
  if (about === null) return null;
  let quality = tagged
    .slice(0, end)
    .map(({ lower }) => lower)
    .join(' ');
  if (
    end === 1 &&
    tail.length === 0 &&
    listed !== undefined &&
    isHow(tagger.tag(`you were so ${listed}`)[3])
  )
    quality += ` and ${listed}`;
  return {
    is: 'quality',
    how: `${quality} ${about}`.trim(),
    clause: `how ${quality} you were ${about}`.trim(),
    short: about === '' ? null : quality,
  };
}
