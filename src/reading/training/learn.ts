import { scaleOf, toLetter, type Weights, withRate } from '../../text/linear.ts';

/** What a model learns from: a text's features, and the label it should get. */
export interface Example {
  features: string[];
  label: string;
}

export interface Training {
  rounds: number;
  /** How many times it is learned anew, each time in another order; the mean hangs less on the order. */
  fits?: number;
  /** A feature that was met less often is left out. */
  rare: number;
  /** A feature with smaller weights than this is left out, unless `isKept` says otherwise. */
  faint: number;
  isKept?: (feature: string) => boolean;
  /** Whether a text's sum is divided by the root of its length, so that long texts aren't surer. */
  isScaled?: boolean;
  /** From 0 to 1: see `randomFrom`. */
  random: () => number;
}

/** How strongly weights are drawn to nothing. */
const RIDGE = 1e-4;
const RATE = 0.15;
const SCALED_RATE = 0.1;

/**
 * Softmax regression by AdaGrad, one example at a time, then rounded. The same examples in the same
 * order, with the same `random`, give the same weights.
 */
export function learn(
  examples: readonly Example[],
  labels: readonly string[],
  { rounds, fits = 1, rare, faint, isKept, isScaled = false, random }: Training,
): Weights {
  const counts = new Map<string, number>();
  for (const { features } of examples)
    for (const feature of new Set(features)) counts.set(feature, (counts.get(feature) ?? 0) + 1);
  const names = [...counts].filter(([, count]) => count >= rare).map(([feature]) => feature);
  const index = new Map(names.map((name, at) => [name, at]));
  const size = labels.length;
  const weights = new Float64Array(names.length * size);
  const steps = new Float64Array(names.length * size);
  const data = examples.map(({ features, label }) => ({
    at: [...new Set(features)].flatMap((name) => index.get(name) ?? []),
    label: labels.indexOf(label),
  }));
  const rate = isScaled ? SCALED_RATE : RATE;
  const mean = new Float64Array(weights.length);
  for (let round = 0; round < rounds * fits; round++) {
    if (round % rounds === 0) for (const one of [weights, steps]) one.fill(0);
    shuffle(data, random);
    for (const { at, label } of data) {
      const scale = isScaled ? scaleOf(at.length) : 1;
      const sums = labels.map(
        (_, one) =>
          at.reduce((sum, feature) => sum + (weights[feature * size + one] ?? 0), 0) * scale,
      );
      const most = Math.max(...sums);
      const shares = sums.map((sum) => Math.exp(sum - most));
      const all = shares.reduce((a, b) => a + b, 0);
      shares.forEach((share, one) => {
        const slope = (share / all - (one === label ? 1 : 0)) * scale;
        for (const feature of at) {
          const cell = feature * size + one;
          const gradient = slope + RIDGE * (weights[cell] ?? 0);
          steps[cell] = (steps[cell] ?? 0) + gradient * gradient;
          weights[cell] =
            (weights[cell] ?? 0) - (rate * gradient) / (0.1 + Math.sqrt(steps[cell] ?? 0));
        }
      });
    }
    // The mean of the later rounds hangs less on the order of the examples than the last one does.
    if (round % rounds >= rounds / 2)
      for (let cell = 0; cell < mean.length; cell++)
        mean[cell] = (mean[cell] ?? 0) + (weights[cell] ?? 0) / (rounds / 2) / fits;
  }
  const kept: Record<string, string> = {};
  names.forEach((name, at) => {
    const row = labels.map((_, one) => mean[at * size + one] ?? 0);
    if (isKept?.(name) || row.some((weight) => Math.abs(weight) > faint))
      kept[name] = row.map(toLetter).join('');
  });
  return isScaled ? { labels, weights: kept, isScaled } : { labels, weights: kept };
}

/** Prints how many of the examples a model labels rightly. */
export function report(model: Weights, examples: readonly Example[]): void {
  const { rate } = withRate(model);
  const right = examples.filter(({ features, label }) => {
    const [best] = rate(features).sort((a, b) => b.share - a.share);
    return best?.label === label;
  });
  const features = Object.keys(model.weights).length;
  console.log(`${examples.length} examples, ${features} features, ${right.length} learned`);
}

function shuffle(list: unknown[], random: () => number): void {
  for (let at = list.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1));
    [list[at], list[other]] = [list[other], list[at]];
  }
}

/** Mulberry32: small, and the same everywhere. */
export function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
