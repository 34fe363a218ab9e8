import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fromLines, lookUp, type StoredModel } from '../text/linear.ts';

/** The models that were trained: which kind it is, whether a name is a person's, and the second opinion of `check`. */
export type ModelName = 'kind' | 'person' | 'check';

const loaded = new Map<ModelName, StoredModel>();

/** Reads a model's weights once; they are beside this file, and beside the bundle once it is built. */
export function readModel(name: ModelName): StoredModel {
  let model = loaded.get(name);
  if (model === undefined) {
    model = fromLines(read(`${name}-weights.txt`));
    loaded.set(name, model);
  }
  return model;
}

let senses: string | undefined;

/** What sort of thing or act a word names; both empty where nothing is known. */
export interface Sense {
  /** "n" or "v" and a letter: an act, food, a group; contact, change, communication. */
  broad: string;
  /** The same with two letters more: a meal, a contest. */
  narrow: string;
}

export const NO_SENSE: Sense = { broad: '', narrow: '' };

/**
 * What WordNet calls the commonest sense of a word.
 * @param lemma in small letters
 * @param pos NOUN or VERB, as Universal Dependencies names them
 */
export function senseOf(lemma: string, pos: string): Sense {
  if (pos !== 'NOUN' && pos !== 'VERB') return NO_SENSE;
  senses ??= read('senses.txt');
  const codes = lookUp(senses, 0, `${lemma} `) ?? '--';
  const noun = codes.slice(0, codes.startsWith('-') ? 1 : 3);
  const code = pos === 'NOUN' ? noun : codes.slice(noun.length);
  const kind = pos === 'NOUN' ? 'n' : 'v';
  return code === '-' ? NO_SENSE : { broad: kind + code.charAt(0), narrow: kind + code };
}

function read(name: string): string {
  // In the bundle it is a path.
  const url = import.meta.url;
  const here = url.startsWith('file:') ? fileURLToPath(url) : url;
  return readFileSync(join(dirname(here), name), 'utf8');
}
