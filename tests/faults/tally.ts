/** What a fault story tried, and the results. */
export interface Tally {
  /** Commands, faults or images tried. */
  tried: number;
  /** Writes announced as saved. */
  acknowledged: number;
  /** Announced as saved, but missing. */
  lost: number;
  /** Ended with an error that says why. */
  refused: number;
  /** Ended as no command may. */
  crashed: number;
  /** Every other broken promise, in words. */
  broken: string[];
  /** Other numbers worth printing: "killed 312". */
  note: string;
}

export function emptyTally(): Tally {
  return { tried: 0, acknowledged: 0, lost: 0, refused: 0, crashed: 0, broken: [], note: '' };
}

/** Whether every promise was kept. */
export function isKept({ lost, crashed, broken }: Tally): boolean {
  return lost === 0 && crashed === 0 && broken.length === 0;
}

/** One line: "storm of kills: tried 600, acknowledged 288, lost 0, refused 0, crashed 0 (killed 312)". */
export function sayTally(name: string, tally: Tally): string {
  const { tried, acknowledged, lost, refused, crashed, broken, note } = tally;
  const counts = Object.entries({ tried, acknowledged, lost, refused, crashed });
  const line = `${name}: ${counts.map(([word, count]) => `${word} ${count}`).join(', ')}`;
  const what = broken.slice(0, 10).map((one) => `\n  broken: ${one}`);
  return `${line}${note === '' ? '' : ` (${note})`}${what.join('')}`;
}
