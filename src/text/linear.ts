/** A linear model as a file holds it: for each feature one letter per label, see `toLetter`. */
export interface Weights {
  labels: readonly string[];
  weights: Readonly<Record<string, string>>;
  /** Whether the sum for a text is divided by the root of its length. */
  isScaled?: boolean;
}

/** What the sum for a text of so many features is multiplied by, where it is scaled. */
export function scaleOf(features: number): number {
  return 4 / Math.sqrt(Math.max(1, features));
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

/** Adds to the weights the sum that makes a model of them. */
export function withRate(model: Weights): Linear {
  const { labels, weights, isScaled = false } = model;
  const rate = (features: readonly string[]) => {
    const sums = labels.map(() => 0);
    let known = 0;
    for (const feature of features) {
      if (!Object.hasOwn(weights, feature)) continue;
      known++;
      const letters = weights[feature] ?? '';
      for (let at = 0; at < letters.length; at++)
        sums[at] = (sums[at] ?? 0) + (letters.charCodeAt(at) - ZERO) / SCALE;
    }
    const most = Math.max(...sums);
    const scale = isScaled ? scaleOf(known) : 1;
    const shares = sums.map((sum) => Math.exp((sum - most) * scale));
    const all = shares.reduce((a, b) => a + b, 0);
    return labels.map((label, at) => ({ label, share: (shares[at] ?? 0) / all }));
  };
  return { ...model, rate };
}
