import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type BoundedModel, fromLines, type Linear, withRate } from '../text/linear.ts';

/** The models of this folder: which kind it is, and whether a name is a person's. */
export type ModelName = 'kind' | 'person';

let loaded: Record<ModelName, Linear> | undefined;

/** Reads the weights once; they are beside this file, and beside the bundle once it is built. */
export function readWeights(): Record<ModelName, Linear> {
  if (loaded !== undefined) return loaded;
  const file = JSON.parse(read('weights.json'));
  loaded = { kind: withRate(file.kind), person: withRate(file.person) };
  return loaded;
}

let opinion: BoundedModel | undefined;

/** The second opinion of `check`, read once, from beside the other weights. */
export function readOpinion(): BoundedModel {
  opinion ??= fromLines(read('check-weights.txt'));
  return opinion;
}

function read(name: string): string {
  // In the bundle it is a path.
  const url = import.meta.url;
  const here = url.startsWith('file:') ? fileURLToPath(url) : url;
  return readFileSync(join(dirname(here), name), 'utf8');
}
