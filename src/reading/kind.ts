import type { Kind } from '../model.ts';
import { NO_SENSE, readModel, type Sense, senseOf } from './linear.ts';
import type { Token } from './tokens.ts';

/** How sure the model must be of a kind, as a probability; below it the kind is asked for. */
const SURE = 0.9;
/** Without a verb and with a word for it that the model never met: "site bbq". */
const SURE_OF_UNKNOWN = 0.95;

/** A kind, and how sure the model is of it, from 0 to 1; `deed` is what somebody did, a detail of something else, `none` is what no kind is. */
export interface KindGuess {
  kind: Kind | 'deed' | 'none';
  sure: number;
}

/**
 * The kind that the words tell, by a linear model over lemmas, tags and word pairs
 * (`npm run train`). Undefined where it isn't sure.
 * @param tokens tagged, with people and days marked
 */
export function kindOf(tokens: readonly Token[]): Kind | undefined {
  // "with Tom" tells nothing.
  if (!tokens.some(({ role, pos }) => role === 'thing' && CONTENT.test(pos))) return undefined;
  const [best] = guessKinds(tokens);
  const wanted = isUnknown(tokens) ? SURE_OF_UNKNOWN : SURE;
  if (best === undefined || best.sure < wanted) return undefined;
  return best.kind === 'deed' || best.kind === 'none' ? undefined : best.kind;
}

/** The three kinds that the words tell most likely, for whoever asks. */
export function likelyKinds(tokens: readonly Token[]): Kind[] {
  const kinds = guessKinds(tokens).flatMap(({ kind }) =>
    kind === 'deed' || kind === 'none' ? [] : [kind],
  );
  return kinds.slice(0, 3);
}

function isUnknown(tokens: readonly Token[]): boolean {
  const things = tokens.filter(({ role }) => role === 'thing');
  if (things.some(({ pos }) => pos === 'VERB' || pos === 'AUX')) return false;
  const at = things.findIndex(({ pos, word }) => pos === 'ADP' && word !== 'of');
  const head = (at < 0 ? things : things.slice(0, at)).at(-1);
  return head !== undefined && !readModel('kind').has(`w:${head.lemma}`);
}

/** Every kind, the likeliest first. */
export function guessKinds(tokens: readonly Token[]): KindGuess[] {
  const model = readModel('kind');
  const features = kindFeatures(tokens, (lemma) => !model.has(`w:${lemma}`));
  return model
    .rate(features)
    .map(({ label, share }) => ({ kind: label as KindGuess['kind'], sure: share }))
    .sort((a, b) => b.sure - a.sure);
}

/** The words that the model met in training, five letters and more. */
export function knownWords(): string[] {
  return readModel('kind')
    .starting('w:')
    .map((feature) => feature.slice(2))
    .filter((word) => /^[a-z]{5,}$/.test(word));
}

/** A word as the model sees it. */
interface Seen {
  /** The lemma; PERSON for people, WE for people and me, "?" for a word that it never met. */
  word: string;
  pos: string;
  /** The ending of a verb: ed, ing, s, or none. */
  form: string;
  /** What sort of thing or act it is, however rare the word: see `senseOf`. */
  sense: Sense;
}

const CONTENT = /^(?:NOUN|VERB|ADJ|PROPN|X|NUM)$/;

/** What the model looks at: words, pairs, and who does what to what. @param isNew whether a lemma counts as never met */
export function kindFeatures(
  tokens: readonly Token[],
  isNew: (lemma: string) => boolean,
): string[] {
  const words = collapse(tokens, isNew);
  const found: string[] = ['bias'];
  words.forEach(({ word, pos, sense }, at) => {
    found.push(`w:${word}`);
    if (sense.broad !== '') found.push(`c:${sense.broad}`, `c:${sense.narrow}`);
    if (pos === 'ADP') {
      const object = senses(nounAfter(words, at));
      found.push(...object.map((one) => `AC:${word} ${one}`));
    }
    const next = words[at + 1];
    if (next !== undefined) found.push(`b:${word} ${next.word}`, `p:${pos} ${next.pos}`);
    const after = words[at + 2];
    if (next !== undefined && after !== undefined) {
      found.push(`s:${word} ${after.word}`);
      if (at === 0) found.push(`t:${next.word} ${after.word}`);
    }
  });
  const verbAt = words.findIndex(({ pos }) => pos === 'VERB');
  const subject = subjectOf(words, verbAt);
  found.push(`S:${subject}`, `1:${words[0]?.word ?? ''}`, `1p:${words[0]?.pos ?? ''}`);
  // "Coffee with her" is a talk, "coffee with her at the offsite" is not: what is missing counts too.
  const links = [...new Set(words.filter(({ pos }) => pos === 'ADP').map(({ word }) => word))];
  found.push(`L:${links.sort().join(' ')}`, `SL:${subject} ${links.join(' ')}`);
  const shape = words.slice(0, 4).map(({ word, pos }) => (CONTENT.test(pos) ? pos : word));
  found.push(`h:${shape.join(' ')}`, `h3:${shape.slice(0, 3).join(' ')}`);
  const verb = words[verbAt];
  if (verb === undefined) {
    const at = words.findIndex(({ pos, word }) => pos === 'ADP' || word === 'PERSON');
    const head = words[at - 1];
    if (head !== undefined)
      found.push(
        `H:${head.word}`,
        `HX:${head.word} ${words[at]?.word}`,
        ...senses(head).map((one) => `HC:${one} ${words[at]?.word}`),
      );
    return found;
  }
  const rest = words.slice(verbAt + 1).filter(({ pos }) => pos !== 'ADV');
  const object = rest.find(
    ({ pos, word }) => pos === 'NOUN' || pos === 'PROPN' || word === 'PERSON',
  );
  found.push(
    `V:${verb.word}`,
    `SV:${subject} ${verb.word}`,
    `SF:${subject} ${verb.form}`,
    `VN:${verb.word} ${rest[0]?.word ?? '$'}`,
    `SFN:${subject} ${verb.form} ${CONTENT.test(rest[0]?.pos ?? '') ? rest[0]?.pos : (rest[0]?.word ?? '$')}`,
    `VO:${verb.word} ${object?.word ?? '$'}`,
    `SO:${subject} ${object?.word ?? '$'}`,
    ...senses(object).map((one) => `VOC:${verb.word} ${one}`),
    ...senses(verb).flatMap((one) => [
      `SVC:${subject} ${one} ${verb.form}`,
      `VCO:${one} ${object?.word ?? '$'}`,
      `VCN:${one} ${rest[0]?.word ?? '$'}`,
      ...senses(object).map((other) => `VCOC:${one} ${other}`),
    ]),
  );
  return found;
}

/** What sort of thing or act a word names, broadly and narrowly; "$" where there is none. */
function senses(word: Seen | undefined): string[] {
  if (word === undefined || word.sense.broad === '')
    return [word?.word === 'PERSON' ? word.word : '$'];
  return [word.sense.broad, word.sense.narrow];
}

/** The noun that ends the phrase after a preposition. */
function nounAfter(words: readonly Seen[], at: number): Seen | undefined {
  const end = words.findIndex(
    ({ pos, word }, place) => place > at && (/^(?:ADP|VERB|CCONJ)$/.test(pos) || word === 'PERSON'),
  );
  return words.slice(at + 1, end < 0 ? undefined : end).findLast(({ pos }) => pos === 'NOUN');
}

function subjectOf(words: readonly Seen[], verbAt: number): string {
  const before = words.slice(0, Math.max(0, verbAt));
  if (verbAt <= 0) return words[0]?.word === 'PERSON' ? 'PERSON' : 'none';
  const subject = before.find(
    ({ word, pos }) => /^(?:PERSON|PERSON's|WE|I|we)$/.test(word) || pos === 'NOUN',
  );
  if (subject === undefined) return 'none';
  return subject.pos === 'NOUN' ? 'thing' : subject.word;
}

/** Leaves out days and places, and makes one word of people who are named together. */
function collapse(tokens: readonly Token[], isNew: (lemma: string) => boolean): Seen[] {
  const words: Seen[] = [];
  const person = { pos: 'PROPN', form: '', sense: NO_SENSE };
  for (const token of tokens) {
    const last = words.at(-1);
    if (token.role === 'day' || token.role === 'place') continue;
    if (token.role === 'person') {
      const word = token.isPossessive ? "PERSON's" : 'PERSON';
      // "Lunch @Priya" is lunch with her.
      if (token.isMention && /NOUN|PROPN/.test(last?.pos ?? ''))
        words.push({ word: 'with', pos: 'ADP', form: '', sense: NO_SENSE });
      if (last?.word === 'PERSON') words.pop();
      else if (last?.word === 'and' && /^(?:PERSON|I|WE|me)$/.test(words.at(-2)?.word ?? '')) {
        words.pop();
        const first = words.pop();
        words.push({ ...person, word: first?.word === 'PERSON' ? word : 'WE' });
        continue;
      }
      words.push({ ...person, word });
      continue;
    }
    if (/^(?:i|me|myself)$/.test(token.word)) {
      if (last?.word === 'and' && words.at(-2)?.word === 'PERSON') {
        words.splice(-2, 2, { ...person, word: 'WE' });
        continue;
      }
      words.push({ word: token.word === 'i' ? 'I' : 'me', pos: 'PRON', form: '', sense: NO_SENSE });
      continue;
    }
    if (token.pos === 'PUNCT' || (token.core === '' && token.word !== 'and')) continue;
    const lemma = token.lemma.toLowerCase();
    const word = CONTENT.test(token.pos) && isNew(lemma) ? '?' : lemma;
    const form = token.pos === 'VERB' ? (/(?:ed|ing|s)$/.exec(token.word)?.[0] ?? 'x') : '';
    words.push({ word, pos: token.pos, form, sense: senseOf(lemma, token.pos) });
  }
  return words;
}
