/** What an answer says that the facts don't. */
import { isProperName } from '../check/context-weight.ts';
import { isCommonWord } from '../check/language.ts';
import { stem } from '../check/log-words.ts';
import { readMessage } from '../check/message.ts';
import type { Material, SayableFact } from './material.ts';

/** The site that the note is sent on. */
const ALWAYS_KNOWN = 'LinkedIn';

/** Where a message could lead the reader. */
const ADDRESS = /\b(?:https?:\/\/|www\.)[^\s⟧]+|[^\s⟦@]+@[^\s@]+\.[^\s@]+/giu;

/** A run of this many words copied from one title is a copy if it makes up this share of the answer. */
const COPIED_WORDS = 5;
const COPIED_SHARE = 0.6;

/** Everything from the log that the message may use. */
function textsOf({ to, from, about, others }: Material): string[] {
  const facts = [about, ...others].flatMap((fact: SayableFact | null) =>
    fact === null ? [] : [fact.title, fact.stoodOut, fact.when],
  );
  return [to.name, to.call, to.work, to.lastContact, from.name, from.work, ...facts].filter(
    (text) => text !== null,
  );
}

/**
 * What is wrong with an answer, by the facts it was given, in sentences for whoever wrote it: an
 * invented project, place, person, number or address; a title copied out, which may be an instruction
 * that was followed; a message that doesn't name its reader.
 */
export function ungrounded(text: string, material: Material): string[] {
  const texts = textsOf(material);
  const { call } = material.to;
  const invented = [...inventedNames(text, texts), ...inventedAddresses(text, texts)];
  const faults = invented.map((name) => `"${name}" isn't in your log with ${call}.`);
  if (texts.some((known) => isCopied(text, known)))
    faults.push('It copies a title from your log instead of wording a message.');
  const written = new Set(readMessage(text).words.map(({ fold }) => fold));
  const names = readMessage(`${material.to.name} ${call}`).words.map(({ fold }) => fold);
  if (call !== 'there' && !names.some((name) => written.has(name)))
    faults.push(`It doesn't greet ${call}.`);
  return faults;
}

/** A name at the start of a sentence counts if it has its capital elsewhere, too. */
function inventedNames(text: string, texts: readonly string[]): string[] {
  const known = new Set(
    readMessage([ALWAYS_KNOWN, ...texts].join('\n')).words.map(({ fold }) => stem(fold)),
  );
  const found = readMessage(text.replace(ADDRESS, ' ')).words.filter(
    (word) =>
      (isProperName(word) || /\d/.test(word.text)) &&
      !/^i['’]/i.test(word.text) &&
      !known.has(stem(word.fold)),
  );
  return [...new Set(found.map((word) => word.text))];
}

function inventedAddresses(text: string, texts: readonly string[]): string[] {
  const found = text.match(ADDRESS) ?? [];
  return found.filter((address) => !texts.some((known) => known.includes(address)));
}

/** Whether most of an answer is one run of words from a text. */
function isCopied(answer: string, known: string): boolean {
  const words = readMessage(answer).words.map(({ fold }) => fold);
  const source = readMessage(known).words.map(({ fold }) => fold);
  let longest = 0;
  // For each place in the answer, the length of the run that ends there and at each place in the source.
  let lengths: number[] = [];
  for (const word of words) {
    const next = source.map((other, at) => (other === word ? (lengths[at - 1] ?? 0) + 1 : 0));
    longest = Math.max(longest, ...next);
    lengths = next;
  }
  return longest >= COPIED_WORDS && longest >= words.length * COPIED_SHARE;
}

/** Things that every message may speak of: they say nothing about what happened. */
const GENERAL_THINGS = new Set(
  `thing way part bit lot chance moment time day week weekend month year morning evening luck pleasure
  welcome note message word line coffee lunch chat talk call hand effort support care patience energy
  attention kindness step start end role job career future side sense difference contact connection
  colleague coworker success congratulations`.split(/\s+/),
);

/**
 * The things that an answer names and the facts don't: they may be invented, or another word for what
 * is known. For the user to look at.
 * @param nouns the nouns of the answer, as written
 */
export function unfamiliarThings(nouns: readonly string[], material: Material): string[] {
  const known = new Set(
    readMessage(textsOf(material).join('\n')).words.map(({ fold }) => stem(fold)),
  );
  const general = new Set([...GENERAL_THINGS].map(stem));
  const found = nouns
    .flatMap((noun) => readMessage(noun).words)
    .filter(({ fold }) => {
      const root = stem(fold);
      return fold.length > 2 && !isCommonWord(fold) && !known.has(root) && !general.has(root);
    });
  return [...new Set(found.map(({ text }) => text))];
}
