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

export interface Model {
  /** How likely each label is, by softmax; the shares add up to 1. */
  rate: (features: readonly string[]) => Array<{ label: string; share: number }>;
}

/** A model and how sure it must be for what hangs on it, chosen when it was trained; each from 0 to 1. */
export interface BoundedModel extends Model {
  bounds: Readonly<Record<string, number>>;
}

/** A model as its file has it. */
export interface StoredModel extends BoundedModel {
  /** Whether the model met a feature in training. */
  has: (feature: string) => boolean;
  /** The features that begin with these characters, in their order. */
  starting: (prefix: string) => string[];
}

/** Adds to the weights what makes a model of them. */
export function withRate({ labels, weights, isScaled = false }: Weights): Model {
  const find = (feature: string) =>
    Object.hasOwn(weights, feature) ? weights[feature] : undefined;
  return { rate: rateBy(labels, isScaled, find) };
}

function rateBy(
  labels: readonly string[],
  isScaled: boolean,
  find: (feature: string) => string | undefined,
): Model['rate'] {
  return (features) => {
    const sums = labels.map(() => 0);
    let known = 0;
    for (const feature of features) {
      const letters = find(feature);
      if (letters === undefined) continue;
      known++;
      for (let at = 0; at < letters.length; at++)
        sums[at] = (sums[at] ?? 0) + (letters.charCodeAt(at) - ZERO) / SCALE;
    }
    const most = Math.max(...sums);
    const scale = isScaled ? scaleOf(known) : 1;
    const shares = sums.map((sum) => Math.exp((sum - most) * scale));
    const all = shares.reduce((a, b) => a + b, 0);
    return labels.map((label, at) => ({ label, share: (shares[at] ?? 0) / all }));
  };
}

/**
 * A model as lines to look up without reading them all: the labels, how it rates, then each feature in
 * the order of its characters, a tab and its letters.
 */
export function toLines(
  { labels, weights, isScaled = false }: Weights,
  bounds: BoundedModel['bounds'] = {},
): string {
  const lines = Object.entries(weights).map(([feature, letters]) => `${feature}\t${letters}`);
  const head = `${labels.join(' ')}\n${JSON.stringify({ isScaled, bounds })}`;
  return `${head}\n${lines.sort(byText).join('\n')}\n`;
}

const byText = (a: string, b: string) => (a < b ? -1 : 1);

/** The model that `toLines` wrote. */
export function fromLines(text: string): StoredModel {
  const second = text.indexOf('\n') + 1;
  const first = text.indexOf('\n', second) + 1;
  const labels = text.slice(0, second - 1).split(' ');
  const { isScaled, bounds } = JSON.parse(text.slice(second, first));
  const find = (feature: string) => lookUp(text, first, `${feature}\t`);
  return {
    bounds,
    rate: rateBy(labels, isScaled, find),
    has: (feature) => find(feature) !== undefined,
    starting: (prefix) => {
      const found: string[] = [];
      let at = lineFrom(text, first, prefix);
      for (; at < text.length && text.startsWith(prefix, at); at = text.indexOf('\n', at) + 1)
        found.push(text.slice(at, text.indexOf('\t', at)));
      return found;
    },
  };
}

/**
 * What follows `start` on the line that begins with it. Undefined where none does.
 * @param text lines in the order of their characters, the last one ended too
 * @param first where the first of them begins
 */
export function lookUp(text: string, first: number, start: string): string | undefined {
  const at = lineFrom(text, first, start);
  if (!text.startsWith(start, at)) return undefined;
  return text.slice(at + start.length, text.indexOf('\n', at));
}

/** Where the first line begins that doesn't come before `start`, found by halves. */
function lineFrom(text: string, first: number, start: string): number {
  let [low, high] = [first, text.length];
  while (low < high) {
    const line = text.lastIndexOf('\n', ((low + high) >> 1) - 1) + 1;
    const from = Math.max(line, low);
    const end = text.indexOf('\n', from);
    if (text.slice(from, Math.min(end, from + start.length)) < start) low = end + 1;
    else high = from;
  }
  return low;
}
