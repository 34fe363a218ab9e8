import { phraseFile, phrases } from './phrase.ts';
import courtesiesText from './phrases/courtesies.txt';
import falseContextText from './phrases/false-context.txt';
import metText from './phrases/met.txt';
import sharedText from './phrases/shared.txt';
import timeText from './phrases/time.txt';
import abstractNounsText from './words/abstract-nouns.txt';
import genericNounsText from './words/generic-nouns.txt';
import genericThanksText from './words/generic-thanks.txt';
import sharedNounsText from './words/shared-nouns.txt';
import vagueWordsText from './words/vague-words.txt';
import { wordFile } from './words.ts';

/**
 * Phrases that sound like context, but could be sent to anyone. The rest of their sentence proves
 * nothing either.
 */
export const FALSE_CONTEXT = phraseFile(falseContextText);

/** Harmless courtesies, which prove nothing. */
export const COURTESIES = phraseFile(courtesiesText);

/** Nouns that fit anyone: "your profile" shares nothing. */
export const GENERIC_NOUNS = wordFile(genericNounsText);

/** Nouns after "the" that name nothing shared. */
export const ABSTRACT_NOUNS = wordFile(abstractNounsText);

/** Nouns for things done together: "our call", "the same shift". */
export const SHARED_NOUNS = wordFile(sharedNounsText);

/** Phrases that say we met; proof even in a pitch. */
export const MET_PHRASES = phraseFile(metText);

/** Phrases that say clearly that we share a thing, a time or a place. */
export const SHARED_PHRASES = phraseFile(sharedText);

/** Phrases that say when it was. */
export const TIME_PHRASES = phraseFile(timeText);

/** Thanks or congratulations for something. */
export const THANKS_PHRASES = phrases([
  'thank/thanks you? so?/very?/again?/a? much?/again?/lot? for/to @any',
  'grateful/gratitude/appreciate/appreciated ... for/your/how/that/the @any',
  'congratulations/congrats/kudos/bravo on/for @any',
]);
/** Reasons for thanks that fit anyone. */
export const GENERIC_THANKS = wordFile(genericThanksText);

/** The vocabulary of messages to strangers, which names nothing concrete. */
export const VAGUE_WORDS = wordFile(vagueWordsText);
