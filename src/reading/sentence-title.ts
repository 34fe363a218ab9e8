import type { Kind } from '../model.ts';
import type { Token } from './sentence-tokens.ts';

const SELF = /^(?:(?:I|we|I['’]ve|we['’]ve|both)(?: and)? )?(?:(?:just|finally|recently|also) )*/i;
const HAVING =
  /^(?:(?:had|have|has|got|was|were|is|are|been|did|received|gave me|gave us)(?: an?)? )+/i;

/** The verbs that the kind already says, by kind. What follows is the thing itself. */
const VERBS: Partial<Record<Kind, RegExp>> = {
  project:
    /^(?:(?:shipp|finish|complet|launch|releas|deliver|deploy)(?:ed|ing)|wrapp(?:ed|ing)(?: up)?(?! up)|rolled out) (?!(?:at|in|on|for|by|to) )/i,
  event: /^(?:attended|attending|went to|met(?: up)?(?: in person)? at) /i,
  interest:
    /^(?:(?:(?:found|find|finding) out|discovered|learned)(?: that)? )?(?:we )?(?:both )?(?:(?:like|love|enjoy|are into|into|are interested in|bonded over) |(?:share|shared|sharing) (?:an? )?(?:interest|love|passion) (?:in|of|for) |talked about )?/i,
  feedback:
    /^(?:reviewed|reviewing) (?=my|our)|^(?:mentored|coached) (?:me|us) (?:on|in|about|through) /i,
  meeting:
    /^(?:talk|chatt|sync|discuss|catch|pair)(?:ed|ing)?(?: up)? (?:about|on|over|for) |^(?:spoke|met|met up|caught up) (?:about|on|over|for) |^discussed /i,
};

/** A verb that stands alone makes a better title as a noun. */
const NOUNS: ReadonlyMap<string, string> = new Map([
  ['met', 'Meeting'],
  ['talked', 'Talk'],
  ['spoke', 'Talk'],
  ['chatted', 'Chat'],
  ['called', 'Call'],
  ['synced', 'Sync'],
]);

/** "Met" as the title "Meeting"; undefined for anything but such a verb. */
export function nounOf(verb: string): string | undefined {
  return NOUNS.get(verb.toLowerCase());
}

/**
 * What it was: the words that are neither people nor the day, without a leading verb that the kind
 * says already. Undefined where no words are left.
 */
export function titleOf(tokens: readonly Token[], kind: Kind | undefined): string | undefined {
  const words = joined(tokens);
  if (!/[^\s\p{P}]/u.test(words)) return undefined;
  const bare = cut(cut(words, SELF), HAVING);
  const thing = kind === undefined ? bare : cut(bare, VERBS[kind] ?? /^(?!)/);
  const noun = nounOf(thing);
  if (noun !== undefined) return noun;
  const quoted = /^["“]([^"“”]+)["”]$/.exec(thing)?.[1]?.trim();
  if (quoted) return quoted;
  const isTyped = thing !== bare || !tokens[0]?.isCapital;
  return isTyped ? thing : capitalised(thing);
}

/** Takes a beginning away unless nothing would be left. */
function cut(text: string, beginning: RegExp): string {
  const rest = text.replace(beginning, '');
  return /[\p{L}\p{N}]/u.test(rest) ? rest : text;
}

/** A first word that has come to the front is written large, unless it is an article or a word like "npm" at its own place. */
function capitalised(text: string): string {
  if (!/^[a-z]+(?: |$)/.test(text) || /^(?:the|an?|our|my|his|her|their|its) /.test(text))
    return text;
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Puts the words together again; a pause after what was taken out stays one. */
function joined(tokens: readonly Token[]): string {
  let text = '';
  let pause = '';
  tokens.forEach((token, index) => {
    if (token.role !== 'title') {
      pause = /[,:;.!?]/.exec(token.tail)?.[0] ?? '';
      if (token.role === 'person' || token.role === 'date') text = untied(text, tokens[index - 1]);
      return;
    }
    if (text !== '' && pause !== '' && /[\p{L}\p{N}]$/u.test(text)) text += pause;
    pause = '';
    text += text === '' ? token.raw : ` ${token.raw}`;
  });
  return tidied(text);
}

/** A word that led to what was taken out leads nowhere now. */
function untied(text: string, before: Token | undefined): string {
  if (before?.role !== 'title') return text;
  return text.replace(/(?:^| )(?:with|and|&|from|by|to|for|of|about|at)$/i, '');
}

function tidied(text: string): string {
  const clean = text
    .replace(/^(?:[,;:–—&+-]+(?: |$)|[\s,;:–—)])+/, '')
    .replace(/(?:[\s,;:–—(]| [&+-])+$/, '')
    .replace(/(?<=\p{L}{2})\.$/u, '');
  if (clean.startsWith('(') && !clean.includes(')')) return clean.slice(1);
  return clean.endsWith(')') && !clean.includes('(') ? clean.slice(0, -1) : clean;
}
