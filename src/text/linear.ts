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

/** A linear model with its weights. */
export interface Linear extends Weights, Model {}

/** Adds to the weights the sum that makes a model of them. */
export function withRate(model: Weights): Linear {
  const { labels, weights, isScaled = false } = model;
  const find = (feature: string) =>
    Object.hasOwn(weights, feature) ? weights[feature] : undefined;
  return { ...model, rate: rateBy(labels, isScaled, find) };
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
 * A scaled model as lines to look up without reading them all: the labels, the bounds, then each
 * feature in the order of its characters, a tab and its letters.
 */
export function toLines({ labels, weights }: Weights, bounds: BoundedModel['bounds']): string {
  const lines = Object.entries(weights).map(([feature, letters]) => `${feature}\t${letters}`);
  return `${labels.join(' ')}\n${JSON.stringify(bounds)}\n${lines.sort(byText).join('\n')}\n`;
}

const byText = (a: string, b: string) => (a < b ? -1 : 1);

/** The model that `toLines` wrote. */
export function fromLines(text: string): BoundedModel {
  const second = text.indexOf('\n') + 1;
  const first = text.indexOf('\n', second) + 1;
  const labels = text.slice(0, second - 1).split(' ');
  return {
    bounds: JSON.parse(text.slice(second, first)),
    rate: rateBy(labels, true, (feature) => lookUp(text, first, `${feature}\t`)),
  };
}

/** What follows `start` on the line that begins with it, by halves. */
function lookUp(text: string, first: number, start: string): string | undefined {
  let [low, high] = [first, text.length];
  while (low < high) {
    const line = text.lastIndexOf('\n', ((low + high) >> 1) - 1) + 1;
    const from = Math.max(line, low);
    const end = text.indexOf('\n', from);
    const begin = text.slice(from, Math.min(end, from + start.length));
    if (begin === start) return text.slice(from + start.length, end);
    if (begin < start) low = end + 1;
    else high = from;
  }
  return undefined;
}
