import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** What `weights.json` holds: for each feature one letter per label, see `toLetter`. */
export interface Weights {
  labels: readonly string[];
  weights: Readonly<Record<string, string>>;
}

/** A weight is kept in sixteenths, as the letter so many places after or before "P". */
const SCALE = 16;
const ZERO = 80;
const MOST = 46;

/** A weight as a printable letter; beyond ±2.9 it is cut off. */
export function toLetter(weight: number): string {
  const steps = Math.max(-MOST, Math.min(MOST, Math.round(weight * SCALE)));
  return String.fromCharCode(ZERO + steps);
}

/** A linear model with its softmax. */
export interface Linear extends Weights {
  /** How likely each label is; the shares add up to 1. */
  rate: (features: readonly string[]) => Array<{ label: string; share: number }>;
}

/** The models of this folder: which kind it is, and whether a name is a person's. */
export type ModelName = 'kind' | 'person';

let loaded: Record<ModelName, Linear> | undefined;

/** Reads the weights once; they are beside this file, and beside the bundle once it is built. */
export function readWeights(): Record<ModelName, Linear> {
  if (loaded !== undefined) return loaded;
  // In the bundle it is a path.
  const url = import.meta.url;
  const here = url.startsWith('file:') ? fileURLToPath(url) : url;
  const file = JSON.parse(readFileSync(join(dirname(here), 'weights.json'), 'utf8'));
  loaded = { kind: withRate(file.kind), person: withRate(file.person) };
  return loaded;
}

/** Adds to the weights the sum that makes a model of them. */
export function withRate({ labels, weights }: Weights): Linear {
  const rate = (features: readonly string[]) => {
    const sums = labels.map(() => 0);
    for (const feature of features) {
      if (!Object.hasOwn(weights, feature)) continue;
      const letters = weights[feature] ?? '';
      for (let at = 0; at < letters.length; at++)
        sums[at] = (sums[at] ?? 0) + (letters.charCodeAt(at) - ZERO) / SCALE;
    }
    const most = Math.max(...sums);
    const shares = sums.map((sum) => Math.exp(sum - most));
    const all = shares.reduce((a, b) => a + b, 0);
    return labels.map((label, at) => ({ label, share: (shares[at] ?? 0) / all }));
  };
  return { labels, weights, rate };
}
