import type { Interaction } from '../../model.ts';
import { isCommonWord } from './language.ts';
import { stem } from './log-words.ts';
import { type Message, readMessage, type Word } from './message.ts';
import { findPhrases, phraseFile } from './phrase.ts';
import claimedRoleText from './phrases/claimed-role.txt';
import type { Contradiction } from './wrong-event.ts';

/** Say what somebody became; the role comes next. */
const CLAIMED = phraseFile(claimedRoleText);
/** The longest role, in words: "head of the new paediatric ward". */
const REACH = 6;

/** The words after a claim that make the role: up to the end of the clause. */
function rolesIn(message: Message): Array<{ words: Word[]; stems: string[] }> {
  return findPhrases(message, CLAIMED).flatMap(({ to }) => {
    const words: Word[] = [];
    for (const word of message.words.slice(to + 1, to + 1 + REACH)) {
      const isOver = word.sentence !== message.words[to]?.sentence || /[,;:(–—-]/.test(word.before);
      if (isOver || /^(?:at|in|and|this|last|next|after|from|since)$/.test(word.fold)) break;
      words.push(word);
    }
    const stems = words.flatMap(({ fold }) => (isCommonWord(fold) ? [] : [stem(fold)]));
    return stems.length === 0 ? [] : [{ words, stems }];
  });
}

/** A role that a message names where the log has another: "head of finance" for "head of logistics". */
export function findWrongRole(message: Message, history: readonly Interaction[]): Contradiction[] {
  const roles = rolesIn(message);
  if (roles.length === 0) return [];
  const news = history.flatMap(({ kind, title }) =>
    kind === 'milestone' ? rolesIn(readMessage(title)).map(({ stems }) => ({ title, stems })) : [],
  );
  const [latest] = news;
  if (latest === undefined) return [];
  return roles.flatMap(({ words, stems }) => {
    const [first, last] = [words[0], words.at(-1)];
    // Each has a word that the other lacks: a shorter name of the same role is no other role.
    const isOther = news.every(
      (one) =>
        stems.some((s) => !one.stems.includes(s)) && one.stems.some((s) => !stems.includes(s)),
    );
    return isOther && first !== undefined && last !== undefined
      ? [{ start: first.start, end: last.end, title: latest.title }]
      : [];
  });
}
